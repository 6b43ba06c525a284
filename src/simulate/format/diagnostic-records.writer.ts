import { tenant } from '../tenant.ts';
import { directoryAuditDiagnostic, graphActivityDiagnostic, signInDiagnostic } from './diagnostic-record.ts';
import { encodeText } from './encoded-text.ts';
import type { Format, WriteOptions, WrittenFile } from './format.ts';
import { signInKind } from './sign-in-kind.ts';
import { groupBy, pagesOf } from './span.ts';

/**
 * Diagnostic settings with an event hub: messages of `{"records":[…]}`, one a line if there are several.
 * Source: https://learn.microsoft.com/azure/azure-monitor/platform/stream-monitoring-data-event-hubs
 */
const diagnosticRecords: Format = {
  id: 'diagnostic-records',
  title: 'Diagnostic settings, event hub',
  signIn: (records, options) =>
    groupBy(records, (record) => signInKind(record).container).map(([hub, group]) =>
      write(hub, group.map(signInDiagnostic), options),
    ),
  directoryAudit: (records, options = {}) =>
    records.length === 0
      ? []
      : [
          write(
            'insights-logs-auditlogs',
            records.map((record) => directoryAuditDiagnostic(record, options.tenantId ?? tenant.id)),
            options,
          ),
        ],
  graphActivity: (records, options) =>
    records.length === 0
      ? []
      : [write('insights-logs-microsoftgraphactivitylogs', records.map(graphActivityDiagnostic), options)],
};
export default diagnosticRecords;

function write(
  hub: string,
  records: readonly object[],
  { encoding = 'utf8', newline = '\n', pageSize }: WriteOptions = {},
): WrittenFile {
  const messages = pagesOf(records, pageSize).map((page) => JSON.stringify({ records: page }) + newline);
  return { name: `${hub}.json`, bytes: encodeText(messages.join(''), encoding) };
}
