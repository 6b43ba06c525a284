import { encodeText } from './encoded-text.ts';
import { extractorName } from './extractor-name.ts';
import type { Format } from './format.ts';
import { jsonLines } from './json-lines.ts';
import { searchResults } from './search-result.ts';

/** Microsoft-Extractor-Suite `Get-UAL -Output JSONL`: one search result a line with AuditData as text and a date without a zone. */
const mesJsonl: Format = {
  id: 'mes-jsonl',
  title: 'Microsoft-Extractor-Suite, JSON lines',
  unifiedAudit(records, { encoding = 'utf8', newline = '\n' } = {}) {
    if (records.length === 0) return [];
    const results = searchResults(records, (record) => record.CreationTime);
    return [{ name: `${extractorName(records)}.jsonl`, bytes: encodeText(jsonLines(results, newline), encoding) }];
  },
};
export default mesJsonl;
