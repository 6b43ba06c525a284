import { sql } from '../../store/sql.ts';
import { someOf, whoseApplication } from '../application-question.ts';
import { application, credential, graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsCredentials, needsPermissions, needsServicePrincipals } from '../check.ts';

/** Two are needed while one replaces the other. */
const most = 2;

const check: Check = {
  check: 'several-valid-credentials',
  title: `No application with power has more than ${most} valid credentials`,
  lesson: 'application-credentials',
  severity: 'medium',
  risk: 'Each is a key that fits. Among many nobody notices one more, and nobody can say who has them all.',
  incident: 'An intruder adds a key and leaves the others alone, so that nothing stops working.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-compromised-malicious-app',
  ],
  fix: {
    portal:
      'Entra admin center > App registrations > the application > Certificates & secrets: find out who uses which, delete the others',
    command: 'Remove-MgApplicationPassword -ApplicationId <id of the registration> -KeyId <key id>',
  },
  needs: [needsCredentials, needsPermissions, needsServicePrincipals],
  objects: sql`
    select c.tenantId, 'servicePrincipal' as type, p.id, p.name,
      c.valid || ' valid credentials (' || c.secrets || ' secrets, ' || c.certificates || ' certificates, ' || c.federated || ' federated), '
        || c.own || ' of them on the service principal itself; holds ' || ${someOf(sql`w.what`)} || ${whoseApplication} as because,
      c.file_id, c.record
    from (
      select tenantId, servicePrincipalId, count(distinct keyId) as valid, count(distinct keyId) filter (where type = 'secret') as secrets,
        count(distinct keyId) filter (where type = 'certificate') as certificates, count(distinct keyId) filter (where type = 'federated') as federated,
        count(distinct keyId) filter (where ownerType = 'servicePrincipal') as own, min(file_id) as file_id, arg_min(record, file_id) as record
      from fact_credential where not isExpired and not isSigning group by all
    ) c
    join fact_service_principal p on p.tenantId = c.tenantId and p.id = c.servicePrincipalId
    join fact_power w on w.tenantId = c.tenantId and w.id = c.servicePrincipalId
    where c.valid > ${most} and w.rank >= 2 and not p.isMicrosoft`,
  examples: [
    {
      name: 'three, of which one is on the service principal; two and an expired one',
      records: [
        graph,
        servicePrincipal('archive', { passwordCredentials: [credential('k1', '2026-01-10', '2027-01-10')] }),
        application('archive', {
          passwordCredentials: [credential('k2', '2026-01-10', '2027-01-10')],
          keyCredentials: [credential('k3', '2026-01-10', '2027-01-10')],
        }),
        permission('archive', 'Mail.Read'),
        servicePrincipal('deploy'),
        application('deploy', {
          passwordCredentials: [
            credential('k4', '2025-01-10', '2026-01-10'),
            credential('k5', '2026-01-10', '2027-01-10'),
          ],
          keyCredentials: [credential('k6', '2026-01-10', '2027-01-10')],
        }),
        permission('deploy', 'Application.ReadWrite.All'),
      ],
      verdict: 'not-met',
      objects: ['archive'],
    },
    {
      name: 'two',
      records: [
        graph,
        servicePrincipal('deploy'),
        application('deploy', {
          passwordCredentials: [credential('k5', '2026-01-10', '2027-01-10')],
          keyCredentials: [credential('k6', '2026-01-10', '2027-01-10')],
        }),
        permission('deploy', 'Application.ReadWrite.All'),
      ],
      verdict: 'met',
    },
    {
      name: 'no credential in the case',
      records: [graph, servicePrincipal('archive'), permission('archive', 'Mail.Read')],
      verdict: 'not-examined',
    },
  ],
};

export default check;
