import { encodeText } from './encoded-text.ts';
import { extractorName } from './extractor-name.ts';
import type { Format } from './format.ts';
import { windowsPowerShellJson } from './power-shell-json.ts';
import { searchResults } from './search-result.ts';
import { pagesOf } from './span.ts';
import { creationInstant } from './unified-audit-text.ts';

/**
 * Microsoft-Extractor-Suite `Get-UAL -Output JSON` under Windows PowerShell 5.1: AuditData parsed, dates as `/Date(ms)/`, one
 * top-level value for each batch with blank lines after it, and a batch of one record an object instead of an array.
 */
const mesJson: Format = {
  id: 'mes-json',
  title: 'Microsoft-Extractor-Suite, JSON',
  unifiedAudit(records, { encoding = 'utf8-bom', newline = '\r\n', pageSize } = {}) {
    if (records.length === 0) return [];
    const batches = pagesOf(records, pageSize).map((batch) => {
      const results = searchResults(batch, (record) => new Date(creationInstant(record))).map((result, index) => ({
        ...result,
        AuditData: batch[index],
      }));
      const text = windowsPowerShellJson(results.length === 1 ? results[0] : results, newline);
      return text + newline.repeat(3);
    });
    return [{ name: `${extractorName(records)}.json`, bytes: encodeText(batches.join(''), encoding) }];
  },
};
export default mesJson;
