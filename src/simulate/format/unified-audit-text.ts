import type { Instant } from '../../shape/instant.ts';
import type { UnifiedAudit } from '../record.ts';

/** `CreationTime` has no zone and is UTC. */
export function creationInstant(record: UnifiedAudit): Instant {
  return `${record.CreationTime}.000Z`;
}

/** AuditData as Exchange serialises it: compact, with slashes escaped. Sound because JSON has slashes only inside strings. */
export function auditDataText(record: UnifiedAudit): string {
  return JSON.stringify(record).replaceAll('/', '\\/');
}
