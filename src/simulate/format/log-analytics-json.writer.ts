import { encodeText } from './encoded-text.ts';
import { logAnalyticsFormat } from './log-analytics.ts';

/** Rows of a query through the API: an array of objects with PascalCase names, dynamic columns as objects. */
export default logAnalyticsFormat('log-analytics-json', 'Log Analytics, JSON', (table, records, options) => {
  const { encoding = 'utf8', newline = '\n' } = options;
  const rows = records.map((record) =>
    Object.fromEntries(table.columns.map(({ name, value }) => [name, value(record) ?? null])),
  );
  const text = JSON.stringify(rows, null, 2).replaceAll('\n', newline) + newline;
  return { name: `${table.name}.json`, bytes: encodeText(text, encoding) };
});
