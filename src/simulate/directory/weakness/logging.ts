import type { Ground } from './ground.ts';

/** Records that nobody keeps. */
export function plantLogging({ directory }: Ground): void {
  const { policies, population } = directory;
  for (const [name, change] of [
    ['EXO_AdminAuditLogConfig_PowerShell', { UnifiedAuditLogIngestionEnabled: false }],
    ['EXO_OrganizationConfig_PowerShell', { AuditDisabled: true }],
  ] as const)
    policies.set(name, { ...policies.get(name), ...change });
  directory.auditBypass.push(directory.person(population.service[0] ?? 0).userPrincipalName ?? '');
}
