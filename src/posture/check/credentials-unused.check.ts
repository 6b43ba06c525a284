import { sql } from '../../store/sql.ts';
import { dayOf, needsApplicationLog } from '../application-question.ts';
import { application, applicationSignIn, credential, servicePrincipal } from '../application-record.ts';
import { type Check, needsCredentials, needsServicePrincipals } from '../check.ts';

const signIns = [
  applicationSignIn('archive', '2026-11-01T08:00:00Z', 'k1'),
  applicationSignIn('archive', '2026-11-24T08:00:00Z', 'k1'),
];

const check: Check = {
  check: 'credentials-unused',
  title: 'No valid credential of an application goes unused',
  lesson: 'application-credentials',
  severity: 'medium',
  risk: 'A second key that nobody uses is not missed and not watched. It may be the one that an intruder left for later.',
  incident:
    'Credentials that were added and then left alone are how this actor stays. Microsoft asks to remove what is not used.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/recommendation-remove-unused-credential-from-apps',
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
  ],
  fix: {
    portal: 'Entra admin center > App registrations > the application > Certificates & secrets > delete it',
    command: 'Remove-MgApplicationPassword -ApplicationId <id of the registration> -KeyId <key id>',
  },
  needs: [needsCredentials, needsServicePrincipals, needsApplicationLog],
  // Only what was there before the log began; the log of one tenant does not tell how an application is used in others.
  objects: sql`
    select c.tenantId, c.ownerType as type, c.ownerId as id, c.name,
      c.type || ' ' || coalesce('"' || c.displayName || '" ', '') || '(' || c.keyId || ') not seen in the logs from ' || ${dayOf(sql`l.first`)} || ' to '
        || ${dayOf(sql`l.last`)} || coalesce(', valid until ' || ${dayOf(sql`c.endDateTime`)}, '')
        || case when a.signInAudience <> 'AzureADMyOrg' then '; other tenants may use it' else '' end as because,
      c.file_id, c.record
    from fact_stored_credential c
    join fact_application_log l on l.tenantId = c.tenantId
    left join now_application a on a.tenantId = c.tenantId and a.id = c.ownerId
    where c.type in ('secret', 'certificate') and not c.isExpired and not c.isSigning and not c.isManaged and not c.isMicrosoft
      and c.startDateTime <= l.first and c.lastUsed is null`,
  examples: [
    {
      name: 'a second key that is never used, a new one, one in use',
      records: [
        servicePrincipal('archive'),
        application('archive', {
          passwordCredentials: [
            credential('k1', '2026-01-10', '2027-01-10'),
            credential('k2', '2026-02-10', '2027-02-10'),
            credential('k3', '2026-11-20', '2027-11-20'),
          ],
        }),
        servicePrincipal('deploy'),
        application('deploy', { passwordCredentials: [credential('k4', '2026-11-20', '2027-11-20')] }),
        ...signIns,
      ],
      verdict: 'not-met',
      objects: ['registration-of-archive'],
    },
    {
      name: 'all in use',
      records: [
        servicePrincipal('archive'),
        application('archive', { passwordCredentials: [credential('k1', '2026-01-10', '2027-01-10')] }),
        ...signIns,
      ],
      verdict: 'met',
    },
    {
      name: 'without the log nobody knows',
      records: [
        servicePrincipal('archive'),
        application('archive', { passwordCredentials: [credential('k1', '2026-01-10', '2027-01-10')] }),
      ],
      verdict: 'not-examined',
    },
  ],
};

export default check;
