import { sql } from '../../store/sql.ts';
import { type Check, needsRoles } from '../check.ts';
import { roleAssignment, roleId, user } from '../graph-record.ts';
import { globalAdministrator, highlyPrivilegedRoles, peopleWithRoles } from '../role-policy.ts';

/** CISA also fails this where there are too few or too many Global Administrators; that is a check of its own here. */
const check: Check = {
  check: 'fewer-global-than-other-administrators',
  title: 'There are no more Global Administrators than administrators with a narrower role',
  lesson: 'privileged-roles',
  severity: 'medium',
  risk: 'Where everybody who administers can do everything, every stolen administrator is a stolen tenant.',
  incident:
    'Microsoft asks to give every identity only what it needs, because the intruder used whatever was more than that.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/best-practices',
  ],
  scuba: ['MS.AAD.7.2'],
  fix: {
    portal:
      'Entra admin center > Roles and administrators: give narrower roles such as Exchange Administrator, then Global Administrator > Assignments > Remove',
    command:
      "New-MgRoleManagementDirectoryRoleEligibilityScheduleRequest -Action adminAssign -PrincipalId <id> -RoleDefinitionId <narrower role id> -DirectoryScopeId '/' -ScheduleInfo @{ StartDateTime = (Get-Date) }   # then remove Global Administrator",
  },
  needs: [needsRoles],
  objects: sql`
    with administrator as (
      select tenantId, principalId, bool_or(roleId = ${globalAdministrator}) as isGlobal, min(file_id) as file_id, min(record) as record
      from (${peopleWithRoles}) where roleId in ${highlyPrivilegedRoles} group by all
    )
    select a.tenantId, 'tenant' as type, a.tenantId as id, coalesce(max(t.displayName), a.tenantId) as name,
      count(*) filter (where isGlobal) || ' Global Administrators and ' || count(*) filter (where not isGlobal) || ' with narrower privileged roles' as because,
      min(a.file_id) as file_id, min(a.record) as record
    from administrator a left join now_tenant t using (tenantId) group by a.tenantId having count(*) filter (where isGlobal) > count(*) filter (where not isGlobal)`,
  examples: [
    {
      name: 'two against one, who also reads messages',
      records: [
        roleAssignment('u1', roleId.globalAdministrator),
        roleAssignment('u2', roleId.globalAdministrator),
        roleAssignment('u2', roleId.exchangeAdministrator),
        roleAssignment('u3', roleId.exchangeAdministrator),
        roleAssignment('u4', roleId.messageCenterReader),
      ],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'two against two',
      records: [
        roleAssignment('u1', roleId.globalAdministrator),
        roleAssignment('u2', roleId.globalAdministrator),
        roleAssignment('u3', roleId.exchangeAdministrator),
        roleAssignment('u4', roleId.userAdministrator),
      ],
      verdict: 'met',
    },
    { name: 'users without roles say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
