import { join, sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { application, exchange, servicePrincipal } from '../example-records.ts';
import { changeableServicePrincipals } from '../rows.ts';

const edge: Edge = {
  edge: 'in-every-application',
  title: 'reaches the application',
  cost: 0,
  why: 'Who may change all applications may add credentials to each that is registered here, and to each service principal of another tenant whose owner has not locked it. Those of Microsoft and managed identities take none.',
  abuse: 'A secret is added to the application, or to its service principal alone, where its owner does not see it.',
  close: {
    portal:
      'Entra admin center > App registrations > the application > Authentication > App instance property lock, for applications that other tenants use',
    command:
      'Update-MgApplication -ApplicationId <id> -ServicePrincipalLockConfiguration @{ isEnabled = $true; allProperties = $true }',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/howto-configure-app-instance-property-locks',
    'https://learn.microsoft.com/en-us/graph/api/serviceprincipal-addpassword',
  ],
  rows: sql`
    ${join(
      (['applications', 'registrations'] as const).map(
        (
          set,
        ) => sql`select tenantId, ${nodeOf(set, sql`tenantId`)} as "from", id as "to", 'is registered in this tenant' as because, 0 as cost, file_id, record
          from now_application`,
      ),
      sql` union all `,
    )}
    union all
    ${join(
      (['applications', 'service-principals'] as const).map(
        (set) =>
          sql`select tenantId, ${nodeOf(set, sql`tenantId`)}, id, because, cost, file_id, record from (${changeableServicePrincipals})`,
      ),
      sql` union all `,
    )}`,
  examples: [
    {
      name: 'own and foreign ones; of Microsoft, named by its owner or by its id; a managed identity',
      records: [
        { kind: 'AZTenant', data: { tenantId: 't1', displayName: 'Frostline', collected: true } },
        application('backup'),
        servicePrincipal('backup', { appOwnerOrganizationId: 't1' }),
        servicePrincipal('guest', { appOwnerOrganizationId: 't2' }),
        exchange,
        servicePrincipal('sharepoint', { appId: '00000003-0000-0ff1-ce00-000000000000' }),
        servicePrincipal('machine', { servicePrincipalType: 'ManagedIdentity' }),
      ],
      edges: [
        'applications:t1 -> backup',
        'applications:t1 -> guest',
        'applications:t1 -> registration-backup',
        'registrations:t1 -> registration-backup',
        'service-principals:t1 -> backup',
        'service-principals:t1 -> guest',
      ],
    },
  ],
};

export default edge;
