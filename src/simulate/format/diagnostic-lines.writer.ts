import { tenant } from '../tenant.ts';
import { directoryAuditDiagnostic, graphActivityDiagnostic, signInDiagnostic } from './diagnostic-record.ts';
import { encodeText } from './encoded-text.ts';
import type { Format, WriteOptions, WrittenFile } from './format.ts';
import { jsonLines } from './json-lines.ts';
import { signInKind } from './sign-in-kind.ts';
import { groupBy } from './span.ts';

interface Line {
  readonly container: string;
  readonly tenantId: string;
  readonly time: string;
  readonly record: object;
}

/**
 * Diagnostic settings with a storage account: one record a line in append blobs named `PT1H.json`.
 * Source: https://learn.microsoft.com/azure/azure-monitor/platform/resource-logs#send-to-azure-storage
 */
const diagnosticLines: Format = {
  id: 'diagnostic-lines',
  title: 'Diagnostic settings, storage account',
  signIn: (records, options) =>
    write(
      records.map((record) => ({
        container: signInKind(record).container,
        tenantId: record.resourceTenantId,
        time: record.createdDateTime,
        record: signInDiagnostic(record),
      })),
      options,
    ),
  directoryAudit: (records, options = {}) =>
    write(
      records.map((record) => ({
        container: 'insights-logs-auditlogs',
        tenantId: options.tenantId ?? tenant.id,
        time: record.activityDateTime,
        record: directoryAuditDiagnostic(record, options.tenantId ?? tenant.id),
      })),
      options,
    ),
  graphActivity: (records, options) =>
    write(
      records.map((record) => ({
        container: 'insights-logs-microsoftgraphactivitylogs',
        tenantId: record.tenantId,
        time: record.timeGenerated,
        record: graphActivityDiagnostic(record),
      })),
      options,
    ),
};
export default diagnosticLines;

function write(
  lines: readonly Line[],
  { encoding = 'utf8', newline = '\r\n', hourly = false }: WriteOptions = {},
): WrittenFile[] {
  const files = groupBy(
    lines,
    (line) => `${line.container}/tenantId=${line.tenantId}/${hourly ? hourOf(line.time) : ''}`,
  );
  return files.map(([folder, group]) => ({
    name: `${folder}PT1H.json`,
    bytes: encodeText(
      jsonLines(
        group.map((line) => line.record),
        newline,
      ),
      encoding,
    ),
  }));
}

function hourOf(instant: string): string {
  return `y=${instant.slice(0, 4)}/m=${instant.slice(5, 7)}/d=${instant.slice(8, 10)}/h=${instant.slice(11, 13)}/m=00/`;
}
