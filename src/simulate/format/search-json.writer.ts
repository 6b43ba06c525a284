import { encodeText } from './encoded-text.ts';
import type { Format } from './format.ts';
import { windowsPowerShellJson } from './power-shell-json.ts';
import { searchResults } from './search-result.ts';
import { creationInstant } from './unified-audit-text.ts';

/**
 * `Search-UnifiedAuditLog | ConvertTo-Json > file` in Windows PowerShell 5.1: UTF-16, dates as `/Date(ms)/`, AuditData as text,
 * and a single record as an object without an array around it.
 */
const searchJson: Format = {
  id: 'search-json',
  title: 'Search-UnifiedAuditLog, ConvertTo-Json',
  unifiedAudit(records, { encoding = 'utf16le', newline = '\r\n' } = {}) {
    if (records.length === 0) return [];
    const results = searchResults(records, (record) => new Date(creationInstant(record)));
    const value = results.length === 1 ? results[0] : results;
    const text = windowsPowerShellJson(value, newline) + newline;
    return [{ name: 'UnifiedAuditLog.json', bytes: encodeText(text, encoding) }];
  },
};
export default searchJson;
