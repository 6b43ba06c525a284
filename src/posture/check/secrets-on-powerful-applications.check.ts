import { sql } from '../../store/sql.ts';
import { fromTo, someOf, storedCredentials } from '../application-question.ts';
import { application, credential, graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsCredentials, needsPermissions, needsServicePrincipals } from '../check.ts';

const check: Check = {
  check: 'secrets-on-powerful-applications',
  title: 'No application with power signs in with a secret',
  lesson: 'application-credentials',
  severity: 'medium',
  risk: 'A secret is a password: it can be read in a script, sent in a mail and used from anywhere. A certificate can be kept where it cannot be copied, and a federated credential has nothing to copy.',
  incident:
    'After the intrusion the actor tried secrets that it had found, some of them shared in mail between customers and Microsoft.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
    'https://msrc.microsoft.com/blog/2024/03/update-on-microsoft-actions-following-attack-by-nation-state-actor-midnight-blizzard/',
  ],
  fix: {
    portal:
      'Entra admin center > App registrations > the application > Certificates & secrets: upload a certificate or add a federated credential, then delete the secret',
    command: 'Remove-MgApplicationPassword -ApplicationId <id of the registration> -KeyId <key id>',
  },
  needs: [needsCredentials, needsPermissions, needsServicePrincipals],
  objects: storedCredentials(
    sql`'secret' || ${fromTo} || ' of an application that holds ' || ${someOf(sql`c.what`)}`,
    sql`c.type = 'secret' and c.rank >= 2`,
  ),
  examples: [
    {
      name: 'a secret; a certificate; a secret of something harmless',
      records: [
        graph,
        servicePrincipal('archive'),
        application('archive', { passwordCredentials: [credential('k1', '2026-01-10', '2027-01-10')] }),
        permission('archive', 'Mail.Read'),
        servicePrincipal('deploy'),
        application('deploy', { keyCredentials: [credential('k2', '2026-01-10', '2027-01-10')] }),
        permission('deploy', 'Application.ReadWrite.All'),
        servicePrincipal('portal'),
        application('portal', { passwordCredentials: [credential('k3', '2026-01-10', '2027-01-10')] }),
        permission('portal', 'MailboxSettings.Read'),
      ],
      verdict: 'not-met',
      objects: ['registration-of-archive'],
    },
    {
      name: 'a certificate',
      records: [
        graph,
        servicePrincipal('deploy'),
        application('deploy', { keyCredentials: [credential('k2', '2026-01-10', '2027-01-10')] }),
        permission('deploy', 'Application.ReadWrite.All'),
      ],
      verdict: 'met',
    },
    {
      name: 'what the application may do is not there',
      records: [
        servicePrincipal('archive'),
        application('archive', { passwordCredentials: [credential('k1', '2026-01-10', '2027-01-10')] }),
      ],
      verdict: 'not-examined',
    },
  ],
};

export default check;
