import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';
import { application, assignment, eligibility, exchange, roleId, servicePrincipal } from '../example-records.ts';
import { changeableServicePrincipals } from '../rows.ts';

const edge: Edge = {
  edge: 'role-on-application',
  title: 'has an administrator role for the application',
  cost: 1,
  why: 'A directory role that changes credentials of applications is assigned for this application alone.',
  abuse: 'The holder adds a secret to the application and signs in as it with all that it may do.',
  close: {
    portal:
      'Entra admin center > App registrations or Enterprise applications > the application > Roles and administrators > remove',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/assign-roles-different-scopes',
  ],
  rows: sql`
    select f.tenantId, f.principalId as "from", p.id as "to", 'has the role ' || f.roleName || ' for it alone; it ' || p.because as because,
      greatest(p.cost, case when f.state = 'eligible' then 2 else 1 end) as cost, f.file_id, f.record
    from fact_role_assignment f join (
      select tenantId, id, '/' || id as scope, 0 as cost, 'is registered in this tenant' as because from now_application
      union all select tenantId, id, '/' || id, cost, because from (${changeableServicePrincipals})
    ) p on p.tenantId = f.tenantId and p.scope = f.scope
    where list_contains(f.power, 'write-applications')`,
  examples: [
    {
      name: 'for a registration and, to activate, for a service principal; a role that reads; one of Microsoft; for an administrative unit',
      records: [
        application('backup'),
        servicePrincipal('backup'),
        assignment('u1', roleId.applicationAdministrator, '/registration-backup'),
        eligibility('u2', roleId.cloudApplicationAdministrator, '/backup'),
        assignment('u3', roleId.globalReader, '/registration-backup'),
        exchange,
        assignment('u5', roleId.applicationAdministrator, '/exchange'),
        assignment('u4', roleId.applicationAdministrator, '/administrativeUnits/a1'),
      ],
      edges: ['u1 -> registration-backup', 'u2 -> backup'],
    },
  ],
};

export default edge;
