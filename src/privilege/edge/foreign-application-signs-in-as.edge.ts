import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';

const edge: Edge = {
  edge: 'foreign-application-signs-in-as',
  title: 'signs in to another tenant as the service principal',
  cost: 0,
  why: 'An application that is registered in one tenant and used in another signs in to both with the credentials of its registration. Who controls it at home controls it there.',
  abuse:
    'As in the attack of Midnight Blizzard: whoever takes over an account of the home tenant that owns the application, or its credential, acts in the other tenant with all that was granted there.',
  close: {
    portal:
      'In the tenant where it is used: Entra admin center > Enterprise applications > the application > Properties > Enabled for users to sign in: No, or Delete',
    command: 'Update-MgServicePrincipal -ServicePrincipalId <id> -AccountEnabled:$false',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/app-objects-and-service-principals',
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  // One that is for its own tenant only must be opened to others again first.
  rows: sql`
    select p.tenantId, a.id as "from", p.id as "to",
      'is registered in tenant ' || coalesce(h.displayName || ' (' || a.tenantId || ')', a.tenantId) || ' and signs in to tenant '
        || coalesce(t.displayName || ' (' || p.tenantId || ')', p.tenantId)
        || case when a.signInAudience = 'AzureADMyOrg' then ', once it is opened to other tenants again' else '' end as because,
      p.file_id, p.record, case when a.signInAudience = 'AzureADMyOrg' then 1 else 0 end as cost
    from now_service_principal p join now_application a on a.appId = p.appId and a.tenantId = p.appOwnerOrganizationId and a.tenantId <> p.tenantId
    left join now_tenant h on h.tenantId = a.tenantId and h.id = a.tenantId
    left join now_tenant t on t.tenantId = p.tenantId and t.id = p.tenantId
    where p.accountEnabled is distinct from false`,
  examples: [
    {
      name: 'a legacy application of the test tenant in production; a disabled one; one of a third tenant; one at home',
      records: [
        application('o1', 'app1'),
        principal('p1', 'app1', {}),
        application('o2', 'app2'),
        principal('p2', 'app2', { accountEnabled: false }),
        application('o3', 'app3'),
        principal('p3', 'app3', { appOwnerOrganizationId: 'third' }),
        application('o4', 'app4'),
        principal('p4', 'app4', { tenantId: 'test' }),
      ],
      edges: ['o1 -> p1'],
    },
  ],
};

function application(id: string, appId: string): Record<string, unknown> {
  return {
    kind: 'AZApp',
    data: { id, appId, displayName: appId, signInAudience: 'AzureADMultipleOrgs', tenantId: 'test' },
  };
}

function principal(id: string, appId: string, more: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const data = { id, appId, appOwnerOrganizationId: 'test', servicePrincipalType: 'Application', accountEnabled: true };
  return { kind: 'AZServicePrincipal', data: { ...data, tenantId: 'production', ...more } };
}

export default edge;
