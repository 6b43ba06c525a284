import { sql } from '../../store/sql.ts';
import { fromTo } from '../application-question.ts';
import { credential, exchange, graph, servicePrincipal } from '../application-record.ts';
import { type Check, needsCredentials, needsServicePrincipals } from '../check.ts';

/** Exchange, Skype for Business and SharePoint: their servers in the own house put their certificates there. */
const hybrid = sql`('00000002-0000-0ff1-ce00-000000000000', '00000004-0000-0ff1-ce00-000000000000', '00000003-0000-0ff1-ce00-000000000000')`;

const check: Check = {
  check: 'microsoft-service-principals-with-credentials',
  title: "No service principal of Microsoft's own applications has a credential of this tenant",
  lesson: 'foreign-applications',
  severity: 'critical',
  risk: 'Microsoft keeps the keys of its applications elsewhere. One that was added here opens the application with all that Microsoft gave it, under a name that nobody questions.',
  incident:
    'This actor has hidden credentials on existing service principals before. A server in the own house that shares such a key is a way from there to the cloud: CISA ordered it closed in 2025.',
  references: [
    'https://www.cisa.gov/news-events/directives/ed-25-02-mitigate-microsoft-exchange-vulnerability',
    'https://learn.microsoft.com/en-us/exchange/hybrid-deployment/deploy-dedicated-hybrid-app',
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-applications',
  ],
  fix: {
    portal:
      'No page shows it: take it away by Graph. Of Exchange hybrid: first deploy the dedicated hybrid application, then clean up with ConfigureExchangeHybridApplication.ps1 -ResetFirstPartyServicePrincipalKeyCredentials',
    command:
      'Remove-MgServicePrincipalPassword -ServicePrincipalId <id> -KeyId <key id>; Update-MgServicePrincipal -ServicePrincipalId <id> -KeyCredentials @()',
  },
  needs: [needsServicePrincipals, needsCredentials],
  objects: sql`
    select c.tenantId, 'servicePrincipal' as type, c.ownerId as id, c.name,
      c.type || ' ' || coalesce('"' || c.displayName || '" ', '') || '(' || c.keyId || ')' || ${fromTo}
        || case when c.appId in ${hybrid} and c.type = 'certificate' then ', as a server of a hybrid deployment puts it there' else '' end as because,
      c.file_id, c.record
    from fact_stored_credential c
    where c.ownerType = 'servicePrincipal' and c.isMicrosoft and not c.isManaged and not c.isExpired`,
  examples: [
    {
      name: 'a secret on Graph, a certificate of hybrid Exchange, an expired one, and an own application',
      records: [
        { ...graph, passwordCredentials: [credential('k1', '2026-05-10', '2028-05-10')] },
        { ...exchange, keyCredentials: [credential('k2', '2024-05-10', '2029-05-10')] },
        {
          ...servicePrincipal('old', { appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a' }),
          keyCredentials: [credential('k3', '2019-05-10', '2024-05-10')],
        },
        servicePrincipal('archive', { passwordCredentials: [credential('k4', '2026-05-10', '2027-05-10')] }),
      ],
      verdict: 'not-met',
      objects: ['exchange', 'graph'],
    },
    {
      name: 'an own application',
      records: [
        graph,
        servicePrincipal('archive', { passwordCredentials: [credential('k4', '2026-05-10', '2027-05-10')] }),
      ],
      verdict: 'met',
    },
    { name: 'no credential in the case', records: [graph, exchange], verdict: 'not-examined' },
  ],
};

export default check;
