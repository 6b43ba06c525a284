import { encodeText } from './encoded-text.ts';
import type { Format, WriteOptions, WrittenFile } from './format.ts';
import { dayOf } from './moment-text.ts';
import { signInKind } from './sign-in-kind.ts';
import { groupBy, spanOf } from './span.ts';

/**
 * The download as JSON of the Entra admin center: an array in the Graph spelling on one line, one file for each kind of sign-in.
 * Source: https://learn.microsoft.com/entra/identity/monitoring-health/howto-download-logs
 */
const portalJson: Format = {
  id: 'portal-json',
  title: 'Entra admin center, JSON',
  signIn: (records, options) =>
    groupBy(records, (record) => signInKind(record).portalName).map(([name, group]) => {
      const { first, last } = spanOf(group, (record) => record.createdDateTime);
      return write(`${name}_${dayOf(first)}_${dayOf(last)}.json`, group, options);
    }),
  directoryAudit(records, options) {
    if (records.length === 0) return [];
    const { last } = spanOf(records, (record) => record.activityDateTime);
    return [write(`AuditLogs_${dayOf(last)}.json`, records, options)];
  },
};
export default portalJson;

function write(name: string, records: readonly object[], { encoding = 'utf8' }: WriteOptions = {}): WrittenFile {
  return { name, bytes: encodeText(JSON.stringify(records), encoding) };
}
