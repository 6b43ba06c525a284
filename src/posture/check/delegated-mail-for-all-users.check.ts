import { consentsForAllWith } from '../application-question.ts';
import { consent, graph, servicePrincipal } from '../application-record.ts';
import { type Check, needsConsents, needsServicePrincipals } from '../check.ts';

const check: Check = {
  check: 'delegated-mail-for-all-users',
  title: 'No application may read or send the mail of whoever signs in to it, by consent for all users',
  lesson: 'privileged-applications',
  severity: 'medium',
  risk: 'Nobody is asked any more: a token of any user for this application opens his mailbox. An application that is taken over, or a phished device code, is enough.',
  incident:
    'Microsoft asks to look for EWS.AccessAsUser.All and other mail permissions among consents. This intruder used application permissions.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Admin consent > revoke; under Properties ask for assignment, and assign those who need it',
    command: 'Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId <grant id>',
  },
  needs: [needsConsents, needsServicePrincipals],
  objects: consentsForAllWith(['mail-read', 'mail-send', 'mail-settings']),
  examples: [
    {
      name: 'for all users, and for one',
      records: [
        graph,
        servicePrincipal('crm'),
        consent('crm', 'User.Read Mail.ReadWrite Mail.Send offline_access'),
        servicePrincipal('notes'),
        consent('notes', 'Mail.Read', 'kim'),
        servicePrincipal('portal'),
        consent('portal', 'openid profile User.Read'),
      ],
      verdict: 'not-met',
      objects: ['crm'],
    },
    {
      name: 'mail for one user, sign-in for all',
      records: [
        graph,
        servicePrincipal('notes'),
        consent('notes', 'Mail.Read', 'kim'),
        servicePrincipal('portal'),
        consent('portal', 'openid profile User.Read'),
      ],
      verdict: 'met',
    },
    { name: 'consents are not there', records: [graph, servicePrincipal('crm')], verdict: 'not-examined' },
  ],
};

export default check;
