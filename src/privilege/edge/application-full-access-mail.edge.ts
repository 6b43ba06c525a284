import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf, permissionRows } from '../edge.ts';

const edge: Edge = {
  edge: 'application-full-access-mail',
  title: 'opens every mailbox as an application',
  cost: 0,
  why: 'An application permission for mail is valid for all mailboxes of the tenant, without a user who signs in.',
  abuse: 'Whoever has a credential of the application gets a token and reads all mail over EWS, IMAP or Graph.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke; or limit it with RBAC for Applications',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
  ],
  rows: permissionRows(nodeOf('mailboxes', sql`f.tenantId`), 'mail-read'),
  examples: [
    {
      name: 'the role of the incident, and one that only sends',
      records: [
        {
          id: 'e1',
          appId: '00000002-0000-0ff1-ce00-000000000000',
          displayName: 'Office 365 Exchange Online',
          servicePrincipalType: 'Application',
        },
        {
          id: 'x',
          appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
          principalId: 'a1',
          principalType: 'ServicePrincipal',
          resourceId: 'e1',
        },
        {
          id: 'y',
          appRoleId: 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
          principalId: 'a2',
          principalType: 'ServicePrincipal',
          resourceId: 'e1',
        },
      ],
      edges: ['a1 -> mailboxes:unknown tenant'],
    },
  ],
};

export default edge;
