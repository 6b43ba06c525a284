import { encodeText } from './encoded-text.ts';
import { extractorName } from './extractor-name.ts';
import type { Format } from './format.ts';
import { wholeSecond } from './moment-text.ts';
import { searchResults } from './search-result.ts';
import { pagesOf } from './span.ts';
import { creationInstant } from './unified-audit-text.ts';

/** The search results under PowerShell 7: AuditData still text, ISO dates, one array for each batch, appended to one file. */
const mesJsonText: Format = {
  id: 'mes-json-text',
  title: 'Microsoft-Extractor-Suite, JSON with AuditData as text',
  unifiedAudit(records, { encoding = 'utf8', newline = '\n', pageSize } = {}) {
    if (records.length === 0) return [];
    const batches = pagesOf(records, pageSize).map((batch) => {
      const results = searchResults(batch, (record) => wholeSecond(creationInstant(record)));
      const value = results.length === 1 ? results[0] : results;
      return JSON.stringify(value, null, 2).replaceAll('\n', newline) + newline;
    });
    return [{ name: `${extractorName(records)}.json`, bytes: encodeText(batches.join(''), encoding) }];
  },
};
export default mesJsonText;
