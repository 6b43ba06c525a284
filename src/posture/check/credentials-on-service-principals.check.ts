import { sql } from '../../store/sql.ts';
import { fromTo } from '../application-question.ts';
import {
  application,
  credential,
  foreignServicePrincipal,
  organization,
  servicePrincipal,
} from '../application-record.ts';
import { type Check, needsCredentials, needsServicePrincipals } from '../check.ts';

/** Certificates that sign SAML tokens lie there by design; they are told by the name that Microsoft gives them. */
const check: Check = {
  check: 'credentials-on-service-principals',
  title: 'No service principal has a secret or certificate of its own',
  lesson: 'application-credentials',
  severity: 'high',
  risk: 'Portals show the credentials of the registration only. One on the service principal opens the application in this tenant and is seen by nobody; of a foreign application it works whatever its owner does.',
  incident:
    'Adding a credential to a service principal is a known method of this actor, since the intrusion of 2020. Microsoft asks to look for applications that got one.',
  references: [
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-compromised-malicious-app',
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-applications',
  ],
  fix: {
    portal:
      'No page shows it, except a signing certificate: Entra admin center > Enterprise applications > the application > Single sign-on. Take the rest away by Graph',
    command:
      'Remove-MgServicePrincipalPassword -ServicePrincipalId <id> -KeyId <key id>   # a certificate: Update-MgServicePrincipal -ServicePrincipalId <id> -KeyCredentials @(<those that stay>)',
  },
  needs: [needsServicePrincipals, needsCredentials],
  objects: sql`
    select c.tenantId, 'servicePrincipal' as type, c.ownerId as id, c.name,
      c.type || ' ' || coalesce('"' || c.displayName || '" ', '') || '(' || c.keyId || ')' || ${fromTo} || case
        when c.servicePrincipalType = 'Legacy' then ', on a service principal of the old kind that has no registration'
        when c.isForeign then ', and its application is registered in tenant ' || c.ownerTenantId
        when c.applicationId is not null then ', beside the credentials of its registration here'
        else ', and its registration is not in the case' end
        || case when c.type = 'certificate' then ' (if it signs in people by SAML, it may be its signing certificate)' else '' end as because,
      c.file_id, c.record
    from fact_stored_credential c
    where c.ownerType = 'servicePrincipal' and not c.isExpired and not c.isManaged and not c.isMicrosoft and not c.isSigning`,
  examples: [
    {
      name: 'own and foreign ones; expired, signing, of a managed identity and of a registration',
      records: [
        organization,
        servicePrincipal('archive', { passwordCredentials: [credential('k1', '2024-01-10', '2299-01-01')] }),
        application('archive', { passwordCredentials: [credential('k2', '2026-01-10', '2026-12-10')] }),
        foreignServicePrincipal('crm', { keyCredentials: [credential('k3', '2026-01-10', '2027-01-10')] }),
        servicePrincipal('old', { passwordCredentials: [credential('k4', '2020-01-10', '2021-01-10')] }),
        servicePrincipal('wiki', {
          keyCredentials: [
            credential('k5', '2026-01-01', '2029-01-01', {
              displayName: 'CN=Microsoft Azure Federated SSO Certificate',
              usage: 'Sign',
            }),
          ],
          passwordCredentials: [credential('k6', '2026-01-01', '2029-01-01')],
        }),
        servicePrincipal('vm', {
          servicePrincipalType: 'ManagedIdentity',
          keyCredentials: [credential('k7', '2026-11-01', '2027-01-30')],
        }),
      ],
      verdict: 'not-met',
      objects: ['archive', 'crm'],
    },
    {
      name: 'on the registration only',
      records: [
        servicePrincipal('archive'),
        application('archive', { passwordCredentials: [credential('k2', '2026-01-10', '2026-12-10')] }),
      ],
      verdict: 'met',
    },
    { name: 'no credential in the case', records: [servicePrincipal('archive')], verdict: 'not-examined' },
  ],
};

export default check;
