import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { eligibleRole, group, roleAssignment, roleId, roleInstance, servicePrincipal, user } from '../graph-record.ts';
import { synchronisationRoles } from '../role-policy.ts';

/**
 * As CISA: users, groups and applications, also those for emergencies, which CISA lets a configuration leave out. Here all roles of
 * weight count, not eight; accounts that synchronise a directory do not.
 */
const check: Check = {
  check: 'standing-privileged-roles',
  title: 'Nobody holds a privileged role for good',
  lesson: 'privileged-roles',
  severity: 'high',
  risk: 'A role that is always on works for whoever has the account, at night as well. One that must be activated asks for proof again and leaves a trace.',
  incident: 'What the intruder took over could do what it did because its rights stood there for years.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-how-to-add-role-to-user',
  ],
  scuba: ['MS.AAD.7.4'],
  fix: {
    portal:
      'Entra admin center > Identity governance > Privileged Identity Management > Microsoft Entra roles > the role > Assignments > Active: make it eligible; two accounts for emergencies stay',
    command:
      "New-MgRoleManagementDirectoryRoleEligibilityScheduleRequest -Action adminAssign -PrincipalId <id> -RoleDefinitionId <role id> -DirectoryScopeId '/' -ScheduleInfo @{ StartDateTime = (Get-Date); Expiration = @{ Type = 'afterDuration'; Duration = 'P365D' } }   # then Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>",
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
      a.roleName || ' for good' || coalesce(', since ' || strftime(a.startDateTime, '%Y-%m-%d'), '') || case when a.scope = '/' then '' else ', at ' || a.scope end as because,
      a.file_id, a.record
    from fact_role_assignment a left join fact_principal p on p.tenantId = a.tenantId and p.id = a.principalId
    where a.assignmentType = 'Assigned' and a.endDateTime is null and coalesce(a.state, 'active') = 'active'
      and (a.isPrivileged or a.tier < 2) and a.roleId not in ${synchronisationRoles}`,
  examples: [
    {
      name: 'for good: a user, a group, an application; for a time, activated, eligible; a role without weight',
      records: [
        user('u1'),
        user('u2'),
        group('g1'),
        servicePrincipal('s1'),
        roleInstance('u1', roleId.globalAdministrator),
        roleInstance('g1', roleId.exchangeAdministrator),
        roleInstance('s1', roleId.userAdministrator),
        roleInstance('u2', roleId.globalAdministrator, { endDateTime: '2026-12-24T00:00:00Z' }),
        roleInstance('u3', roleId.globalAdministrator, { assignmentType: 'Activated' }),
        eligibleRole('u4', roleId.globalAdministrator),
        roleInstance('u5', roleId.messageCenterReader),
      ],
      verdict: 'not-met',
      objects: ['g1', 's1', 'u1'],
    },
    {
      name: 'only activated ones',
      records: [
        roleInstance('u3', roleId.globalAdministrator, {
          assignmentType: 'Activated',
          endDateTime: '2026-11-25T16:00:00Z',
        }),
        eligibleRole('u3', roleId.globalAdministrator),
      ],
      verdict: 'met',
    },
    {
      name: 'assignments that do not say whether they were activated',
      records: [roleAssignment('u1', roleId.globalAdministrator)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
