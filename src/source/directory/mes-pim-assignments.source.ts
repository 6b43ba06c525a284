import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, moment } from '../directory-source.ts';
import { texts } from '../source.ts';
import { cell } from './mes-cell.ts';
import { roleIdOf } from './role-name.ts';

/** `Get-PIMAssignments`: active and eligible roles of users by name, also through groups. Others' roles are left out. */
export default defineDirectorySource({
  id: 'mes-pim-assignments',
  title: 'Microsoft Extractor Suite: PIM-Assignments (CSV or JSON)',
  reference: 'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/Roles.html',
  table: 'directory',
  fields: texts({
    roleName: 'RoleName',
    userPrincipalName: 'UserPrincipalName',
    assignmentType: 'AssignmentType',
    status: 'AssignmentStatus',
    sourceType: 'SourceType',
    startDateTime: 'StartDateTime',
    endDateTime: 'EndDateTime',
    scope: 'DirectoryScopeId',
  }),
  requires: [['roleName'], ['userPrincipalName'], ['assignmentType'], ['status']],
  fills: [
    {
      table: 'role_assignment',
      columns: (field) => ({
        principalName: bare(field.userPrincipalName),
        principalType: sql`'user'`,
        roleId: roleIdOf(field.roleName),
        roleName: cell(field.roleName),
        scope: bare(field.scope),
        state: sql`case ${field.status} when 'Active' then 'active' when 'Eligible' then 'eligible' end`,
        memberType: cell(field.sourceType),
        startDateTime: moment(field.startDateTime),
        // An assignment without an end has this word for it.
        endDateTime: moment(sql`nullif(${field.endDateTime}, 'Permanent')`),
      }),
    },
  ],
  examples: [
    {
      name: 'an eligible member of a group',
      record: {
        RoleName: 'Exchange Administrator',
        UserPrincipalName: 'Ann@frostline.example',
        DisplayName: 'Ann',
        AssignmentType: 'PIM Eligible',
        SourceType: 'Group',
        SourceName: 'Tier 0',
        OnPremisesSynced: 'False',
        AssignmentStatus: 'Eligible',
        StartDateTime: '1/9/2024 8:00:00 PM',
        EndDateTime: 'Permanent',
        DirectoryScopeId: '/',
      },
      becomes: {
        role_assignment: [
          {
            principalId: null,
            principalName: 'ann@frostline.example',
            roleId: '29232cdf-9323-42fd-ade2-1d097af3e4de',
            roleName: 'Exchange Administrator',
            state: 'eligible',
            memberType: 'Group',
            startDateTime: '2024-01-09T20:00:00.000Z',
            endDateTime: null,
          },
        ],
      },
    },
    {
      name: 'an instance of Graph is none',
      record: { id: 'x', principalId: 'u1', roleDefinitionId: 'r1', assignmentType: 'Assigned', memberType: 'Direct' },
      becomes: undefined,
    },
  ],
});
