import { sql } from '../../store/sql.ts';
import { type Check, needsRoles } from '../check.ts';
import { eligibleRole, group, roleAssignment, roleId, servicePrincipal, user } from '../graph-record.ts';
import { globalAdministrator, peopleWithRoles } from '../role-policy.ts';

const least = 2;
const most = 8;

/** CISA counts display names, so that two people of one name are one; here accounts are counted, also those that may activate the role. */
const check: Check = {
  check: 'global-administrator-count',
  title: `There are ${least} to ${most} Global Administrators`,
  lesson: 'privileged-roles',
  severity: 'high',
  risk: 'Each one is a password that opens everything. With a single one, whoever takes it over also locks everybody out.',
  incident: 'The fewer accounts can do everything, the fewer can be guessed, phished or bought.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/best-practices',
  ],
  scuba: ['MS.AAD.7.1'],
  fix: {
    portal:
      'Entra admin center > Roles and administrators > Global Administrator > Assignments > Remove, and give the role that the work needs',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  needs: [needsRoles],
  objects: sql`
    with holder as (
      select tenantId, principalId, min(file_id) as file_id, min(record) as record from (${peopleWithRoles})
      where roleId = ${globalAdministrator} group by all
    ), counted as (
      select h.tenantId, count(*) as number, list(coalesce(u.name, h.principalId) order by coalesce(u.name, h.principalId)) as names, min(h.file_id) as file_id, min(h.record) as record
      from holder h left join fact_user u on u.tenantId = h.tenantId and u.id = h.principalId group by h.tenantId
      union all
      select tenantId, 0, [], min(file_id), min(record) from now_role_assignment where tenantId not in (select tenantId from holder) group by tenantId
    )
    select c.tenantId, 'tenant' as type, c.tenantId as id, coalesce(t.displayName, c.tenantId) as name,
      c.number || case when c.number = 1 then ' Global Administrator' else ' Global Administrators' end || case when c.number = 0 then '' else ': ' || array_to_string(c.names[:12], ', ')
        || case when c.number > 12 then ' and ' || (c.number - 12) || ' more' else '' end end as because,
      c.file_id, c.record
    from counted c left join now_tenant t on t.tenantId = c.tenantId where c.number < ${least} or c.number > ${most}`,
  examples: [
    {
      name: 'nine, of whom two may activate the role and three have it by a group, beside an application',
      records: [
        ...['u1', 'u2', 'u3', 'u4', 'u5', 'u6'].map((id) => user(id)),
        servicePrincipal('s1'),
        roleAssignment('s1', roleId.globalAdministrator),
        ...['u1', 'u2', 'u3', 'u4'].map((id) => roleAssignment(id, roleId.globalAdministrator)),
        ...['u5', 'u6'].map((id) => eligibleRole(id, roleId.globalAdministrator)),
        group('g1', ['u7', 'u8', 'u9'], { isAssignableToRole: true }),
        roleAssignment('g1', roleId.globalAdministrator),
      ],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'one alone',
      records: [roleAssignment('u1', roleId.globalAdministrator), roleAssignment('u2', roleId.exchangeAdministrator)],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'eight, one of them twice',
      records: [
        ...['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8'].map((id) => roleAssignment(id, roleId.globalAdministrator)),
        eligibleRole('u1', roleId.globalAdministrator),
      ],
      verdict: 'met',
    },
    { name: 'users without roles say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
