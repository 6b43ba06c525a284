import { sql } from '../../store/sql.ts';
import { dayOf, someOf, storedCredentials } from '../application-question.ts';
import { application, credential, graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsCredentials, needsPermissions, needsServicePrincipals } from '../check.ts';

const days = 30;

const check: Check = {
  check: 'credentials-added-recently',
  title: `No application with power got a credential in the ${days} days before the export`,
  lesson: 'application-credentials',
  severity: 'medium',
  risk: 'A new key of an application with power is either a planned replacement or the work of an intruder. Somebody has to say which.',
  incident: 'The intruder took over the legacy test application and made new ones. Each step needs a new credential.',
  references: [
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-applications',
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  fix: {
    portal:
      'Entra admin center > Audit logs > activity "Update application – Certificates and secrets management": who added it, and was it asked for? If not, delete it under App registrations > Certificates & secrets',
    command:
      'Get-MgAuditLogDirectoryAudit -Filter "targetResources/any(t:t/id eq \'<id>\')"; Remove-MgApplicationPassword -ApplicationId <id of the registration> -KeyId <key id>',
  },
  needs: [needsCredentials, needsPermissions, needsServicePrincipals],
  // Federated credentials have no dates.
  objects: storedCredentials(
    sql`c.type || ' ' || coalesce('"' || c.displayName || '" ', '') || '(' || c.keyId || ') valid from ' || ${dayOf(sql`c.startDateTime`)} || ', '
      || date_diff('day', c.startDateTime, c.taken) || ' days before the export; the application holds ' || ${someOf(sql`c.what`)}`,
    sql`c.rank >= 2 and date_diff('day', c.startDateTime, c.taken) between -1 and ${days}`,
  ),
  examples: [
    {
      name: 'one of five days ago, one of half a year, a new one of something harmless',
      records: [
        graph,
        servicePrincipal('archive'),
        application('archive', { passwordCredentials: [credential('k1', '2026-11-20', '2027-11-20')] }),
        permission('archive', 'Mail.Read'),
        servicePrincipal('deploy'),
        application('deploy', { keyCredentials: [credential('k2', '2026-05-10', '2027-05-10')] }),
        permission('deploy', 'Application.ReadWrite.All'),
        servicePrincipal('portal'),
        application('portal', { passwordCredentials: [credential('k3', '2026-11-20', '2027-11-20')] }),
        permission('portal', 'MailboxSettings.Read'),
      ],
      verdict: 'not-met',
      objects: ['registration-of-archive'],
    },
    {
      name: 'half a year',
      records: [
        graph,
        servicePrincipal('deploy'),
        application('deploy', { keyCredentials: [credential('k2', '2026-05-10', '2027-05-10')] }),
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
