import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, eligibility, group, roleId, user } from '../example-records.ts';
import { isOfAnotherOrganization } from '../rows.ts';

const edge: Edge = {
  edge: 'in-ordinary-users',
  title: 'reaches the user without a role',
  cost: 0,
  why: 'The user has no directory role, active or eligible, and neither owns nor is in a group that can be given one: nothing protects him from those who may reset ordinary passwords.',
  abuse: 'The user gets a new password, and somebody else signs in with it to what he owns and reads.',
  close: {
    portal:
      'Entra admin center > Identity > Groups > a role-assignable group with those who own powerful applications, or Admin units > a restricted management unit',
    command:
      'New-MgGroup -DisplayName <name> -IsAssignableToRole -SecurityEnabled -MailEnabled:$false -MailNickname <name>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-reset-passwords',
  ],
  // Groups that can be given roles hold no groups. Who comes from on premises has his password there: it must be allowed to be written back.
  rows: sql`
    with role_group as (
      select tenantId, id from now_group where isAssignableToRole
    ), kept as (
      select tenantId, principalId as id from fact_role_holder
      union select m.tenantId, m.memberId from now_group_member m semi join role_group g on g.tenantId = m.tenantId and g.id = m.groupId
      union select o.tenantId, o.ownerId from now_owner o semi join role_group g on g.tenantId = o.tenantId and g.id = o.objectId
    )
    select u.tenantId, ${nodeOf('ordinary-users', sql`u.tenantId`)} as "from", u.id as "to", 'has no directory role'
        || case when u.accountEnabled = false then ', disabled' when u.onPremisesSyncEnabled then ', password from on premises' else '' end as because,
      case when u.accountEnabled = false or u.onPremisesSyncEnabled then 3 end as cost, u.file_id, u.record
    from fact_user u anti join kept k on k.tenantId = u.tenantId and k.id = u.id where not ${isOfAnotherOrganization}`,
  examples: [
    {
      name: 'without a role; with one, to activate one, in, to join and owner of a group that can have one; a guest',
      records: [
        ...['u1', 'u2', 'u3', 'u4', 'u5', 'u6'].map((id) => user(id)),
        user('u7', { userPrincipalName: 'ann_partner.example#EXT#@frostline.example' }),
        assignment('u2', roleId.directoryReaders, '/administrativeUnits/a1'),
        eligibility('u3', roleId.helpdeskAdministrator),
        group('g1', {
          isAssignableToRole: true,
          members: [{ '@odata.type': '#microsoft.graph.user', id: 'u4' }],
          owners: [{ '@odata.type': '#microsoft.graph.user', id: 'u5' }],
        }),
        group('g2', { members: [{ '@odata.type': '#microsoft.graph.user', id: 'u6' }] }),
      ],
      edges: ['ordinary-users:unknown tenant -> u1', 'ordinary-users:unknown tenant -> u6'],
    },
  ],
};

export default edge;
