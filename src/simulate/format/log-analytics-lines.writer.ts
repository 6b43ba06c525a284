import { encodeText } from './encoded-text.ts';
import { jsonLines } from './json-lines.ts';
import { logAnalyticsFormat } from './log-analytics.ts';

/** Rows one a line with dynamic columns as JSON text, as notebooks and data set authors export them. Nulls are left out. */
export default logAnalyticsFormat('log-analytics-lines', 'Log Analytics, JSON lines', (table, records, options) => {
  const { encoding = 'utf8', newline = '\n' } = options;
  const rows = records.map((record) =>
    Object.fromEntries(
      table.columns.flatMap(({ name, type, value }) => {
        const content = value(record);
        if (content === null || content === undefined) return [];
        return [[name, type === 'dynamic' ? JSON.stringify(content) : content]];
      }),
    ),
  );
  return { name: `${table.name}.json`, bytes: encodeText(jsonLines(rows, newline), encoding) };
});
