import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { application, assignment, ownRole, roleId, servicePrincipal } from '../example-records.ts';
import { builtInRoleRows, ownRoleRows } from '../rows.ts';

const registrations = ['credentials/update', 'owners/update', 'allProperties/update', 'allProperties/allTasks'];
const onRegistrations = registrations.map((action) => `microsoft.directory/applications/${action}`);
const onOwnRegistrations = registrations.map((action) => `microsoft.directory/applications.myOrganization/${action}`);
const onServicePrincipals = registrations.map((action) => `microsoft.directory/servicePrincipals/${action}`);

const edge: Edge = {
  edge: 'role-writes-applications',
  title: 'may add credentials or owners to applications',
  cost: 1,
  why: 'The role changes credentials or owners of applications that it does not own.',
  abuse:
    'The holder adds a secret to an application, or himself as its owner, and signs in as it with all that it may do.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > the role > Assignments > remove, or assign it for single applications only',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#application-administrator',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#hybrid-identity-administrator',
  ],
  // Registrations and service principals are two rights: of the roles for partners and of own roles, some have only one.
  rows: sql`
    ${builtInRoleRows(
      nodeOf('applications', sql`f.tenantId`),
      'Application Administrator',
      'Cloud Application Administrator',
      'Hybrid Identity Administrator',
    )}
    union all ${builtInRoleRows(nodeOf('registrations', sql`f.tenantId`), 'Partner Tier1 Support', 'Partner Tier2 Support')}
    union all ${ownRoleRows(nodeOf('registrations', sql`f.tenantId`), ...onRegistrations)}
    union all ${ownRoleRows(nodeOf('service-principals', sql`f.tenantId`), ...onServicePrincipals)}
    union all
    select r.tenantId, r."from", a.id, r.because, r.file_id, r.record
    from (${ownRoleRows(sql`null`, ...onOwnRegistrations)}) r join now_application a using (tenantId) where a.signInAudience = 'AzureADMyOrg'`,
  examples: [
    {
      name: 'Application Administrator; own roles for registrations only, and for names only; a role for partners',
      records: [
        application('backup'),
        servicePrincipal('backup'),
        ownRole('secret-keeper', 'Secret keeper', 'applications/credentials/update'),
        ownRole('sp-keeper', 'Service principal keeper', 'servicePrincipals/owners/update'),
        ownRole('clerk', 'Clerk', 'applications/basic/update', 'servicePrincipals/basic/update'),
        assignment('u1', roleId.applicationAdministrator),
        assignment('u2', 'secret-keeper'),
        assignment('u3', 'clerk'),
        assignment('u6', 'sp-keeper'),
        assignment('u4', roleId.partnerTier1),
        assignment('u5', roleId.groupsAdministrator),
      ],
      edges: [
        `role:unknown tenant:${roleId.partnerTier1} -> registrations:unknown tenant`,
        `role:unknown tenant:${roleId.applicationAdministrator} -> applications:unknown tenant`,
        'role:unknown tenant:secret-keeper -> registrations:unknown tenant',
        'role:unknown tenant:sp-keeper -> service-principals:unknown tenant',
      ],
    },
  ],
};

export default edge;
