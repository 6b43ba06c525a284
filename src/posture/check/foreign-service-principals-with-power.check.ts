import { sql } from '../../store/sql.ts';
import { needsTenant, someOf } from '../application-question.ts';
import { foreignServicePrincipal, graph, organization, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';

/** Where the case has the tenant that owns the application too, who has its keys there is said here. */
const check: Check = {
  check: 'foreign-service-principals-with-power',
  title: 'No application of another tenant has power here',
  lesson: 'foreign-applications',
  severity: 'critical',
  risk: 'Its credentials and owners are in the other tenant. Whoever gets in there acts here as the application, past every rule for users, and this tenant sees at most the sign-in.',
  incident:
    'This was the bridge: an application with power in the corporate tenant whose key lay in a test tenant that nobody protected.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-compromised-malicious-app',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Review permissions > revoke what its maker cannot explain; a tenant of your own: register the application here instead',
    command:
      'Update-MgServicePrincipal -ServicePrincipalId <id> -AccountEnabled:$false; Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  needs: [needsServicePrincipals, needsPermissions, needsTenant],
  objects: sql`
    select p.tenantId, 'servicePrincipal' as type, p.id, p.name,
      'application of tenant ' || p.ownerTenantId || coalesce(' (' || t.displayName || ')', '') || ', and holds ' || ${someOf(sql`w.what`)}
        || case when p.applicationId is null then '' else '; registered there as ' || p.applicationId || ' with ' || coalesce(c.valid, 0)
          || case coalesce(c.valid, 0) when 1 then ' valid credential' else ' valid credentials' end || ' and ' || coalesce(o.owners, 0)
          || case coalesce(o.owners, 0) when 1 then ' owner' else ' owners' end end
        || case when own.valid > 0 then '; ' || own.valid || case own.valid when 1 then ' credential' else ' credentials' end || ' on the service principal here' else '' end
        || case when p.accountEnabled = false then ', disabled' else '' end as because,
      case when w.rank = 2 then 'high' end as severity, p.file_id, p.record
    from fact_service_principal p join fact_power w on w.tenantId = p.tenantId and w.id = p.id
    left join now_tenant t on t.id = p.ownerTenantId and t.tenantId = p.ownerTenantId
    left join (
      select tenantId, ownerId, count(distinct keyId) as valid from fact_stored_credential where ownerType = 'application' and not isExpired group by all
    ) c on c.tenantId = p.homeTenantId and c.ownerId = p.applicationId
    left join (
      select tenantId, servicePrincipalId, count(distinct ownerId) as owners from fact_owner where objectType = 'application' group by all
    ) o on o.tenantId = p.tenantId and o.servicePrincipalId = p.id
    left join (
      select tenantId, ownerId, count(distinct keyId) as valid from fact_stored_credential where ownerType = 'servicePrincipal' and not isExpired and not isSigning group by all
    ) own on own.tenantId = p.tenantId and own.ownerId = p.id
    where p.isForeign and w.rank >= 2`,
  examples: [
    {
      name: 'a foreign one that reads all mail, one that reads users, one without power, an own one with power',
      records: [
        organization,
        graph,
        foreignServicePrincipal('crm'),
        permission('crm', 'Mail.Read'),
        foreignServicePrincipal('inventory'),
        permission('inventory', 'User.Read.All'),
        foreignServicePrincipal('survey'),
        permission('survey', 'MailboxSettings.Read'),
        servicePrincipal('archive'),
        permission('archive', 'Mail.Read'),
      ],
      verdict: 'not-met',
      objects: ['crm', 'inventory'],
      severities: { inventory: 'high' },
    },
    {
      name: 'an own one with power, in other letters',
      records: [
        organization,
        graph,
        servicePrincipal('archive', { appOwnerOrganizationId: 'AAAA0000-0000-4000-8000-000000000001' }),
        permission('archive', 'Mail.Read'),
      ],
      verdict: 'met',
    },
    {
      name: 'nobody knows whose tenant this is',
      records: [graph, foreignServicePrincipal('crm'), permission('crm', 'Mail.Read')],
      verdict: 'not-examined',
    },
  ],
};

export default check;
