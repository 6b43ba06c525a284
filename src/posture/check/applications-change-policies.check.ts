import { permissionsWith } from '../application-question.ts';
import { graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';

const powers = [
  'write-authentication-policy',
  'write-authorization-policy',
  'write-conditional-access',
  'write-consent-policy',
  'write-cross-tenant-policy',
];

const check: Check = {
  check: 'applications-change-policies',
  title: 'No application may change the rules of sign-in, consent or trust in other tenants',
  lesson: 'privileged-applications',
  severity: 'high',
  risk: 'It can switch off conditional access, let users consent to anything, or trust a tenant of the intruder. Nobody is asked, and the change looks like one of many that applications make.',
  incident:
    'Not known to have been used in this intrusion. The rules of consent and the trust between tenants were what it went through.',
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-applications',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Review permissions > revoke',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  needs: [needsPermissions, needsServicePrincipals],
  objects: permissionsWith(powers),
  examples: [
    {
      name: 'one that changes conditional access, one that reads it',
      records: [
        graph,
        servicePrincipal('policy-as-code'),
        permission('policy-as-code', 'Policy.ReadWrite.ConditionalAccess'),
        servicePrincipal('audit'),
        permission('audit', 'Policy.Read.All'),
      ],
      verdict: 'not-met',
      objects: ['policy-as-code'],
    },
    {
      name: 'reading policies is no change',
      records: [graph, servicePrincipal('audit'), permission('audit', 'Policy.Read.All')],
      verdict: 'met',
    },
    { name: 'permissions are not there', records: [graph, servicePrincipal('audit')], verdict: 'not-examined' },
  ],
};

export default check;
