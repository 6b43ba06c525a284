import { csvText } from './csv-text.ts';
import { encodeText } from './encoded-text.ts';
import type { Format } from './format.ts';
import { creationInstant } from './unified-audit-text.ts';

/** A search result that a SIEM exported as CSV: its own columns, and the record as JSON in `_raw`. */
const siemCsv: Format = {
  id: 'siem-csv',
  title: 'SIEM export with the record in _raw',
  unifiedAudit(records, { encoding = 'utf8', newline = '\n' } = {}) {
    if (records.length === 0) return [];
    const rows = records.map((record) => [
      creationInstant(record).replace('Z', '+00:00'),
      'collector01',
      'o365_management_activity',
      'o365:management:activity',
      JSON.stringify(record),
    ]);
    const text = csvText(['_time', 'host', 'source', 'sourcetype', '_raw'], rows, 'all', newline);
    return [{ name: 'search-results.csv', bytes: encodeText(text, encoding) }];
  },
};
export default siemCsv;
