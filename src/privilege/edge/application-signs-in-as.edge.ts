import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';

const edge: Edge = {
  edge: 'application-signs-in-as',
  title: 'signs in as the service principal',
  cost: 0,
  why: 'A credential of the registration is a credential of its service principal in the same tenant.',
  abuse: 'Whoever has or adds a credential of the registration gets tokens with all that the service principal may do.',
  close: {
    portal:
      'Entra admin center > App registrations > the application > Certificates & secrets > delete; or Enterprise applications > the application > Properties > Enabled for users to sign in: No',
    command: 'Remove-MgApplicationPassword -ApplicationId <object id> -KeyId <key id>',
  },
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/app-objects-and-service-principals'],
  // A disabled service principal gets no tokens.
  rows: sql`
    select p.tenantId, a.id as "from", p.id as "to", 'is registered in this tenant with the same appId' as because, p.file_id, p.record
    from now_service_principal p join now_application a on a.tenantId = p.tenantId and a.appId = p.appId
    where p.accountEnabled is distinct from false`,
  examples: [
    {
      name: 'an application here; a disabled one; one of another tenant',
      records: [
        { id: 'o1', appId: 'app1', displayName: 'Reports', signInAudience: 'AzureADMyOrg' },
        { id: 'p1', appId: 'app1', displayName: 'Reports', servicePrincipalType: 'Application', accountEnabled: true },
        { id: 'o2', appId: 'app2', displayName: 'Old reports', signInAudience: 'AzureADMyOrg' },
        {
          id: 'p2',
          appId: 'app2',
          displayName: 'Old reports',
          servicePrincipalType: 'Application',
          accountEnabled: false,
        },
        { id: 'p3', appId: 'app3', displayName: 'Add-in', servicePrincipalType: 'Application', accountEnabled: true },
      ],
      edges: ['o1 -> p1'],
    },
  ],
};

export default edge;
