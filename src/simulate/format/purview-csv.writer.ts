import { csvText } from './csv-text.ts';
import { encodeText } from './encoded-text.ts';
import type { Format } from './format.ts';

const header = [
  'RecordId',
  'CreationDate',
  'RecordType',
  'Operation',
  'UserId',
  'AuditData',
  'AssociatedAdminUnits',
  'AssociatedAdminUnitsNames',
];

/**
 * The export of an audit search in the Purview portal: numeric record types, and a blank at the end of CreationDate.
 * Source: https://learn.microsoft.com/purview/audit-log-export-records
 */
const purviewCsv: Format = {
  id: 'purview-csv',
  title: 'Purview audit search',
  unifiedAudit(records, { encoding = 'utf8-bom', newline = '\r\n' } = {}) {
    if (records.length === 0) return [];
    const rows = records.map((record) => [
      record.Id,
      `${record.CreationTime}.0000000Z `,
      record.RecordType,
      record.Operation,
      record.UserId,
      JSON.stringify(record),
      '',
      '',
    ]);
    return [{ name: 'AuditLog.csv', bytes: encodeText(csvText(header, rows, 'needed', newline), encoding) }];
  },
};
export default purviewCsv;
