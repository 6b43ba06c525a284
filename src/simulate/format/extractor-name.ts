import type { UnifiedAudit } from '../record.ts';
import { digitsOf } from './moment-text.ts';
import { spanOf } from './span.ts';
import { creationInstant } from './unified-audit-text.ts';

/** Where the Microsoft-Extractor-Suite puts a window of the unified audit log, without the extension. */
export function extractorName(records: readonly UnifiedAudit[]): string {
  const { first, last } = spanOf(records, creationInstant);
  return `UnifiedAuditLog/${digitsOf(last)}/UAL-${digitsOf(first)}-${digitsOf(last)}`;
}
