import { csvText } from './csv-text.ts';
import { encodeText } from './encoded-text.ts';
import type { Format } from './format.ts';
import { americanMoment } from './moment-text.ts';
import { searchCells, searchColumns, searchResults } from './search-result.ts';
import { creationInstant } from './unified-audit-text.ts';

/** `Search-UnifiedAuditLog | Export-Csv -NoTypeInformation`: every cell quoted, dates as the American locale writes them. */
const searchCsv: Format = {
  id: 'search-csv',
  title: 'Search-UnifiedAuditLog, Export-Csv',
  unifiedAudit(records, { encoding = 'utf8', newline = '\r\n' } = {}) {
    if (records.length === 0) return [];
    const results = searchResults(records, (record) => americanMoment(creationInstant(record), 'power-shell'));
    const text = csvText(searchColumns, results.map(searchCells), 'all', newline);
    return [{ name: 'UnifiedAuditLog.csv', bytes: encodeText(text, encoding) }];
  },
};
export default searchCsv;
