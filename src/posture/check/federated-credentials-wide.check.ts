import { unknownTenant } from '../../directory/tenant-of-file.ts';
import { sql } from '../../store/sql.ts';
import { textList } from '../application-question.ts';
import { application, organization, otherTenant, ownTenant } from '../application-record.ts';
import { type Check, exported } from '../check.ts';

/** Well-known services that vouch for their workloads, as the beginning of a pattern for the issuer. */
const knownIssuers = [
  'https://token\\.actions\\.githubusercontent\\.com/?$',
  'https://gitlab\\.com/?$',
  'https://app\\.terraform\\.io/?$',
  'https://vstoken\\.dev\\.azure\\.com/',
  'https://api\\.bitbucket\\.org/',
  'https://[a-z0-9]+\\.oic\\.[a-z-]+\\.azure\\.com/',
  'https://oidc\\.[a-z0-9-]*\\.?prod-aks\\.azure\\.com/',
  'https://oidc\\.eks\\.[a-z0-9-]+\\.amazonaws\\.com/',
  'https://container\\.googleapis\\.com/',
  'https://accounts\\.google\\.com/?$',
];
const ofEntra = '^https://(login\\.microsoftonline\\.com|sts\\.windows\\.net)/([0-9a-f-]+)';

const github = 'https://token.actions.githubusercontent.com';

function federated(id: string, issuer: string, subject: string | null) {
  return {
    federatedIdentityCredentials: [{ id, name: id, issuer, subject, audiences: ['api://AzureADTokenExchange'] }],
  };
}

const check: Check = {
  check: 'federated-credentials-wide',
  title: 'Federated credentials let in one workload of a known service each',
  lesson: 'application-credentials',
  severity: 'medium',
  risk: 'Whoever can get a token that fits signs in as the application, without any secret: with a pull request, from any branch or repository that a pattern lets through, or from a server of his own that vouches for him.',
  incident: 'Not known to have been used in this intrusion. It is a credential that no list of secrets shows.',
  references: [
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-considerations',
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-flexible-federated-identity-credentials',
  ],
  fix: {
    portal:
      'Entra admin center > App registrations > the application > Certificates & secrets > Federated credentials: one environment or branch each; delete what nobody knows',
    command:
      'Remove-MgApplicationFederatedIdentityCredential -ApplicationId <id of the registration> -FederatedIdentityCredentialId <credential id>',
  },
  needs: [exported('federated credentials of applications', 'credential', sql`type = 'federated'`)],
  objects: sql`
    select c.tenantId, c.ownerType as type, c.ownerId as id, c.name,
      'federated credential ' || coalesce(c.displayName, c.keyId) || ' of issuer ' || coalesce(c.issuer, 'unknown') || ' ' || c.why as because, c.file_id, c.record
    from (
      select c.*, unnest(list_filter([
        case when c.subject is null then 'lets in what an expression fits, which the export does not show' end,
        case when contains(c.subject, '*') then 'lets in subjects that fit ' || c.subject end,
        case when ends_with(c.subject, ':pull_request') then 'lets in pull requests: ' || c.subject end,
        case when c.vouching is not null and c.vouching <> c.tenantId and not starts_with(c.tenantId, ${unknownTenant}) then 'lets in ' || coalesce(c.subject, '?') || ' of another tenant' end,
        case when c.vouching is null and not c.isKnown then 'is not of a well-known service; lets in ' || coalesce(c.subject, '?') end
      ], lambda w: w is not null)) as why
      from (
        select *, nullif(regexp_extract(lower(issuer), ${ofEntra}, 2), '') as vouching,
          len(list_filter(${textList(knownIssuers)}, lambda k: regexp_matches(lower(issuer), '^' || k))) > 0 as isKnown
        from fact_stored_credential where type = 'federated'
      ) c
    ) c`,
  examples: [
    {
      name: 'pull requests, a pattern, an unknown server, another tenant; one branch, one environment, the own tenant',
      records: [
        organization,
        application('a1', federated('f1', github, 'repo:frostline/mail:pull_request')),
        application('a2', federated('f2', github, 'repo:frostline/*:ref:refs/heads/main')),
        application('a3', federated('f3', 'https://oidc.partner.example', 'deployer')),
        application('a4', federated('f4', `https://login.microsoftonline.com/${otherTenant}/v2.0`, 'app-1')),
        application('a5', federated('f5', github, 'repo:frostline/mail:ref:refs/heads/main')),
        application('a6', federated('f6', github, 'repo:frostline/pull_request:environment:production')),
        application('a7', federated('f7', `https://login.microsoftonline.com/${ownTenant}/v2.0`, 'app-1')),
        application('a8', federated('f8', github, null)),
      ],
      verdict: 'not-met',
      objects: [
        'registration-of-a1',
        'registration-of-a2',
        'registration-of-a3',
        'registration-of-a4',
        'registration-of-a8',
      ],
    },
    {
      name: 'one branch',
      records: [application('a5', federated('f5', github, 'repo:frostline/mail:ref:refs/heads/main'))],
      verdict: 'met',
    },
    { name: 'applications without their federated credentials', records: [application('a5')], verdict: 'not-examined' },
  ],
};

export default check;
