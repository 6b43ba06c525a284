import { sql } from '../../store/sql.ts';
import { user } from '../application-record.ts';
import { type Check, exported } from '../check.ts';
import { fullAccess, mailbox } from '../exchange-record.ts';

const domains = [
  { id: 'frostline.example', authenticationType: 'Managed', isVerified: true, isDefault: true, isInitial: false },
  { id: 'partner.example', authenticationType: 'Managed', isVerified: false, isDefault: false, isInitial: false },
];

/** An address inside is told by the domains, and by the addresses of members and mailboxes, which are all of verified domains. */
const check: Check = {
  check: 'mailbox-forwarding-outside',
  title: 'No mailbox forwards its mail to an address outside',
  lesson: 'mailbox-access',
  severity: 'medium',
  risk: 'Every mail that arrives goes to somebody else as well. It needs to be set up once and goes on after the password has been changed.',
  incident:
    'Not known to have been used in this intrusion, which read mail in place. Forwarding is what cheaper intruders use for the same.',
  references: [
    'https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-policies-external-email-forwarding',
    'https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/manage-user-mailboxes/configure-email-forwarding',
  ],
  fix: {
    portal:
      'Exchange admin center > Recipients > Mailboxes > the mailbox > Manage mail flow settings > Email forwarding: off',
    command:
      'Set-Mailbox -Identity <mailbox> -ForwardingSmtpAddress $null -ForwardingAddress $null -DeliverToMailboxAndForward $false',
  },
  // What lists mailboxes without more has no forwarding either; one that says whether they are audited has both.
  needs: [
    exported(
      'mailboxes with their forwarding (Get-Mailbox)',
      'mailbox',
      sql`forwarding is not null or (auditEnabled is not null and userId is not null)`,
    ),
    exported('verified domains', 'domain'),
  ],
  objects: sql`
    with inside as (
      select tenantId, id as domain from now_domain where isVerified is distinct from false
      union select tenantId, split_part(userPrincipalName, '@', 2) from now_user where not contains(userPrincipalName, '#ext#')
      union select tenantId, split_part(address, '@', 2) from now_mailbox
    )
    select m.tenantId, 'mailbox' as type, coalesce(m.userId, m.address) as id, m.address as name, 'forwards to ' || m.forwarding as because, m.file_id, m.record
    from now_mailbox m where contains(m.forwarding, '@')
      and not exists (select 1 from inside i where i.tenantId = m.tenantId and i.domain = lower(split_part(m.forwarding, '@', -1)))`,
  examples: [
    {
      name: 'outside, to a domain that nobody has verified; inside, and to a name that says nothing',
      records: [
        ...domains,
        mailbox('info', { ForwardingSmtpAddress: 'smtp:Drop@mailhost.example' }),
        mailbox('sales', { ForwardingSmtpAddress: 'smtp:sales@partner.example' }),
        mailbox('board', { ForwardingSmtpAddress: 'smtp:kim@Frostline.example' }),
        mailbox('office', { ForwardingAddress: 'Kim' }),
      ],
      verdict: 'not-met',
      objects: ['info@frostline.example', 'sales@frostline.example'],
    },
    {
      name: 'inside, and none',
      records: [
        ...domains,
        mailbox('board', { ForwardingSmtpAddress: 'smtp:kim@frostline.example' }),
        mailbox('info', { ExternalDirectoryObjectId: 'u1' }),
      ],
      verdict: 'met',
    },
    {
      name: 'mailboxes are not there',
      records: [...domains, user('kim'), fullAccess('board', 'kim')],
      verdict: 'not-examined',
    },
  ],
};

export default check;
