import { sql } from '../../store/sql.ts';
import { dayOf, needsApplicationLog, someOf, whoseApplication } from '../application-question.ts';
import { applicationSignIn, credential, graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsCredentials, needsPermissions, needsServicePrincipals } from '../check.ts';

const withSecret = { passwordCredentials: [credential('k1', '2025-01-01', '2027-01-01')] };

const check: Check = {
  check: 'applications-unused',
  title: 'No application with power and a valid credential goes unused',
  lesson: 'forgotten-accounts',
  severity: 'medium',
  risk: 'Its secret still opens what it may do, and nobody would notice: there is no use of it from which an intruder would differ.',
  incident: 'The application that opened the corporate tenant was a legacy one, made for tests that were long over.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/recommendation-remove-unused-apps',
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Properties > Enabled for users to sign-in: No; delete it and its app registration after 30 days',
    command: 'Update-MgServicePrincipal -ServicePrincipalId <id> -AccountEnabled:$false',
  },
  needs: [needsServicePrincipals, needsPermissions, needsCredentials, needsApplicationLog],
  // What was made while the log ran had no time to be used.
  objects: sql`
    select p.tenantId, 'servicePrincipal' as type, p.id, p.name,
      'no sign-in as itself in the logs from ' || ${dayOf(sql`l.first`)} || ' to ' || ${dayOf(sql`l.last`)} || '; has ' || c.valid
        || case c.valid when 1 then ' valid credential' else ' valid credentials' end || ' and holds ' || ${someOf(sql`w.what`)} || ${whoseApplication} as because,
      p.file_id, p.record
    from fact_service_principal p
    join fact_power w on w.tenantId = p.tenantId and w.id = p.id
    join fact_application_log l on l.tenantId = p.tenantId
    join (
      select tenantId, servicePrincipalId, count(distinct keyId) as valid from fact_credential
      where not isExpired and not isSigning group by all
    ) c on c.tenantId = p.tenantId and c.servicePrincipalId = p.id
    where w.rank >= 2 and not p.isMicrosoft and p.accountEnabled is distinct from false
      and (p.createdDateTime is null or p.createdDateTime < l.first)
      and not exists (select 1 from fact_application_use u where u.tenantId = p.tenantId and u.id = p.id)`,
  examples: [
    {
      name: 'one unused, one in use, one unused without a credential, one new',
      records: [
        graph,
        servicePrincipal('archive', withSecret),
        permission('archive', 'Mail.Read'),
        servicePrincipal('deploy', { passwordCredentials: [credential('k2', '2025-01-01', '2027-01-01')] }),
        permission('deploy', 'Application.ReadWrite.All'),
        servicePrincipal('backup'),
        permission('backup', 'Files.Read.All'),
        servicePrincipal('fresh', {
          createdDateTime: '2026-11-20T00:00:00Z',
          passwordCredentials: [credential('k3', '2026-11-20', '2027-01-01')],
        }),
        permission('fresh', 'Mail.Read'),
        applicationSignIn('deploy', '2026-11-01T08:00:00Z', 'k2'),
        applicationSignIn('deploy', '2026-11-24T08:00:00Z', 'k2'),
      ],
      verdict: 'not-met',
      objects: ['archive'],
    },
    {
      name: 'in use',
      records: [
        graph,
        servicePrincipal('archive', withSecret),
        permission('archive', 'Mail.Read'),
        applicationSignIn('archive', '2026-11-01T08:00:00Z', 'k1'),
        applicationSignIn('archive', '2026-11-24T08:00:00Z', 'k1'),
      ],
      verdict: 'met',
    },
    {
      name: 'a log of one day says nothing',
      records: [
        graph,
        servicePrincipal('archive', withSecret),
        permission('archive', 'Mail.Read'),
        servicePrincipal('portal'),
        applicationSignIn('portal', '2026-11-24T08:00:00Z', 'k9'),
      ],
      verdict: 'not-examined',
    },
  ],
};

export default check;
