import { consentsForAllWith } from '../application-question.ts';
import { consent, graph, servicePrincipal } from '../application-record.ts';
import { type Check, needsConsents, needsServicePrincipals } from '../check.ts';

const powers = [
  'grant-app-role',
  'grant-delegated',
  'grant-directory-role',
  'make-eligible',
  'pim-groups',
  'reset-passwords',
  'write-applications',
  'write-authentication-methods',
  'write-authentication-policy',
  'write-authorization-policy',
  'write-conditional-access',
  'write-consent-policy',
  'write-cross-tenant-policy',
  'write-directory',
  'write-domains',
  'write-groups',
  'write-organization',
  'write-users',
];

const check: Check = {
  check: 'delegated-directory-for-all-users',
  title: 'No application may change the directory for whoever signs in to it, by consent for all users',
  lesson: 'privileged-applications',
  severity: 'medium',
  risk: 'If an administrator signs in to it, the application has his rights over users, roles and policies. It only has to be taken over, or to be named in a phished device code.',
  incident:
    'Not known to have been used in this intrusion. CISA saw the same actor go from stolen tokens to cloud administration.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Admin consent > revoke; under Properties ask for assignment, and assign the administrators who need it',
    command: 'Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId <grant id>',
  },
  needs: [needsConsents, needsServicePrincipals],
  objects: consentsForAllWith(powers),
  examples: [
    {
      name: 'one acts as whoever signs in, one reads, one writes for a single user',
      records: [
        graph,
        servicePrincipal('admin-tool'),
        consent('admin-tool', 'Directory.AccessAsUser.All'),
        servicePrincipal('phone-book'),
        consent('phone-book', 'Directory.Read.All'),
        servicePrincipal('script'),
        consent('script', 'User.ReadWrite.All', 'kim'),
      ],
      verdict: 'not-met',
      objects: ['admin-tool'],
    },
    {
      name: 'reading for all',
      records: [graph, servicePrincipal('phone-book'), consent('phone-book', 'Directory.Read.All')],
      verdict: 'met',
    },
    { name: 'consents are not there', records: [graph, servicePrincipal('admin-tool')], verdict: 'not-examined' },
  ],
};

export default check;
