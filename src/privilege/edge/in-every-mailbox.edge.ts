import { sql } from '../../store/sql.ts';
import { type Edge, mailboxNode, nodeOf } from '../edge.ts';

const edge: Edge = {
  edge: 'in-every-mailbox',
  title: 'includes the mailbox',
  cost: 0,
  why: 'What opens every mailbox of the tenant opens this one.',
  abuse: 'Whoever may read all mail reads that of this mailbox, too.',
  close: {
    portal:
      'Exchange admin center > Roles > Admin roles, and Entra admin center > Enterprise applications > Permissions: limit what reaches all mailboxes',
    command:
      'New-ManagementScope -Name <name> -RecipientRestrictionFilter <filter>; New-ManagementRoleAssignment -App <id> -Role <role> -CustomResourceScope <name>',
  },
  references: ['https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac'],
  rows: sql`
    select tenantId, ${nodeOf('mailboxes', sql`tenantId`)} as "from", ${mailboxNode(sql`tenantId`, sql`address`)} as "to",
      'is a mailbox of the tenant' as because, file_id, record
    from fact_mailbox`,
  examples: [
    {
      name: 'a mailbox that two exports name differently, once; a user without mail; a guest',
      records: [
        {
          id: 'u1',
          userPrincipalName: 'nora@frostline.example',
          displayName: 'Nora Lind',
          mail: 'nora.lind@frostline.example',
        },
        { id: 'u2', userPrincipalName: 'svc.print@frostline.example', displayName: 'Print', mail: null },
        {
          id: 'u3',
          userPrincipalName: 'eve_partner.example#EXT#@frostline.example',
          displayName: 'Eve',
          userType: 'Guest',
          mail: 'eve@partner.example',
        },
        {
          UserPrincipalName: 'nora.lind@frostline.example',
          RecipientTypeDetails: 'UserMailbox',
          FullAccessPermissions: '',
          FullAccessCount: '0',
        },
      ],
      edges: ['mailboxes:unknown tenant -> mailbox:unknown tenant:nora.lind@frostline.example'],
    },
  ],
};

export default edge;
