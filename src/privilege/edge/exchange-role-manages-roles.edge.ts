import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { exchangeGroupNode, exchangeRoleRows } from '../exchange.ts';

const to = nodeOf('mailboxes', sql`r.tenantId`);

const edge: Edge = {
  edge: 'exchange-role-manages-roles',
  title: 'gives itself roles of Exchange',
  cost: 1,
  why: 'Role Management, which Organization Management has, changes role groups and assignments, also for its holder. A role that opens every mailbox is one command away.',
  abuse:
    'The holder adds himself to a role group, or gives an application of his a role for all mailboxes, and reads mail.',
  close: {
    portal: 'Exchange admin center > Roles > Admin roles > Organization Management > Assigned > remove',
    command:
      'Remove-RoleGroupMember -Identity "Organization Management" -Member <member>; Remove-ManagementRoleAssignment -Identity <assignment>',
  },
  references: [
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/permissions-exo',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/add-rolegroupmember',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/new-managementroleassignment',
  ],
  rows: sql`
    ${exchangeRoleRows(to, sql`true`, 'role management')}
    union all
    select r.tenantId, ${exchangeGroupNode(sql`r.tenantId`, sql`r.roleGroup`)}, ${to}, 'has all roles of Exchange, or the right to give them', r.file_id, r.record
    from now_role_group_member r where lower(r.roleGroup) = 'organization management'`,
  examples: [
    {
      name: 'Organization Management by its members, and a user with the role; one who may only see',
      records: [
        { id: 'u1', userPrincipalName: 'gil@frostline.example', displayName: 'Gil' },
        { Name: 'Organization Management', Roles: ['Legal Hold'], Members: ['Gil'], RoleGroupType: 'Standard' },
        {
          Name: 'View-Only Organization Management',
          Roles: ['View-Only Configuration'],
          Members: ['Gil'],
          RoleGroupType: 'Standard',
        },
        {
          Role: 'Role Management',
          RoleAssigneeName: 'gil',
          RoleAssigneeType: 'User',
          Enabled: true,
          RecipientWriteScope: 'Organization',
        },
      ],
      edges: [
        'exchange-group:unknown tenant:organization management -> mailboxes:unknown tenant',
        'u1 -> mailboxes:unknown tenant',
      ],
    },
  ],
};

export default edge;
