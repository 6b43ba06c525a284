import { sql } from '../../store/sql.ts';
import { type Edge, roleNode } from '../edge.ts';
import { assignment, eligibility, roleId, user } from '../example-records.ts';

const edge: Edge = {
  edge: 'role-eligible',
  title: 'can activate the directory role',
  cost: 2,
  why: 'The directory role waits in Privileged Identity Management for it to be activated for the whole tenant.',
  abuse:
    'Whoever signs in as the holder activates the role and has its rights for some hours; an approval or a second factor may be asked for first.',
  close: {
    portal:
      'Entra admin center > Identity Governance > Privileged Identity Management > Microsoft Entra roles > Assignments > Eligible > remove; or Settings > require approval',
    command:
      'New-MgRoleManagementDirectoryRoleEligibilityScheduleRequest -Action adminRemove -PrincipalId <id> -RoleDefinitionId <role id> -DirectoryScopeId /',
  },
  references: ['https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-configure'],
  rows: sql`
    select tenantId, principalId as "from", ${roleNode(sql`tenantId`, sql`roleId`)} as "to",
      'may activate the role ' || roleName as because, file_id, record
    from fact_role_assignment where scope = '/' and state = 'eligible'`,
  examples: [
    {
      name: 'a role that can be activated; one that is active; one for an administrative unit',
      records: [
        user('u1'),
        eligibility('u1', roleId.globalAdministrator),
        assignment('u2', roleId.globalAdministrator),
        eligibility('u3', roleId.helpdeskAdministrator, '/administrativeUnits/a1'),
      ],
      edges: ['u1 -> global-admin:unknown tenant'],
    },
  ],
};

export default edge;
