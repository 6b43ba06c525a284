import { sql } from '../../store/sql.ts';
import { type Check, needsRoles, needsUsers } from '../check.ts';
import { group, roleAssignment, roleId, servicePrincipal, user } from '../graph-record.ts';

const check: Check = {
  check: 'test-accounts-with-power',
  title: 'No account that is named like a test account has power',
  lesson: 'forgotten-accounts',
  severity: 'high',
  risk: 'Test accounts are made in a hurry, with simple passwords and left out of policies. One that holds a role or owns a strong application is an administrator whom nobody guards.',
  incident:
    'The spray opened a test account; from it the way led over an application with rights in the tenant in which the company works.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/best-practices',
  ],
  fix: {
    portal:
      'Entra admin center > Users > the user > Assigned roles > Remove assignments; and Owned objects; then disable the account if it has no owner',
    command:
      'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>   # of an application: Remove-MgApplicationOwnerDirectoryObjectByRef -ApplicationId <id> -DirectoryObjectId <user id>   # of a group: Remove-MgGroupMemberDirectoryObjectByRef -GroupId <id> -DirectoryObjectId <user id>',
  },
  needs: [needsUsers, needsRoles],
  objects: sql`
    with power as (
      select tenantId, principalId as id, case when state = 'eligible' then 'may activate ' else 'holds ' end || roleName
        || case when viaGroup is null then '' else ' by a group' end as what, file_id, record
      from fact_role_holder
      union all
      select o.ownerTenantId, o.ownerId, 'owns ' || o.name || ', which has ' || p.what[1], o.file_id, o.record
      from fact_owner o join fact_power p on p.tenantId = o.tenantId and p.id = o.servicePrincipalId
      union all
      select o.tenantId, o.ownerId, 'owns group ' || coalesce(g.displayName, o.objectId) || ', which holds ' || a.roleName, o.file_id, o.record
      from now_owner o join fact_role_assignment a on a.tenantId = o.tenantId and a.principalId = o.objectId
      left join now_group g on g.tenantId = o.tenantId and g.id = o.objectId where o.objectType = 'group'
    )
    select u.tenantId, 'user' as type, u.id, u.name, p.what as because, p.file_id, p.record
    from fact_user u join power p using (tenantId, id) where u.isTestNamed and u.accountEnabled is distinct from false`,
  examples: [
    {
      name: 'by a role, by a group and by an application; a name that only contains the letters; a disabled one',
      records: [
        user('svc-test'),
        user('demo1'),
        user('lab.admin'),
        user('contest.manager'),
        user('old-test', { accountEnabled: false }),
        user('test-without'),
        roleAssignment('svc-test', roleId.globalAdministrator),
        roleAssignment('contest.manager', roleId.globalAdministrator),
        roleAssignment('old-test', roleId.globalAdministrator),
        group('g1', ['demo1'], { isAssignableToRole: true }),
        roleAssignment('g1', roleId.exchangeAdministrator),
        servicePrincipal('s1', {
          owners: [
            {
              '@odata.type': '#microsoft.graph.user',
              id: 'lab.admin',
              userPrincipalName: 'lab.admin@frostline.example',
            },
          ],
        }),
        roleAssignment('s1', roleId.applicationAdministrator),
      ],
      verdict: 'not-met',
      objects: ['demo1', 'lab.admin', 'svc-test'],
    },
    {
      name: 'a test account without anything',
      records: [user('svc-test'), user('nora'), roleAssignment('nora', roleId.globalAdministrator)],
      verdict: 'met',
    },
    { name: 'users without roles say nothing', records: [user('svc-test')], verdict: 'not-examined' },
  ],
};

export default check;
