import { sql, type Sql } from '../../store/sql.ts';
import { defineDirectorySource } from '../directory-source.ts';
import { json, text } from '../source.ts';

/** `Get-RoleGroup`: the roles of each role group of Exchange and who is in it; Goose writes `EXO_RoleGroups_PowerShell`. */
export default defineDirectorySource({
  id: 'role-group-exchange',
  title: 'Role groups of Exchange from PowerShell (Get-RoleGroup, JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-rolegroup',
  table: 'directory',
  fields: {
    name: text('Name'),
    members: json('Members'),
    roles: json('Roles'),
    roleAssignments: json('RoleAssignments'),
    roleGroupType: text('RoleGroupType'),
  },
  requires: [['name'], ['roles'], ['roleGroupType', 'roleAssignments', 'members']],
  fills: [
    {
      table: 'exchange_assignment',
      each: [{ isTree: true, list: 'roles' }],
      where: (_, role) => isName(role('value')),
      columns: (field, role) => ({
        role: role('value'),
        assignee: field.name,
        assigneeType: sql`'RoleGroup'`,
      }),
    },
    {
      table: 'role_group_member',
      each: [{ isTree: true, list: 'members' }],
      where: (_, member) => isName(member('value')),
      columns: (field, member) => ({ roleGroup: field.name, member: member('value') }),
    },
  ],
  examples: [
    {
      name: 'two roles, one of the members a group of the directory',
      record: {
        ManagedBy: ['Organization Management'],
        RoleAssignments: ['Mailbox Search-Discovery Management', 'Legal Hold-Discovery Management'],
        'Roles@odata.type': '#Collection(String)',
        Roles: ['Legal Hold', 'Mailbox Search'],
        DisplayName: '',
        Members: ['TenantAdmins_-1234567', 'Nora Lind'],
        RoleGroupType: 'Standard',
        Capabilities: [],
        Name: 'Discovery Management',
        Identity: 'Discovery Management',
      },
      becomes: {
        exchange_assignment: [
          { role: 'Legal Hold', assignee: 'Discovery Management', assigneeType: 'RoleGroup', scope: null },
          { role: 'Mailbox Search' },
        ],
        role_group_member: [
          { roleGroup: 'Discovery Management', member: 'TenantAdmins_-1234567' },
          { member: 'Nora Lind' },
        ],
      },
    },
    {
      name: 'one role as text and nobody in it',
      record: { Name: 'Impersonators', Roles: 'ApplicationImpersonation', Members: [], RoleGroupType: 'Standard' },
      becomes: {
        exchange_assignment: [{ role: 'ApplicationImpersonation', assignee: 'Impersonators' }],
        role_group_member: [],
      },
    },
  ],
});

function isName(value: Sql): Sql {
  return sql`coalesce(${value}, '') not in ('', '[]', '{}')`;
}
