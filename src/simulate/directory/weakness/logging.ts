import type { Ground } from './ground.ts';
import { somebody } from './ground.ts';

const lesson = 'logging';

/** Records that nobody keeps. */
export function plantLogging(ground: Ground): void {
  const { directory, findings } = ground;
  const { policies, population } = directory;
  const plant = (check: string, object: string, why: string) => findings.plant(lesson, check, [object], why);
  const change = (name: string, changes: Readonly<Record<string, boolean>>) =>
    policies.set(name, { ...policies.get(name), ...changes });
  change('EXO_AdminAuditLogConfig_PowerShell', { UnifiedAuditLogIngestionEnabled: false });
  plant('unified-audit-log-on', 'adminAuditLogConfig', 'somebody switched it off lately');
  change('EXO_OrganizationConfig_PowerShell', { AuditDisabled: true });
  plant('mailbox-auditing-on', 'organizationConfig', 'somebody switched it off lately');

  const service = directory.person(population.service[0] ?? 0).userPrincipalName ?? '';
  directory.auditBypass.push(service);
  plant('mailboxes-not-audited', service, 'the logs were too full of it');
  const reader = somebody(ground);
  directory.change(reader.id, { isReadingLogged: false });
  plant('mail-items-accessed-logged', reader.userPrincipalName ?? '', 'somebody chose what is logged');
}
