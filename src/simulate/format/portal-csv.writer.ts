import { csvText } from './csv-text.ts';
import { encodeText } from './encoded-text.ts';
import type { Format, WriteOptions, WrittenFile } from './format.ts';
import { dayOf } from './moment-text.ts';
import { portalAuditHeader, portalAuditRow } from './portal-audit-columns.ts';
import type { PortalColumn } from './portal-sign-in-columns.ts';
import { managedIdentityColumns, servicePrincipalColumns, userSignInColumns } from './portal-sign-in-columns.ts';
import { signInKind } from './sign-in-kind.ts';
import { groupBy, spanOf } from './span.ts';

/**
 * The download as CSV of the Entra admin center, one file for each kind of sign-in. It loses much: no country beside the city, no
 * policies, no fractions of a second; of directory audits the record's id and whatever exceeds 3 targets, 5 properties, 6 details.
 * Source: https://learn.microsoft.com/entra/identity/monitoring-health/howto-download-logs
 */
const portalCsv: Format = {
  id: 'portal-csv',
  title: 'Entra admin center, CSV',
  signIn: (records, options) =>
    groupBy(records, (record) => signInKind(record).portalName).map(([name, group]) => {
      const { first, last } = spanOf(group, (record) => record.createdDateTime);
      const columns = columnsOf(name);
      return write(
        `${name}_${dayOf(first)}_${dayOf(last)}.csv`,
        columns.map(([header]) => header),
        group.map((record) => columns.map(([, value]) => value(record))),
        options,
      );
    }),
  directoryAudit(records, options) {
    if (records.length === 0) return [];
    const { last } = spanOf(records, (record) => record.activityDateTime);
    return [write(`AuditLogs_${dayOf(last)}.csv`, portalAuditHeader, records.map(portalAuditRow), options)];
  },
};
export default portalCsv;

function columnsOf(name: string): readonly PortalColumn[] {
  if (name === 'ApplicationSignIns') return servicePrincipalColumns;
  return name === 'MSISignIns' ? managedIdentityColumns : userSignInColumns;
}

function write(
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { encoding = 'utf8-bom', newline = '\r\n' }: WriteOptions = {},
): WrittenFile {
  return { name, bytes: encodeText(csvText(header, rows, 'all', newline), encoding) };
}
