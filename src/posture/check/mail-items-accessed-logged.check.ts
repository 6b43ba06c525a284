import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { mailbox, user } from '../graph-record.ts';

const check: Check = {
  check: 'mail-items-accessed-logged',
  title: 'It is logged which messages are read in every mailbox',
  lesson: 'logging',
  severity: 'medium',
  risk: 'Without it the log says that somebody signed in, not which mail he read. All that lay in the mailbox has to count as lost.',
  incident:
    'CISA had agencies go through the mail that was read, message by message. Where reading was not logged, that is everything.',
  references: [
    'https://www.cisa.gov/news-events/directives/ed-24-02-mitigating-significant-risk-nation-state-compromise-microsoft-corporate-email-system',
    'https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts',
  ],
  fix: {
    portal: 'Only with PowerShell of Exchange Online; the account needs a licence with audit of mail items',
    command:
      "Set-Mailbox -Identity <address> -AuditOwner @{ Add = 'MailItemsAccessed' }   # or back to the default: Set-Mailbox -Identity <address> -DefaultAuditSet Owner, Delegate, Admin",
  },
  needs: [exported('mailboxes with the acts that are logged (AuditOwner)', 'mailbox', sql`len(auditOwner) > 0`)],
  objects: sql`
    select tenantId, 'mailbox' as type, address as id, coalesce(displayName || ' (' || address || ')', address) as name,
      'reading of mail by its owner is not logged' || case when auditEnabled = false then ', and auditing is off' else '' end as because, file_id, record
    from now_mailbox where len(auditOwner) > 0 and not list_contains(list_transform(auditOwner, lambda a: lower(a)), 'mailitemsaccessed')
      and coalesce(type, 'UserMailbox') in ('UserMailbox', 'SharedMailbox')`,
  examples: [
    {
      name: 'without it, with it, and a room without it',
      records: [
        mailbox('nora', { AuditOwner: ['Update', 'HardDelete', 'Send'] }),
        mailbox('karl'),
        mailbox('room', { RecipientTypeDetails: 'RoomMailbox', AuditOwner: ['Update'] }),
      ],
      verdict: 'not-met',
      objects: ['nora@frostline.example'],
    },
    { name: 'with it', records: [mailbox('karl')], verdict: 'met' },
    { name: 'users without mailboxes say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
