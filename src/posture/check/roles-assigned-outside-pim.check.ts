import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { roleAssignment, roleId, roleInstance, user } from '../graph-record.ts';
import { synchronisationRoles } from '../role-policy.ts';

/** CISA looks at eight roles, here all of weight count. PIM knows no start of what was given past it. */
const check: Check = {
  check: 'roles-assigned-outside-pim',
  title: 'Privileged roles are given in PIM only',
  lesson: 'privileged-roles',
  severity: 'medium',
  risk: 'A role that is given past PIM follows none of its rules: it does not end, nobody approves, nobody is told.',
  incident: 'An intruder gives roles by the shortest way. Where all go through PIM, one that did not stands out.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-how-to-configure-security-alerts',
  ],
  scuba: ['MS.AAD.7.5'],
  fix: {
    portal:
      'Entra admin center > Identity governance > Privileged Identity Management > Microsoft Entra roles > Alerts > Roles are being assigned outside of PIM: look at each, remove it, give it again in PIM',
    command:
      'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>   # then New-MgRoleManagementDirectoryRoleEligibilityScheduleRequest -Action adminAssign …',
  },
  needs: [
    exported(
      'active role assignments as PIM knows them (roleAssignmentScheduleInstances)',
      'role_assignment',
      sql`assignmentType is not null`,
    ),
  ],
  objects: sql`
    select a.tenantId, coalesce(a.principalType, 'principal') as type, a.principalId as id, coalesce(p.name, a.principalId) as name,
      a.roleName || ', given past PIM' as because, a.file_id, a.record
    from fact_role_assignment a left join fact_principal p on p.tenantId = a.tenantId and p.id = a.principalId
    where a.assignmentType is not null and a.startDateTime is null and coalesce(a.state, 'active') = 'active'
      and (a.isPrivileged or a.tier < 2) and a.roleId not in ${synchronisationRoles}`,
  examples: [
    {
      name: 'one without a start, one with, one without weight',
      records: [
        user('u1'),
        user('u2'),
        roleInstance('u1', roleId.globalAdministrator, { startDateTime: null }),
        roleInstance('u2', roleId.globalAdministrator),
        roleInstance('u3', roleId.messageCenterReader, { startDateTime: null }),
      ],
      verdict: 'not-met',
      objects: ['u1'],
    },
    { name: 'all with a start', records: [roleInstance('u2', roleId.globalAdministrator)], verdict: 'met' },
    {
      name: 'assignments that PIM is not asked about say nothing',
      records: [roleAssignment('u1', roleId.globalAdministrator)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
