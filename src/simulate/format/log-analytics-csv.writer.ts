import type { ColumnType, Content } from './log-analytics-table.ts';
import { csvText } from './csv-text.ts';
import { encodeText } from './encoded-text.ts';
import { logAnalyticsFormat } from './log-analytics.ts';
import { americanMoment } from './moment-text.ts';

/**
 * Rows as CSV, dynamic columns as JSON text, booleans `true` and `false`. With `utcHeader` as the portal's export button does it:
 * datetime columns are called `… [UTC]` and hold `1/8/2024, 3:04:05.123 AM`.
 */
export default logAnalyticsFormat('log-analytics-csv', 'Log Analytics, CSV', (table, records, options) => {
  const { encoding = 'utf8-bom', newline = '\r\n', utcHeader = false } = options;
  const header = table.columns.map(({ name, type }) => (utcHeader && type === 'datetime' ? `${name} [UTC]` : name));
  const rows = records.map((record) => table.columns.map(({ type, value }) => cellOf(value(record), type, utcHeader)));
  return {
    name: `${table.name}.csv`,
    bytes: encodeText(csvText(header, rows, utcHeader ? 'all' : 'needed', newline), encoding),
  };
});

function cellOf(value: Content, type: ColumnType, utcHeader: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return type === 'datetime' && utcHeader ? americanMoment(String(value), 'portal') : String(value);
}
