import { bareExchangeName } from '../../directory/fact/exchange.ts';
import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';
import { exchangeGroupNode } from '../exchange.ts';

const edge: Edge = {
  edge: 'exchange-role-group-member',
  title: 'is a member of the role group',
  cost: 0,
  why: 'Members of a role group of Exchange have its management roles.',
  abuse: 'Whoever signs in as the member uses the roles in Exchange Online PowerShell at once.',
  close: {
    portal: 'Exchange admin center > Roles > Admin roles > the role group > Assigned > remove',
    command: 'Remove-RoleGroupMember -Identity <role group> -Member <member>',
  },
  references: [
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/permissions-exo',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/get-rolegroup',
  ],
  rows: sql`
    select m.tenantId, n.id as "from", ${exchangeGroupNode(sql`m.tenantId`, sql`m.roleGroup`)} as "to", 'is a member' as because, m.file_id, m.record
    from now_role_group_member m join fact_exchange_name n on n.tenantId = m.tenantId and n.name = ${bareExchangeName(sql`m.member`)}`,
  examples: [
    {
      name: 'a user by display name, a group by its name; a name that two users have, and one that nobody has',
      records: [
        { id: 'u1', userPrincipalName: 'nora.lind@frostline.example', displayName: 'Nora Lind' },
        { id: 'u2', userPrincipalName: 'kim.a@frostline.example', displayName: 'Kim' },
        { id: 'u3', userPrincipalName: 'kim.b@frostline.example', displayName: 'Kim' },
        { id: 'g1', displayName: 'Mail team', groupTypes: [], securityEnabled: true },
        {
          Name: 'Recipient Management',
          Roles: ['Mail Recipients'],
          Members: ['Nora Lind', 'Mail team', 'Kim', 'TenantAdmins_-1234567'],
          RoleGroupType: 'Standard',
        },
      ],
      edges: [
        'g1 -> exchange-group:unknown tenant:recipient management',
        'u1 -> exchange-group:unknown tenant:recipient management',
      ],
    },
  ],
};

export default edge;
