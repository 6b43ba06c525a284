import type { Random } from '../random.ts';
import { tenant } from '../tenant.ts';
import type { Chronicle } from './chronicle.ts';
import type { StageId } from '../../shape/story.ts';
import type { Change } from './make-audit.ts';
import { directoryAudit } from './make-audit.ts';
import { unifiedDirectoryAudit } from './make-unified-audit.ts';

/** Writes a change into the production tenant's directory audit and, as it happens there, into its unified audit log. */
export function recordChange(production: Chronicle, random: Random, change: Change, stage?: StageId): void {
  const audit = production.directoryAudit(directoryAudit(random, change), stage);
  production.unifiedAudit(unifiedDirectoryAudit(audit, tenant.id, random.uuid()), stage);
}
