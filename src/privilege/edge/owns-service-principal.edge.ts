import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';

const edge: Edge = {
  edge: 'owns-service-principal',
  title: 'owns the service principal',
  cost: 1,
  why: 'An owner of a service principal may add credentials to it.',
  abuse: 'The owner adds a secret to the service principal and signs in as it, with all that it may do.',
  close: {
    portal: 'Entra admin center > Enterprise applications > the application > Owners > remove',
    command:
      'Remove-MgServicePrincipalOwnerDirectoryObjectByRef -ServicePrincipalId <id> -DirectoryObjectId <owner id>',
  },
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/overview-assign-app-owners'],
  // An application that is an owner needs a permission to use it.
  rows: sql`
    select o.tenantId, o.ownerId as "from", o.objectId as "to", 'is an owner of it' as because, o.file_id, o.record
    from now_owner o left join fact_service_principal p on p.tenantId = o.tenantId and p.id = o.objectId
    where o.objectType = 'servicePrincipal' and o.state is distinct from 'eligible' and p.isMicrosoft is distinct from true
      and (o.ownerType is distinct from 'servicePrincipal' or exists (
        select 1 from fact_permission f where f.tenantId = o.tenantId and f.principalId = o.ownerId
          and list_has_any(f.power, ['write-owned-applications', 'write-applications'])))`,
  examples: [
    {
      name: 'a user who is an owner; one of an application of Microsoft; an application without the permission',
      records: [
        {
          id: 'p1',
          appId: 'app1',
          displayName: 'Reports',
          servicePrincipalType: 'Application',
          owners: [{ '@odata.type': '#microsoft.graph.user', id: 'u1' }],
        },
        {
          id: 'p2',
          appId: 'app2',
          displayName: 'Office',
          servicePrincipalType: 'Application',
          appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
          owners: [{ '@odata.type': '#microsoft.graph.user', id: 'u1' }],
        },
        {
          id: 'p3',
          appId: 'app3',
          displayName: 'Backup',
          servicePrincipalType: 'Application',
          owners: [{ '@odata.type': '#microsoft.graph.servicePrincipal', id: 'p1' }],
        },
      ],
      edges: ['u1 -> p1'],
    },
  ],
};

export default edge;
