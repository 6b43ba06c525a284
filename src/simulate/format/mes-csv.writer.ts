import { csvText } from './csv-text.ts';
import { encodeText } from './encoded-text.ts';
import { extractorName } from './extractor-name.ts';
import type { Format } from './format.ts';
import { americanMoment } from './moment-text.ts';
import { searchCells, searchColumns, searchResults } from './search-result.ts';
import { creationInstant } from './unified-audit-text.ts';

/** Microsoft-Extractor-Suite `Get-UAL -Output CSV`: the search results as they are, with a byte order mark. */
const mesCsv: Format = {
  id: 'mes-csv',
  title: 'Microsoft-Extractor-Suite, CSV',
  unifiedAudit(records, { encoding = 'utf8-bom', newline = '\r\n' } = {}) {
    if (records.length === 0) return [];
    const results = searchResults(records, (record) => americanMoment(creationInstant(record), 'power-shell'));
    const text = csvText(searchColumns, results.map(searchCells), 'all', newline);
    return [{ name: `${extractorName(records)}.csv`, bytes: encodeText(text, encoding) }];
  },
};
export default mesCsv;
