import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';

const edge: Edge = {
  edge: 'federated-credential',
  title: 'is trusted to sign in as it',
  cost: 1,
  why: 'A federated credential lets whoever has a token of the named issuer and subject sign in as the application, without a secret.',
  abuse:
    'Who can run something there, such as a pipeline of the repository or a pod of the cluster, exchanges its token for one of the application.',
  close: {
    portal:
      'Entra admin center > App registrations > the application > Certificates & secrets > Federated credentials > delete',
    command:
      'Remove-MgApplicationFederatedIdentityCredential -ApplicationId <object id> -FederatedIdentityCredentialId <credential id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation',
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity',
  ],
  // Where Entra itself is the issuer, the subject is the object id of a managed identity.
  rows: sql`
    with trusted as (
      select c.* from fact_stored_credential c
      left join now_service_principal p on p.tenantId = c.tenantId and p.id = c.ownerId
      where c.type = 'federated' and p.accountEnabled is distinct from false
    )
    select t.tenantId, coalesce(p.id, 'external:' || t.issuer || coalesce(' ' || t.subject, '')) as "from", t.ownerId as "to",
      'federated credential ' || coalesce(t.displayName || ' ', '') || 'for ' || coalesce(t.subject, 'more than one subject') || ' of ' || t.issuer as because,
      t.file_id, t.record
    from trusted t left join now_service_principal p on p.id = lower(t.subject) and p.tenantId = regexp_extract(lower(t.issuer), '^https://login\\.microsoftonline\\.(?:com|us)/([^/]+)/', 1)
    where t.issuer is not null and t.ownerId is not null`,
  examples: [
    {
      name: 'a pipeline that may sign in; a secret is none',
      records: [
        {
          id: 'o1',
          appId: 'app1',
          displayName: 'Deploy',
          signInAudience: 'AzureADMyOrg',
          passwordCredentials: [{ keyId: 'k1', endDateTime: '2299-01-01T00:00:00Z' }],
          federatedIdentityCredentials: [
            {
              id: 'f1',
              name: 'ci',
              issuer: 'https://token.ci.example',
              subject: 'repo:frostline/mail:ref:refs/heads/main',
            },
          ],
        },
      ],
      edges: ['external:https://token.ci.example repo:frostline/mail:ref:refs/heads/main -> o1'],
    },
    {
      name: 'a managed identity of this tenant',
      records: [
        { kind: 'AZApp', data: { id: 'o1', appId: 'app1', displayName: 'Deploy', tenantId: 't1' } },
        {
          kind: 'AZServicePrincipal',
          data: {
            id: 'm1',
            appId: 'app2',
            servicePrincipalType: 'ManagedIdentity',
            accountEnabled: true,
            tenantId: 't1',
          },
        },
        {
          kind: 'AZFederatedIdentityCredential',
          data: {
            appId: 'app1',
            tenantId: 't1',
            fics: [
              {
                appId: 'app1',
                fic: { id: 'F1', name: 'vm', issuer: 'https://login.microsoftonline.com/t1/v2.0', subject: 'M1' },
              },
            ],
          },
        },
      ],
      edges: ['m1 -> o1'],
    },
  ],
};

export default edge;
