import { sql } from '../../store/sql.ts';
import type { Fact } from './fact.ts';

/** Who holds which directory role. */
export const roleFacts: readonly Fact[] = [
  {
    // Powers of roles that tenants made themselves, by the actions that matter.
    name: 'fact_custom_role',
    query: sql`
      select tenantId, id, displayName, list_distinct(list_filter([
        case when len(list_filter(actions, lambda a: a in ('microsoft.directory/applications/credentials/update', 'microsoft.directory/applications/allProperties/allTasks',
          'microsoft.directory/servicePrincipals/credentials/update', 'microsoft.directory/servicePrincipals/allProperties/allTasks'))) > 0 then 'write-applications' end,
        case when len(list_filter(actions, lambda a: a in ('microsoft.directory/servicePrincipals/appRoleAssignedTo/update', 'microsoft.directory/servicePrincipals/allProperties/allTasks'))) > 0 then 'grant-app-role' end,
        case when len(list_filter(actions, lambda a: a in ('microsoft.directory/applications/owners/update', 'microsoft.directory/servicePrincipals/owners/update'))) > 0 then 'write-applications' end,
        case when len(list_filter(actions, lambda a: starts_with(a, 'microsoft.directory/groups') and ends_with(a, '/members/update'))) > 0 then 'write-group-members' end,
        case when len(list_filter(actions, lambda a: a = 'microsoft.directory/users/password/update')) > 0 then 'reset-user-passwords' end
      ], lambda p: p is not null)) as power
      from now_role_definition where isBuiltIn = false`,
  },
  {
    // One row for each assignment, with the role by the id of its template.
    name: 'fact_role_assignment',
    query: sql`
      select a.tenantId, coalesce(a.principalId, u.id) as principalId, coalesce(p.type, a.principalType) as principalType, coalesce(k.id, d.templateId, a.roleId, lower(a.roleName)) as roleId,
        coalesce(k.name, d.displayName, a.roleName, a.roleId) as roleName, coalesce(k.tier, case when len(c.power) > 0 then 1 else 2 end) as tier,
        coalesce(k.isPrivileged, len(c.power) > 0, false) as isPrivileged, coalesce(k.power, c.power, []) as power,
        coalesce(a.scope, '/') as scope, a.state, a.assignmentType, a.memberType, a.startDateTime, a.endDateTime, a.file_id, a.record
      from now_role_assignment a
      left join now_role_definition d on d.tenantId = a.tenantId and d.id = a.roleId
      left join (select lower(name) as name, min(id) as id from known_role group by all) r on r.name = case when a.roleId is null then lower(a.roleName) end
      left join known_role k on k.id = coalesce(d.templateId, a.roleId, r.id)
      left join fact_custom_role c on c.tenantId = a.tenantId and c.id = a.roleId
      left join now_user u on u.tenantId = a.tenantId and u.userPrincipalName = case when a.principalId is null then a.principalName end
      left join fact_principal p on p.tenantId = a.tenantId and p.id = coalesce(a.principalId, u.id)`,
  },
  {
    // The same for everyone who has it through groups too; `viaGroup` is null for a direct one.
    name: 'fact_role_holder',
    query: sql`
      select tenantId, principalId, principalType, roleId, roleName, tier, isPrivileged, power, scope, coalesce(state, 'active') as state,
        assignmentType, startDateTime, endDateTime, null::varchar as viaGroup, file_id, record
      from fact_role_assignment where principalType is distinct from 'group'
      union all
      select a.tenantId, m.memberId, coalesce(p.type, 'user'), a.roleId, a.roleName, a.tier, a.isPrivileged, a.power, a.scope, coalesce(a.state, 'active'),
        a.assignmentType, a.startDateTime, a.endDateTime, a.principalId, a.file_id, a.record
      from fact_role_assignment a join fact_member m on m.tenantId = a.tenantId and m.groupId = a.principalId
      left join fact_principal p on p.tenantId = a.tenantId and p.id = m.memberId
      where a.principalType = 'group' and p.type is distinct from 'group'`,
  },
  {
    // Users with a privileged role, active or eligible.
    name: 'fact_admin',
    query: sql`
      select tenantId, principalId as id, min(tier) as tier, list(distinct roleName order by roleName) as roles,
        bool_or(state = 'active') as isActive, min(file_id) as file_id, min(record) as record
      from fact_role_holder where (isPrivileged or tier < 2) and principalType = 'user' group by tenantId, principalId`,
  },
];
