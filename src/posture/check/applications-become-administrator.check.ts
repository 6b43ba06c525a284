import { sql } from '../../store/sql.ts';
import { permissionsWith } from '../application-question.ts';
import { graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';

const powers = [
  'grant-app-role',
  'grant-delegated',
  'grant-directory-role',
  'make-eligible',
  'pim-groups',
  'reset-passwords',
  'write-applications',
  'write-authentication-methods',
  'write-directory',
  'write-domains',
  'write-organization',
  'write-synchronization',
];

const check: Check = {
  check: 'applications-become-administrator',
  title: 'No application holds a permission with which it can make itself administrator',
  lesson: 'privileged-applications',
  severity: 'critical',
  risk: 'With one of these the application gives itself any other permission or role, takes over a more powerful application, or lets itself in as an administrator. It is worth as much as Global Administrator.',
  incident:
    'The legacy test application had such power in the corporate tenant: with it the intruder gave full_access_as_app to further applications.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-applications',
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Review permissions > revoke; replace by a narrower permission, such as Application.ReadWrite.OwnedBy, or a directory role with a scope',
    command:
      'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>   # Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> lists them',
  },
  needs: [needsPermissions, needsServicePrincipals],
  objects: permissionsWith(powers, { condition: sql`f.severity in ('critical', 'high')`, isRated: true }),
  examples: [
    {
      name: 'two that may grant or take over, one that may change how users are synchronized, one that may only look',
      records: [
        graph,
        servicePrincipal('deploy'),
        permission('deploy', 'AppRoleAssignment.ReadWrite.All'),
        permission('deploy', 'Directory.Read.All'),
        servicePrincipal('onboarding'),
        permission('onboarding', 'Application.ReadWrite.All'),
        servicePrincipal('hr'),
        permission('hr', 'Synchronization.ReadWrite.All'),
        servicePrincipal('inventory'),
        permission('inventory', 'Directory.Read.All'),
      ],
      verdict: 'not-met',
      objects: ['deploy', 'hr', 'onboarding'],
      severities: { hr: 'high' },
    },
    {
      name: 'one that may change only what it owns',
      records: [graph, servicePrincipal('onboarding'), permission('onboarding', 'Application.ReadWrite.OwnedBy')],
      verdict: 'met',
    },
    { name: 'permissions are not there', records: [graph, servicePrincipal('deploy')], verdict: 'not-examined' },
  ],
};

export default check;
