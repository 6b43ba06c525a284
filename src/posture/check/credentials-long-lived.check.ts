import { sql } from '../../store/sql.ts';
import { fromTo, storedCredentials } from '../application-question.ts';
import { application, credential } from '../application-record.ts';
import { type Check, needsCredentials } from '../check.ts';

/** Two and three years with a leap day. */
const secretDays = 731;
const certificateDays = 1096;

const check: Check = {
  check: 'credentials-long-lived',
  title: 'No secret of an application is valid for more than two years, no certificate for more than three',
  lesson: 'application-credentials',
  severity: 'medium',
  risk: 'Who finds it in a script, a log or a mailbox years later still gets in.',
  incident:
    'The application was of a time that nobody remembered. A credential that had run out would have closed it without anybody having to think of it.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-app-management-policies',
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
  ],
  fix: {
    portal:
      'Entra admin center > App registrations > the application > Certificates & secrets: add one of at most 180 days, move the application to it, delete the old one',
    command:
      'Remove-MgApplicationPassword -ApplicationId <id of the registration> -KeyId <key id>   # after Add-MgApplicationPassword with EndDateTime in 180 days',
  },
  needs: [needsCredentials],
  objects: storedCredentials(
    sql`c.type || ${fromTo} || ', ' || round(date_diff('day', c.startDateTime, c.endDateTime) / 365.25, 1) || ' years'`,
    sql`date_diff('day', c.startDateTime, c.endDateTime) > case c.type when 'secret' then ${secretDays} else ${certificateDays} end`,
  ),
  examples: [
    {
      name: 'for ever, for two years, a certificate for three, an expired one of ten years',
      records: [
        application('archive', { passwordCredentials: [credential('k1', '2024-01-10', '2299-12-31')] }),
        application('crm', {
          passwordCredentials: [credential('k2', '2025-11-01', '2027-11-01')],
          keyCredentials: [credential('k3', '2024-11-01', '2027-11-01')],
        }),
        application('old', { passwordCredentials: [credential('k4', '2015-01-10', '2025-01-10')] }),
        application('deploy', { keyCredentials: [credential('k5', '2024-01-10', '2034-01-10')] }),
      ],
      verdict: 'not-met',
      objects: ['registration-of-archive', 'registration-of-deploy'],
    },
    {
      name: 'two years',
      records: [application('crm', { passwordCredentials: [credential('k2', '2025-11-01', '2027-11-01')] })],
      verdict: 'met',
    },
    { name: 'no credential in the case', records: [application('crm')], verdict: 'not-examined' },
  ],
};

export default check;
