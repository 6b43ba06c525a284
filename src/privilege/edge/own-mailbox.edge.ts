import { sql } from '../../store/sql.ts';
import { type Edge, mailboxNode } from '../edge.ts';

const edge: Edge = {
  edge: 'own-mailbox',
  title: 'has the mailbox',
  cost: 0,
  why: 'Whoever signs in as a user opens his mailbox.',
  abuse:
    'With the password or a token of the user, the mailbox is read in the browser or over any protocol that the tenant lets in.',
  close: {
    portal:
      'Microsoft 365 admin center > Users > Active users > the user > Block sign-in, and Mail > Manage email apps',
    command: 'Update-MgUser -UserId <user id> -AccountEnabled:$false; Revoke-MgUserSignInSession -UserId <user id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/manage-user-mailboxes/manage-user-mailboxes',
  ],
  // A disabled account, as most of shared mailboxes are, must be enabled first.
  rows: sql`
    select m.tenantId, m.userId as "from", ${mailboxNode(sql`m.tenantId`, sql`m.address`)} as "to",
      'is the mailbox of this account' || case when u.accountEnabled = false then ', which is disabled' else '' end as because,
      m.file_id, m.record, case when u.accountEnabled = false then 2 else 0 end as cost
    from fact_mailbox m join now_user u on u.tenantId = m.tenantId and u.id = m.userId`,
  examples: [
    {
      name: 'a user by name and one by address; one without mail; a guest with an address elsewhere',
      records: [
        user('u1', 'nora.lind@frostline.example', 'nora.lind@frostline.example'),
        user('u2', 'gil@frostline.example', 'gil.frost@frostline.example'),
        user('u3', 'svc.print@frostline.example', null),
        user('u4', 'eve_partner.example#EXT#@frostline.example', 'eve@partner.example'),
        mailbox('nora.lind@frostline.example'),
        mailbox('gil.frost@frostline.example'),
        mailbox('archive@frostline.example'),
      ],
      edges: [
        'u1 -> mailbox:unknown tenant:nora.lind@frostline.example',
        'u2 -> mailbox:unknown tenant:gil.frost@frostline.example',
      ],
    },
    {
      name: 'mailboxes that only the users tell of',
      records: [
        user('u1', 'nora.lind@frostline.example', 'nora.lind@frostline.example'),
        user('u3', 'svc.print@frostline.example', null),
      ],
      edges: ['u1 -> mailbox:unknown tenant:nora.lind@frostline.example'],
    },
  ],
};

function user(id: string, userPrincipalName: string, mail: string | null): Record<string, unknown> {
  return { id, userPrincipalName, displayName: id, mail };
}

function mailbox(UserPrincipalName: string): Record<string, unknown> {
  return { UserPrincipalName, RecipientTypeDetails: 'UserMailbox', FullAccessPermissions: '', FullAccessCount: '0' };
}

export default edge;
