import { sql, type Sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { domain } from '../graph-record.ts';

const federation = (
  path: string,
): Sql => sql`(select max(s.value) from now_setting s where s.tenantId = d.tenantId and s.policy = 'internalDomainFederation'
  and s.object = d.id and s.path = ${path})`;

const check: Check = {
  check: 'federated-domains',
  title: 'Nobody else signs for the users of a domain',
  lesson: 'tenant-trust',
  severity: 'high',
  risk: 'Whoever has the key of the federation server, or changes which one is trusted, signs in as any user of the domain, with a second factor that he only claims.',
  incident: 'In 2020 the same group forged such signatures with stolen keys to get into the mail of its victims.',
  references: [
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa21-008a',
    'https://learn.microsoft.com/en-us/entra/identity/hybrid/connect/migrate-from-federation-to-cloud-authentication',
  ],
  fix: {
    portal:
      'Microsoft Entra Connect > Change user sign-in > Password hash synchronization; until then set federatedIdpMfaBehavior to rejectMfaByFederatedIdp',
    command:
      "Update-MgDomain -DomainId <domain> -BodyParameter @{ authenticationType = 'Managed' }   # until then: Update-MgDomainFederationConfiguration -DomainId <domain> -InternalDomainFederationId <id> -FederatedIdpMfaBehavior rejectMfaByFederatedIdp",
  },
  needs: [exported('domains', 'domain', sql`authenticationType is not null`)],
  objects: sql`
    select d.tenantId, 'domain' as type, d.id, d.id as name, 'federated' || coalesce(' with ' || ${federation('issueruri')}, '')
      || case lower(${federation('federatedidpmfabehavior')}) when 'acceptifmfadonebyfederatedidp' then ', whose second factor is believed'
        when 'enforcemfabyfederatedidp' then ', which has to ask for the second factor' when 'rejectmfabyfederatedidp' then ', whose second factor is not believed' else '' end as because, d.file_id, d.record
    from now_domain d where lower(d.authenticationType) = 'federated'`,
  examples: [
    {
      name: 'a federated domain with its configuration, and one that is managed',
      records: [
        domain('frostline.example', { authenticationType: 'Federated' }),
        domain('lab.example'),
        {
          id: 'f1',
          displayName: 'Frostline sign-in',
          issuerUri: 'http://sts.frostline.example/adfs/services/trust',
          passiveSignInUri: 'https://sts.frostline.example/adfs/ls/',
          federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
          signingCertificate: 'MIIB',
          domains: { id: 'frostline.example', authenticationType: 'Federated', isVerified: true },
        },
      ],
      verdict: 'not-met',
      objects: ['frostline.example'],
    },
    { name: 'one that is managed', records: [domain('lab.example')], verdict: 'met' },
    {
      name: 'a tenant without its domains',
      records: [{ id: 'u1', userPrincipalName: 'u1@frostline.example', displayName: 'u1', accountEnabled: true }],
      verdict: 'not-examined',
    },
  ],
};

export default check;
