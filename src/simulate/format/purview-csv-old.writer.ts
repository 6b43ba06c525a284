import { csvText } from './csv-text.ts';
import { encodeText } from './encoded-text.ts';
import type { Format } from './format.ts';
import { dayOf } from './moment-text.ts';
import { spanOf } from './span.ts';
import { creationInstant } from './unified-audit-text.ts';

/** The export of the compliance center before Purview: four columns, at most 50,000 rows. */
const purviewCsvOld: Format = {
  id: 'purview-csv-old',
  title: 'Compliance center audit search',
  unifiedAudit(records, { encoding = 'utf8-bom', newline = '\r\n' } = {}) {
    if (records.length === 0) return [];
    const { first, last } = spanOf(records, creationInstant);
    const rows = records.map((record) => [
      `${record.CreationTime}.0000000Z`,
      record.UserId,
      record.Operation,
      JSON.stringify(record),
    ]);
    const text = csvText(['CreationDate', 'UserIds', 'Operations', 'AuditData'], rows, 'needed', newline);
    return [{ name: `AuditLog_${dayOf(first)}_${dayOf(last)}.csv`, bytes: encodeText(text, encoding) }];
  },
};
export default purviewCsvOld;
