import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { group } from '../example-records.ts';

const edge: Edge = {
  edge: 'in-every-group',
  title: 'reaches the group',
  cost: 0,
  why: 'The group cannot be given directory roles, and its members are kept here by hand: who may change all groups of its kind may change it.',
  abuse: 'Somebody is added to the group as a member or owner and has what the group opens.',
  close: {
    portal:
      'Entra admin center > Identity > Groups > New group > can be assigned roles: yes, and give what is sensitive to that group instead',
    command:
      'New-MgGroup -DisplayName <name> -IsAssignableToRole -SecurityEnabled -MailEnabled:$false -MailNickname <name>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/groups-concept',
    'https://learn.microsoft.com/en-us/graph/api/group-post-members',
  ],
  // Groups with mail that are not of Microsoft 365 are Exchange's alone.
  rows: sql`
    with open_group as (
      select tenantId, id, coalesce(list_contains(groupTypes, 'Unified'), false) as isUnified, file_id, record from now_group
      where isAssignableToRole is distinct from true and onPremisesSyncEnabled is distinct from true and nullif(membershipRule, '') is null
        and not coalesce(list_contains(groupTypes, 'DynamicMembership'), false)
        and not (coalesce(mailEnabled, false) and groupTypes is not null and not list_contains(groupTypes, 'Unified'))
    )
    select tenantId, ${nodeOf('groups', sql`tenantId`)} as "from", id as "to", 'is a group without roles' as because, file_id, record from open_group
    union all select tenantId, ${nodeOf('microsoft-365-groups', sql`tenantId`)}, id, 'is a Microsoft 365 group without roles', file_id, record
    from open_group where isUnified
    union all select tenantId, ${nodeOf('security-groups', sql`tenantId`)}, id, 'is a security group without roles', file_id, record
    from open_group where not isUnified`,
  examples: [
    {
      name: 'of security and of Microsoft 365; that can have roles, from on premises, by a rule, of Exchange',
      records: [
        group('g1'),
        group('g2', { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false, isAssignableToRole: false }),
        group('g3', { isAssignableToRole: true }),
        group('g4', { onPremisesSyncEnabled: true }),
        group('g5', { groupTypes: ['DynamicMembership'], membershipRule: 'user.department -eq "IT"' }),
        group('g6', { mailEnabled: true }),
      ],
      edges: [
        'groups:unknown tenant -> g1',
        'groups:unknown tenant -> g2',
        'microsoft-365-groups:unknown tenant -> g2',
        'security-groups:unknown tenant -> g1',
      ],
    },
  ],
};

export default edge;
