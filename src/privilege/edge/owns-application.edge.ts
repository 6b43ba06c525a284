import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';

const edge: Edge = {
  edge: 'owns-application',
  title: 'owns the application',
  cost: 1,
  why: 'An owner of an application may add credentials to its registration. They are valid in every tenant where the application is used.',
  abuse:
    'The owner adds a secret, certificate or federated credential and signs in as the application, here and in all tenants that let it in.',
  close: {
    portal: 'Entra admin center > App registrations > the application > Owners > remove',
    command: 'Remove-MgApplicationOwnerDirectoryObjectByRef -ApplicationId <object id> -DirectoryObjectId <owner id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/fundamentals/users-default-permissions',
    'https://learn.microsoft.com/en-us/graph/permissions-reference#applicationreadwriteownedby',
  ],
  // An application that is an owner needs a permission to use it.
  rows: sql`
    select o.tenantId, o.ownerId as "from", o.objectId as "to", 'is an owner of it' as because, o.file_id, o.record
    from fact_application_owner o left join now_service_principal p on p.tenantId = o.tenantId and p.id = o.ownerId
    where (p.id is null and o.ownerType is distinct from 'servicePrincipal') or exists (
      select 1 from fact_permission f where f.tenantId = o.tenantId and f.principalId = o.ownerId
        and list_has_any(f.power, ['write-owned-applications', 'write-applications']))`,
  examples: [
    {
      name: 'a user; an application with the permission for what it owns, and one without',
      records: [
        {
          id: 'o1',
          appId: 'app1',
          displayName: 'Legacy mail test',
          signInAudience: 'AzureADMultipleOrgs',
          owners: [
            { '@odata.type': '#microsoft.graph.user', id: 'u1' },
            { '@odata.type': '#microsoft.graph.servicePrincipal', id: 'p1' },
            { '@odata.type': '#microsoft.graph.servicePrincipal', id: 'p2' },
          ],
        },
        {
          id: 'r1',
          appId: '00000003-0000-0000-c000-000000000000',
          displayName: 'Microsoft Graph',
          servicePrincipalType: 'Application',
        },
        {
          id: 'x',
          appRoleId: '18a4783c-866b-4cc7-a460-3d5e5662c884',
          principalId: 'p1',
          principalType: 'ServicePrincipal',
          resourceId: 'r1',
        },
      ],
      edges: ['p1 -> o1', 'u1 -> o1'],
    },
    {
      name: 'an application that the export of owners knows by its appId',
      records: [
        { id: 'o1', appId: 'app1', displayName: 'Legacy mail test', signInAudience: 'AzureADMyOrg' },
        {
          kind: 'AZAppOwner',
          data: {
            appId: 'APP1',
            owners: [{ appId: 'APP1', owner: { '@odata.type': '#microsoft.graph.user', id: 'U1' } }],
          },
        },
      ],
      edges: ['u1 -> o1'],
    },
  ],
};

export default edge;
