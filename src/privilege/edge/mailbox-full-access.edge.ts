import { bareExchangeName } from '../../directory/fact/exchange.ts';
import { sql } from '../../store/sql.ts';
import { type Edge, mailboxNode } from '../edge.ts';

const edge: Edge = {
  edge: 'mailbox-full-access',
  title: 'may open the mailbox',
  cost: 0,
  why: 'Full access lets its holder open the mailbox as his own. Members of a group have what the group has.',
  abuse: 'Whoever signs in as the holder reads the mailbox beside his own. Its owner is not told.',
  close: {
    portal:
      'Exchange admin center > Recipients > Mailboxes > the mailbox > Delegation > Read and manage (Full Access) > edit',
    command: 'Remove-MailboxPermission -Identity <mailbox> -User <holder> -AccessRights FullAccess',
  },
  references: [
    'https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/manage-permissions-for-recipients',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/add-mailboxpermission',
  ],
  // To send as a mailbox does not open it.
  rows: sql`
    select m.tenantId, n.id as "from", ${mailboxNode(sql`m.tenantId`, sql`coalesce(b.address, lower(m.mailbox))`)} as "to",
      'has full access to it' as because, m.file_id, m.record
    from now_mailbox_permission m join fact_exchange_name n on n.tenantId = m.tenantId and n.name = ${bareExchangeName(sql`m.trustee`)}
    left join fact_mailbox_name b on b.tenantId = m.tenantId and b.name = ${bareExchangeName(sql`m.mailbox`)}
    where m."right" = 'FullAccess'`,
  examples: [
    {
      name: 'a user, a group by its address and one by its name; who only sends, a name of two users, a stranger',
      records: [
        { id: 'u1', userPrincipalName: 'ann@frostline.example', displayName: 'Ann', mail: null },
        { id: 'u2', userPrincipalName: 'bob@frostline.example', displayName: 'Bob', mail: null },
        { id: 'u3', userPrincipalName: 'kim.a@frostline.example', displayName: 'Kim', mail: null },
        { id: 'u4', userPrincipalName: 'kim.b@frostline.example', displayName: 'Kim', mail: null },
        { id: 'g1', displayName: 'Sales', mail: 'sales@frostline.example', groupTypes: [], securityEnabled: true },
        { id: 'g2', displayName: 'Board', mail: 'board@frostline.example', groupTypes: [], securityEnabled: true },
        {
          UserPrincipalName: 'Office@frostline.example',
          RecipientTypeDetails: 'SharedMailbox',
          FullAccessPermissions: [
            'Ann (ann@frostline.example)',
            'Sales (sales@frostline.example)',
            'Board',
            'Kim',
            'gone',
          ]
            .map((trustee) => `${trustee} - Rights: FullAccess, Deny: False, Inheritance: All`)
            .join(' | '),
          SendAsPermissions: 'Bob (bob@frostline.example) - Type: Allow, Rights: SendAs, Inheritance: None',
          FullAccessCount: '5',
        },
      ],
      edges: [
        'g1 -> mailbox:unknown tenant:office@frostline.example',
        'g2 -> mailbox:unknown tenant:office@frostline.example',
        'u1 -> mailbox:unknown tenant:office@frostline.example',
      ],
    },
  ],
};

export default edge;
