import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { application, servicePrincipal, user } from '../example-records.ts';

const edge: Edge = {
  edge: 'global-administrator-controls-applications',
  title: 'controls applications as Global Administrator',
  cost: 1,
  why: 'A Global Administrator changes credentials and owners of every application. An application that other tenants use opens the way from this tenant into theirs.',
  abuse:
    'The administrator adds a secret to an application that is registered here and signs in with it wherever the application is used.',
  close: {
    portal:
      'Entra admin center > App registrations > the application > Authentication > supported account types: this tenant only; or register it in a tenant of its own',
    command: 'Update-MgApplication -ApplicationId <id> -SignInAudience AzureADMyOrg',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#global-administrator',
  ],
  rows: sql`
    select tenantId, ${nodeOf('global-admin', sql`tenantId`)} as "from", ${nodeOf('applications', sql`tenantId`)} as "to",
      'Global Administrators change every application' as because, file_id, record
    from (
      select tenantId, min(file_id) as file_id, arg_min(record, file_id) as record from fact_principal
      where type in ('application', 'servicePrincipal') group by tenantId
    )`,
  examples: [
    {
      name: 'a tenant with applications',
      records: [application('backup'), servicePrincipal('backup')],
      edges: ['global-admin:unknown tenant -> applications:unknown tenant'],
    },
    { name: 'a tenant of which no application is known', records: [user('u1')], edges: [] },
  ],
};

export default edge;
