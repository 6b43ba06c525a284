import { sql } from '../../store/sql.ts';
import { type Edge, roleNode } from '../edge.ts';
import { assignment, group, roleId, servicePrincipal, user } from '../example-records.ts';

const edge: Edge = {
  edge: 'role-active',
  title: 'has the directory role',
  cost: 0,
  why: 'The directory role is assigned to it for the whole tenant and is active.',
  abuse: 'Whoever signs in as the holder has every right of the role at once.',
  close: {
    portal: 'Entra admin center > Identity > Roles & admins > the role > Assignments > remove',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: ['https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/concept-understand-roles'],
  // What is limited to an administrative unit or to one application does not give the role's rights over the tenant.
  rows: sql`
    select tenantId, principalId as "from", ${roleNode(sql`tenantId`, sql`roleId`)} as "to",
      'has the role ' || roleName || case when assignmentType = 'Activated' then ', activated for a time' else '' end as because, file_id, record
    from fact_role_assignment where scope = '/' and state is distinct from 'eligible'`,
  examples: [
    {
      name: 'a user, a group and an application with a role; one for an administrative unit, one that can be activated',
      records: [
        user('u1'),
        group('g1', { isAssignableToRole: true }),
        servicePrincipal('p1'),
        assignment('u1', roleId.globalAdministrator),
        assignment('g1', roleId.helpdeskAdministrator),
        assignment('p1', roleId.globalReader),
        assignment('u2', roleId.globalAdministrator, '/administrativeUnits/a1'),
        { ...assignment('u3', roleId.globalAdministrator), memberType: 'Direct', roleEligibilityScheduleId: 's1' },
      ],
      edges: [
        `g1 -> role:unknown tenant:${roleId.helpdeskAdministrator}`,
        `p1 -> role:unknown tenant:${roleId.globalReader}`,
        'u1 -> global-admin:unknown tenant',
      ],
    },
    {
      name: 'an export that knows roles and people by name only',
      records: [
        user('u1'),
        {
          RoleName: 'Exchange Administrator',
          UserPrincipalName: 'u1@frostline.example',
          AssignmentType: 'PIM Active',
          AssignmentStatus: 'Active',
          DirectoryScopeId: '/',
        },
      ],
      edges: [`u1 -> role:unknown tenant:${roleId.exchangeAdministrator}`],
    },
  ],
};

export default edge;
