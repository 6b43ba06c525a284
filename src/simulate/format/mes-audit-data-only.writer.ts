import { encodeText } from './encoded-text.ts';
import { extractorName } from './extractor-name.ts';
import type { Format } from './format.ts';
import { auditDataText } from './unified-audit-text.ts';

/** Microsoft-Extractor-Suite `-AuditDataOnly`: the AuditData text of Exchange one a line, although the extension is `.json`. */
const mesAuditDataOnly: Format = {
  id: 'mes-audit-data-only',
  title: 'Microsoft-Extractor-Suite, AuditData only',
  unifiedAudit(records, { encoding = 'utf8', newline = '\r\n' } = {}) {
    if (records.length === 0) return [];
    const text = records.map((record) => auditDataText(record) + newline).join('');
    return [{ name: `${extractorName(records)}.json`, bytes: encodeText(text, encoding) }];
  },
};
export default mesAuditDataOnly;
