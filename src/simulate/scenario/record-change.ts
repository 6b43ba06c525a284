import type { StageId } from '../../shape/story.ts';
import type { Random } from '../random.ts';
import type { SignIn } from '../record.ts';
import type { Chronicle } from './chronicle.ts';
import type { Change } from './make-audit.ts';
import { directoryAudit } from './make-audit.ts';
import { unifiedDirectoryAudit, unifiedSignIn } from './make-unified-audit.ts';

/** Writes a change into the tenant's directory audit and, as it happens there, into its unified audit log. */
export function recordChange(chronicle: Chronicle, random: Random, change: Change, stage?: StageId): void {
  const audit = directoryAudit(random, change);
  chronicle.changed(change);
  chronicle.directoryAudit(audit, stage);
  const by = audit.initiatedBy.user?.userPrincipalName ?? audit.initiatedBy.app?.displayName ?? '';
  chronicle.unifiedAudit(unifiedDirectoryAudit(audit, chronicle.tenantId, random.uuid()), stage, by);
}

/** Writes a user's sign-in into both logs that have it; it has the same id in them. */
export function recordSignIn(chronicle: Chronicle, record: SignIn, stage?: StageId): SignIn {
  chronicle.unifiedAudit(unifiedSignIn(record), stage);
  return chronicle.signIn(record, stage);
}
