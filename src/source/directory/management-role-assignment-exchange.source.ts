import { sql } from '../../store/sql.ts';
import { defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';

/**
 * `Get-ManagementRoleAssignment`: which management role who has, applications among them. One that only lets somebody give the
 * role to others, and one that is switched off, is left out.
 */
export default defineDirectorySource({
  id: 'management-role-assignment-exchange',
  title: 'Management roles of Exchange from PowerShell (Get-ManagementRoleAssignment, JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-managementroleassignment',
  table: 'directory',
  fields: texts({
    role: 'Role',
    assigneeName: 'RoleAssigneeName',
    assignee: 'RoleAssignee',
    assigneeType: 'RoleAssigneeType',
    enabled: 'Enabled',
    delegation: 'RoleAssignmentDelegationType',
    writeScope: 'RecipientWriteScope',
    customWriteScope: 'CustomRecipientWriteScope',
    customResourceScope: 'CustomResourceScope',
    unitScope: 'RecipientOrganizationalUnitScope',
  }),
  requires: [['role'], ['assigneeType'], ['assigneeName', 'assignee']],
  fills: [
    {
      table: 'exchange_assignment',
      where: (field) => sql`lower(coalesce(${field.enabled}, 'true')) <> 'false'
        and not starts_with(coalesce(${field.delegation}, ''), 'Delegating')`,
      columns: (field) => ({
        role: field.role,
        assignee: sql`coalesce(nullif(${field.assigneeName}, ''), ${field.assignee})`,
        assigneeType: field.assigneeType,
        scope: sql`coalesce(nullif(${field.customResourceScope}, ''), nullif(${field.customWriteScope}, ''),
          nullif(${field.unitScope}, ''),
          case when ${field.writeScope} not in ('', 'Organization', 'None', 'NotApplicable') then ${field.writeScope} end)`,
      }),
    },
  ],
  examples: [
    {
      name: 'an application that may read some mailboxes',
      record: {
        Name: 'Application Mail.Read-app1',
        Role: 'Application Mail.Read',
        RoleAssignee: 'app1',
        RoleAssigneeName: '5555aaaa-0000-4000-8000-000000000001',
        RoleAssigneeType: 'ServicePrincipal',
        Enabled: true,
        RecipientWriteScope: 'Organization',
        CustomRecipientWriteScope: '',
        CustomResourceScope: 'Rooms only',
      },
      becomes: {
        exchange_assignment: [
          {
            role: 'Application Mail.Read',
            assignee: '5555aaaa-0000-4000-8000-000000000001',
            assigneeType: 'ServicePrincipal',
            scope: 'Rooms only',
          },
        ],
      },
    },
    {
      name: 'a user that may act as everybody',
      record: {
        Role: 'ApplicationImpersonation',
        RoleAssigneeName: 'svc-backup',
        RoleAssigneeType: 'User',
        RecipientWriteScope: 'Organization',
        CustomRecipientWriteScope: null,
        RoleAssignmentDelegationType: 'Regular',
      },
      becomes: {
        exchange_assignment: [{ role: 'ApplicationImpersonation', assignee: 'svc-backup', scope: null }],
      },
    },
    {
      name: 'everybody for himself',
      record: {
        Role: 'MyBaseOptions',
        RoleAssigneeName: 'Default Role Assignment Policy',
        RoleAssigneeType: 'RoleAssignmentPolicy',
        RecipientWriteScope: 'Self',
      },
      becomes: { exchange_assignment: [{ scope: 'Self' }] },
    },
    {
      name: 'the right to give a role',
      record: {
        Role: 'Mailbox Search',
        RoleAssigneeName: 'Organization Management',
        RoleAssigneeType: 'RoleGroup',
        RoleAssignmentDelegationType: 'DelegatingOrgWide',
        RecipientWriteScope: 'Organization',
      },
      becomes: { exchange_assignment: [] },
    },
  ],
});
