import { sql } from '../../store/sql.ts';
import { type Check, exported, needsRoles } from '../check.ts';
import { group, roleAssignment, roleId, user } from '../graph-record.ts';

const owner = (id: string) => ({
  '@odata.type': '#microsoft.graph.user',
  id,
  userPrincipalName: `${id}@frostline.example`,
});

const check: Check = {
  check: 'role-groups-not-protected',
  title: 'Who becomes an administrator by a group is decided by administrators only',
  lesson: 'privileged-roles',
  severity: 'high',
  risk: 'Whoever may add members to the group makes himself an administrator, without giving a role to anybody.',
  incident: 'The intruder looked for detours to power that nobody counts as power.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/groups-concept',
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/concept-pim-for-groups',
  ],
  fix: {
    portal:
      'Entra admin center > Groups > the group > Owners > Remove; a role goes to a group in the cloud that was made for roles, with assigned members',
    command: 'Remove-MgGroupOwnerDirectoryObjectByRef -GroupId <id> -DirectoryObjectId <owner id>',
  },
  needs: [needsRoles, exported('groups', 'group')],
  objects: sql`
    with role_group as (
      select a.tenantId, a.principalId as id, string_agg(distinct a.roleName, ', ' order by a.roleName) as roles
      from fact_role_assignment a where a.principalType = 'group' and (a.isPrivileged or a.tier < 2) group by a.tenantId, a.principalId
    ), flaw as (
      select tenantId, id, 'every group administrator may change its members, because it was not made for roles' as what, file_id, record from now_group where isAssignableToRole = false
      union all select tenantId, id, 'its members follow the rule ' || membershipRule, file_id, record from now_group where membershipRule is not null and membershipRule <> ''
      union all select tenantId, id, 'it is synchronised from the premises', file_id, record from now_group where onPremisesSyncEnabled
      union all
      select o.tenantId, o.objectId, coalesce(p.name, o.ownerId) || ' owns it without a privileged role', o.file_id, o.record
      from now_owner o left join fact_principal p on p.tenantId = o.tenantId and p.id = o.ownerId
      where o.objectType = 'group' and not exists (select 1 from fact_role_assignment a where a.tenantId = o.tenantId and a.principalId = o.ownerId and a.tier = 0)
    )
    select r.tenantId, 'group' as type, r.id, coalesce(g.displayName, r.id) as name, f.what || '; the group has ' || r.roles as because, f.file_id, f.record
    from role_group r join flaw f using (tenantId, id) left join now_group g on g.tenantId = r.tenantId and g.id = r.id`,
  examples: [
    {
      name: 'owned by somebody without a role; by rule; owned by an administrator; owned, but with a role without weight',
      records: [
        user('u1'),
        user('u2'),
        roleAssignment('u2', roleId.privilegedRoleAdministrator),
        group('g1', [], { isAssignableToRole: true, owners: [owner('u1')] }),
        group('g2', [], { isAssignableToRole: false, membershipRule: 'user.department -eq "IT"' }),
        group('g3', [], { isAssignableToRole: true, owners: [owner('u2')] }),
        group('g4', [], { isAssignableToRole: true, owners: [owner('u1')] }),
        roleAssignment('g1', roleId.exchangeAdministrator),
        roleAssignment('g2', roleId.userAdministrator),
        roleAssignment('g3', roleId.globalAdministrator),
        roleAssignment('g4', roleId.messageCenterReader),
      ],
      verdict: 'not-met',
      objects: ['g1', 'g2'],
    },
    {
      name: 'a group for roles without owners',
      records: [group('g1', ['u1'], { isAssignableToRole: true }), roleAssignment('g1', roleId.exchangeAdministrator)],
      verdict: 'met',
    },
    { name: 'groups without roles exported say nothing', records: [group('g1')], verdict: 'not-examined' },
  ],
};

export default check;
