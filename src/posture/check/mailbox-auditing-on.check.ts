import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy } from '../check.ts';
import { user } from '../graph-record.ts';
import { policyObject } from '../policy-object.ts';

const config = (AuditDisabled: boolean) => ({
  Name: 'frostline.onmicrosoft.example',
  AuditDisabled,
  OAuth2ClientProfileEnabled: true,
  CustomerLockboxEnabled: false,
});

const check: Check = {
  check: 'mailbox-auditing-on',
  title: 'Mailboxes are audited by default',
  lesson: 'logging',
  severity: 'high',
  risk: 'Nobody can say afterwards which mail was read, moved or deleted, and by whom.',
  incident: 'Which mail the intruder had read was known only because access to mailboxes was logged.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/exo.md',
    'https://learn.microsoft.com/en-us/purview/audit-mailboxes',
  ],
  scuba: ['MS.EXO.13.1'],
  fix: {
    portal: 'Only with PowerShell of Exchange Online',
    command: 'Set-OrganizationConfig -AuditDisabled $false',
  },
  needs: [
    exportedPolicy('the configuration of Exchange (Get-OrganizationConfig)', 'organizationConfig', 'AuditDisabled'),
  ],
  objects: policyObject(
    'organizationConfig',
    'Configuration of Exchange Online',
    'AuditDisabled',
    sql`value = 'true'`,
    sql`'auditing of mailboxes is off for the whole organization'`,
  ),
  examples: [
    { name: 'off', records: [config(true)], verdict: 'not-met', objects: ['organizationConfig'] },
    { name: 'on', records: [config(false)], verdict: 'met' },
    { name: 'users without the configuration say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
