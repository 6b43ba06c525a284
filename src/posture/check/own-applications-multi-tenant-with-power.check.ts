import { sql } from '../../store/sql.ts';
import { needsTenant, someOf } from '../application-question.ts';
import {
  application,
  foreignServicePrincipal,
  graph,
  organization,
  permission,
  servicePrincipal,
} from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';

const forMany = { signInAudience: 'AzureADMultipleOrgs' };

/** The tenant that owns the application is the one that can change it; where it has power elsewhere in the case, that is said too. */
const check: Check = {
  check: 'own-applications-multi-tenant-with-power',
  title: 'No application with power that is registered here is open to other tenants',
  lesson: 'foreign-applications',
  severity: 'medium',
  risk: 'Anybody in any tenant can consent to it. With its one set of keys it then acts in all of them, and whoever takes it here has them all.',
  incident:
    'A legacy test application had access to the corporate environment. An application of one tenant can have that in another only if it is open to others.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/single-and-multi-tenant-apps',
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
  ],
  fix: {
    portal:
      'Entra admin center > App registrations > the application > Authentication > Supported account types: single tenant',
    command: 'Update-MgApplication -ApplicationId <id of the registration> -SignInAudience AzureADMyOrg',
  },
  needs: [needsServicePrincipals, needsPermissions, needsTenant],
  objects: sql`
    select p.tenantId, 'servicePrincipal' as type, p.id, p.name,
      'open to ' || p.audience || ', and holds ' || ${someOf(sql`w.what`)} as because, p.file_id, p.record
    from fact_service_principal p join fact_power w on w.tenantId = p.tenantId and w.id = p.id
    where not p.isForeign and not p.isMicrosoft and p.ownerTenantId is not null and p.audience <> 'AzureADMyOrg' and w.rank >= 2
    union all
    select p.homeTenantId, 'application', p.applicationId, coalesce(a.displayName, p.name),
      'in tenant ' || p.tenantId || ' it holds ' || ${someOf(sql`w.what`)}, a.file_id, a.record
    from fact_service_principal p join fact_power w on w.tenantId = p.tenantId and w.id = p.id
    join now_application a on a.tenantId = p.homeTenantId and a.id = p.applicationId
    where p.isForeign and w.rank >= 2`,
  examples: [
    {
      name: 'open to others; for one tenant; open without power; a foreign one',
      records: [
        organization,
        graph,
        servicePrincipal('archive', forMany),
        application('archive', forMany),
        permission('archive', 'Mail.Read'),
        servicePrincipal('deploy'),
        permission('deploy', 'Application.ReadWrite.All'),
        servicePrincipal('portal', forMany),
        permission('portal', 'MailboxSettings.Read'),
        foreignServicePrincipal('crm'),
        permission('crm', 'Mail.Read'),
      ],
      verdict: 'not-met',
      objects: ['archive'],
    },
    {
      name: 'the registration has been closed since the service principal was made',
      records: [
        organization,
        graph,
        servicePrincipal('archive', forMany),
        application('archive'),
        permission('archive', 'Mail.Read'),
      ],
      verdict: 'met',
    },
    {
      name: 'permissions are not there',
      records: [organization, graph, servicePrincipal('archive', forMany)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
