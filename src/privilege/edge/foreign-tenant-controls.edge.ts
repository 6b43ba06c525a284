import { unknownTenant } from '../../directory/tenant-of-file.ts';
import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';

const edge: Edge = {
  edge: 'foreign-tenant-controls',
  title: 'owns the application',
  cost: 3,
  why: 'The tenant that owns the application keeps its credentials. How well it does so, no export of this tenant tells.',
  abuse:
    'Whoever breaks into the other tenant adds a credential to the registration there and signs in here with all that was granted to the application.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke what it does not need, or Properties > Enabled for users to sign in: No',
    command: 'Update-MgServicePrincipal -ServicePrincipalId <id> -AccountEnabled:$false',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/app-objects-and-service-principals',
    'https://learn.microsoft.com/en-us/entra/architecture/multi-tenant-user-management-scenarios',
  ],
  // Where the files do not say which tenant they are of, it is the one that owns the applications that are registered here.
  rows: sql`
    with own as (
      select distinct p.tenantId, p.appOwnerOrganizationId as id from now_service_principal p
      join now_application a on a.tenantId = p.tenantId and a.appId = p.appId where p.appOwnerOrganizationId is not null
    )
    select p.tenantId, 'external:' || p.ownerTenantId as "from", p.id as "to", 'belongs to tenant ' || p.ownerTenantId || ', which is not in the case' as because,
      p.file_id, p.record
    from fact_service_principal p
    where p.ownerTenantId <> p.tenantId and not p.isMicrosoft and p.accountEnabled is distinct from false
      and (not starts_with(p.tenantId, ${unknownTenant}) or p.tenantId in (select tenantId from own))
      and not exists (select 1 from own o where o.tenantId = p.tenantId and o.id = p.ownerTenantId)
      and p.ownerTenantId not in (select tenantId from now_application)`,
  examples: [
    {
      name: 'an application of a stranger; a disabled one; one of Microsoft; our own; one of a tenant in the case',
      records: [
        principal('p1', 'app1', 'stranger', true),
        principal('p2', 'app2', 'stranger', false),
        principal('p3', 'app3', 'f8cdef31-a31e-4b4a-93e4-5f571e91255a', true),
        principal('p4', 'app4', 'here', true),
        principal('p5', 'app5', 'sister', true),
        { kind: 'AZApp', data: { id: 'o5', appId: 'app5', displayName: 'Shared', tenantId: 'sister' } },
      ],
      edges: ['external:stranger -> p1'],
    },
    {
      name: 'files that do not say which tenant they are of',
      records: [
        { id: 'o1', appId: 'app1', displayName: 'Reports', signInAudience: 'AzureADMyOrg' },
        {
          id: 'p1',
          appId: 'app1',
          displayName: 'Reports',
          servicePrincipalType: 'Application',
          appOwnerOrganizationId: 'here',
        },
        {
          id: 'p2',
          appId: 'app2',
          displayName: 'Mail helper',
          servicePrincipalType: 'Application',
          appOwnerOrganizationId: 'here',
        },
        {
          id: 'p3',
          appId: 'app3',
          displayName: 'Add-in',
          servicePrincipalType: 'Application',
          appOwnerOrganizationId: 'stranger',
        },
      ],
      edges: ['external:stranger -> p3'],
    },
  ],
};

function principal(id: string, appId: string, owner: string, accountEnabled: boolean): Record<string, unknown> {
  const data = { id, appId, displayName: appId, appOwnerOrganizationId: owner, servicePrincipalType: 'Application' };
  return { kind: 'AZServicePrincipal', data: { ...data, accountEnabled, tenantId: 'here' } };
}

export default edge;
