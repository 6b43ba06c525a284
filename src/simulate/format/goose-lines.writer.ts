import type { Instant } from '../../shape/instant.ts';
import { encodeText } from './encoded-text.ts';
import type { Format } from './format.ts';
import { jsonLines } from './json-lines.ts';
import { spanOf } from './span.ts';
import { creationInstant } from './unified-audit-text.ts';

/**
 * Untitled Goose Tool 2: AuditData one a line, named after the window.
 * Source: https://github.com/cisagov/untitledgoosetool
 */
const gooseLines: Format = {
  id: 'goose-lines',
  title: 'Untitled Goose Tool, unified audit log',
  unifiedAudit(records, { encoding = 'utf8', newline = '\n' } = {}) {
    if (records.length === 0) return [];
    const { first, last } = spanOf(records, creationInstant);
    const name = `m365/ual_${underscored(first)}_${underscored(last)}.json`;
    return [{ name, bytes: encodeText(jsonLines(records, newline), encoding) }];
  },
};
export default gooseLines;

function underscored(instant: Instant): string {
  return instant.slice(0, 19).replaceAll(':', '_');
}
