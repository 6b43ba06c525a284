import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy } from '../check.ts';
import { user } from '../graph-record.ts';
import { policyObject } from '../policy-object.ts';

const config = (on: boolean) => ({
  AdminAuditLogEnabled: true,
  UnifiedAuditLogIngestionEnabled: on,
  UnifiedAuditLogFirstOptInDate: null,
  AdminAuditLogCmdlets: ['*'],
  AdminAuditLogAgeLimit: '90.00:00:00',
});

/** Asked from Security & Compliance PowerShell it is always said to be off: the export has to come from Exchange Online. */
const check: Check = {
  check: 'unified-audit-log-on',
  title: 'The unified audit log is on',
  lesson: 'logging',
  severity: 'critical',
  risk: 'What an intruder reads, sends and changes is written down nowhere. What was lost can never be said.',
  incident:
    'Microsoft found the intrusion in the audit log of Exchange, which said what applications had done with EWS.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/defender.md',
    'https://learn.microsoft.com/en-us/purview/audit-log-enable-disable',
  ],
  scuba: ['MS.DEFENDER.6.1'],
  fix: {
    portal: 'Microsoft Purview portal > Audit > Start recording user and admin activity',
    command: 'Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true',
  },
  needs: [
    exportedPolicy(
      'the configuration of auditing (Get-AdminAuditLogConfig)',
      'adminAuditLogConfig',
      'UnifiedAuditLogIngestionEnabled',
    ),
  ],
  objects: policyObject(
    'adminAuditLogConfig',
    'Unified audit log',
    'UnifiedAuditLogIngestionEnabled',
    sql`coalesce(value, '') <> 'true'`,
    sql`'nothing is recorded'`,
  ),
  examples: [
    { name: 'off', records: [config(false)], verdict: 'not-met', objects: ['adminAuditLogConfig'] },
    { name: 'on', records: [config(true)], verdict: 'met' },
    { name: 'users without the configuration say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
