import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { mailbox, user } from '../graph-record.ts';

/** CISA asks only about the whole organization; an intruder turns it off for one account. */
const check: Check = {
  check: 'mailboxes-not-audited',
  title: 'No account is left out of the audit of mailboxes',
  lesson: 'logging',
  severity: 'high',
  risk: 'An account that is left out opens mailboxes without a trace, its own and those of others.',
  incident:
    'Groups of this kind have left accounts out of auditing before they read mail. Microsoft lists the bypass among what to look for.',
  references: [
    'https://learn.microsoft.com/en-us/powershell/module/exchange/set-mailboxauditbypassassociation',
    'https://learn.microsoft.com/en-us/purview/audit-mailboxes',
  ],
  fix: {
    portal: 'Only with PowerShell of Exchange Online',
    command:
      'Set-MailboxAuditBypassAssociation -Identity <address> -AuditBypassEnabled $false; Set-Mailbox -Identity <address> -AuditEnabled $true',
  },
  needs: [
    {
      what: 'mailboxes with their auditing (Get-Mailbox, Get-MailboxAuditBypassAssociation)',
      tenants: sql`select tenantId from now_mailbox where auditEnabled is not null or auditBypass is not null
        union select tenantId from now_setting where policy = 'mailboxAuditBypassAssociation'`,
    },
  ],
  objects: sql`
    select tenantId, 'mailbox' as type, address as id, coalesce(displayName || ' (' || address || ')', address) as name,
      unnest(list_filter([case when auditBypass then 'what it does to mailboxes is not logged' end, case when auditEnabled = false then 'auditing of the mailbox is off' end],
        lambda f: f is not null)) as because, file_id, record
    from now_mailbox where auditBypass or auditEnabled = false
    union all
    select s.tenantId, 'mailbox', s.object, s.object, 'what it does to mailboxes is not logged', s.file_id, s.record
    from now_setting s where s.policy = 'mailboxAuditBypassAssociation' and s.path = 'auditbypassenabled' and lower(s.value) = 'true'`,
  examples: [
    {
      name: 'off for one, one left out by its name, one left out by its address; one audited',
      records: [
        mailbox('nora', { AuditEnabled: false }),
        mailbox('karl'),
        { Identity: 'Backup Service', Name: 'Backup Service', AuditBypassEnabled: true },
        { Identity: 'scan@frostline.example', AuditBypassEnabled: true },
        { Identity: 'Karl', Name: 'Karl', AuditBypassEnabled: false },
      ],
      verdict: 'not-met',
      objects: ['backup service', 'nora@frostline.example', 'scan@frostline.example'],
    },
    { name: 'all audited', records: [mailbox('karl')], verdict: 'met' },
    { name: 'users without mailboxes say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
