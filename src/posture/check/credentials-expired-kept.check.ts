import { sql } from '../../store/sql.ts';
import { dayOf } from '../application-question.ts';
import { application, credential } from '../application-record.ts';
import { type Check, needsCredentials } from '../check.ts';

const check: Check = {
  check: 'credentials-expired-kept',
  title: 'No expired credential of an application is kept',
  lesson: 'application-credentials',
  severity: 'low',
  risk: 'It opens nothing. But among ten old entries nobody sees the eleventh that an intruder added.',
  incident:
    'Not known to have mattered in this intrusion. Microsoft asks for a clean list, so that what is new is seen.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/recommendation-remove-unused-credential-from-apps',
  ],
  fix: {
    portal:
      'Entra admin center > App registrations > the application > Certificates & secrets > delete what has expired',
    command: 'Remove-MgApplicationPassword -ApplicationId <id of the registration> -KeyId <key id>',
  },
  needs: [needsCredentials],
  objects: sql`
    select c.tenantId, c.ownerType as type, c.ownerId as id, c.name,
      count(*) || case count(*) when 1 then ' expired credential' else ' expired credentials' end || ', the last since ' || ${dayOf(sql`max(c.endDateTime)`)} as because,
      min(c.file_id) as file_id, arg_min(c.record, c.file_id) as record
    from fact_stored_credential c where c.isExpired and not c.isManaged and not c.isMicrosoft
    group by c.tenantId, c.ownerType, c.ownerId, c.name`,
  examples: [
    {
      name: 'two expired, and one that expires tomorrow',
      records: [
        application('archive', {
          passwordCredentials: [
            credential('k1', '2022-11-10', '2023-11-10'),
            credential('k2', '2023-11-10', '2024-11-10'),
          ],
        }),
        application('crm', { passwordCredentials: [credential('k3', '2025-11-26', '2026-11-26')] }),
      ],
      verdict: 'not-met',
      objects: ['registration-of-archive'],
    },
    {
      name: 'one that expires tomorrow',
      records: [application('crm', { passwordCredentials: [credential('k3', '2025-11-26', '2026-11-26')] })],
      verdict: 'met',
    },
    { name: 'no credential in the case', records: [application('crm')], verdict: 'not-examined' },
  ],
};

export default check;
