import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { user } from '../example-records.ts';
import { isOfAnotherOrganization } from '../rows.ts';

const edge: Edge = {
  edge: 'in-every-user',
  title: 'reaches the user',
  cost: 0,
  why: 'Who may set sign-in methods of all users may do it to this one. Guests sign in at their own organization, where nothing can be set from here.',
  abuse: 'The user gets a new password or a temporary access pass, and somebody else signs in with it.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > Admin units > a restricted management unit with the accounts that matter most',
    command: 'New-MgDirectoryAdministrativeUnit -DisplayName <name> -IsMemberManagementRestricted',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/admin-units-restricted-management',
  ],
  // Somebody must be allowed to enable who is disabled.
  rows: sql`
    select u.tenantId, ${nodeOf('users', sql`u.tenantId`)} as "from", u.id as "to",
      case when u.accountEnabled = false then 'is a user, disabled' else 'is a user' end as because,
      case when u.accountEnabled = false then 3 end as cost, u.file_id, u.record
    from fact_user u where not ${isOfAnotherOrganization}`,
  examples: [
    {
      name: 'a user and a disabled one; guests',
      records: [
        user('u1'),
        user('u2', { accountEnabled: false }),
        user('u3', { userType: 'Guest', userPrincipalName: 'ann_partner.example#EXT#@frostline.example' }),
        user('u4', { externalUserState: 'Accepted' }),
      ],
      edges: ['users:unknown tenant -> u1', 'users:unknown tenant -> u2'],
    },
  ],
};

export default edge;
