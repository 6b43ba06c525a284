import { sql } from '../../store/sql.ts';
import { fromTo, storedCredentials } from '../application-question.ts';
import { application, credential } from '../application-record.ts';
import { type Check, needsCredentials } from '../check.ts';

const days = 365;

const check: Check = {
  check: 'credentials-old',
  title: 'No valid credential of an application is older than a year',
  lesson: 'application-credentials',
  severity: 'medium',
  risk: 'In a year people leave, copies are made and backups are kept. An intruder who took it long ago needs nothing else to come back.',
  incident:
    'The intruder went for secrets in mail. Those that had been replaced since they were written down are worth nothing.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
    'https://msrc.microsoft.com/blog/2024/03/update-on-microsoft-actions-following-attack-by-nation-state-actor-midnight-blizzard/',
  ],
  fix: {
    portal:
      'Entra admin center > App registrations > the application > Certificates & secrets: add a new one, move the application to it, delete the old one',
    command: 'Remove-MgApplicationPassword -ApplicationId <id of the registration> -KeyId <key id>',
  },
  needs: [needsCredentials],
  objects: storedCredentials(
    sql`c.type || ${fromTo} || ', ' || date_diff('day', c.startDateTime, c.taken) || ' days old'`,
    sql`date_diff('day', c.startDateTime, c.taken) > ${days}`,
  ),
  examples: [
    {
      name: 'one of two years, one of half a year, one that has expired',
      records: [
        application('archive', { passwordCredentials: [credential('k1', '2024-11-10', '2027-11-10')] }),
        application('crm', { passwordCredentials: [credential('k2', '2026-06-01', '2028-06-01')] }),
        application('old', { passwordCredentials: [credential('k4', '2015-01-10', '2025-01-10')] }),
      ],
      verdict: 'not-met',
      objects: ['registration-of-archive'],
    },
    {
      name: 'half a year',
      records: [application('crm', { passwordCredentials: [credential('k2', '2026-06-01', '2028-06-01')] })],
      verdict: 'met',
    },
    { name: 'no credential in the case', records: [application('crm')], verdict: 'not-examined' },
  ],
};

export default check;
