import { sql } from '../../store/sql.ts';
import { needsTenant } from '../application-question.ts';
import {
  consent,
  foreignServicePrincipal,
  graph,
  organization,
  permission,
  servicePrincipal,
} from '../application-record.ts';
import { type Check, exported, needsConsents, needsServicePrincipals } from '../check.ts';

const verified = {
  verifiedPublisher: { displayName: 'Partner', verifiedPublisherId: '1234567', addedDateTime: '2021-01-01T00:00:00Z' },
};
const unverified = { verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null } };

/** Signing in and reading one's own profile is what every application asks for. */
const check: Check = {
  check: 'applications-unverified-publisher',
  title: 'No application of another tenant without a verified publisher has consent',
  lesson: 'foreign-applications',
  severity: 'medium',
  risk: 'Nobody has proved who made it. Such an application is what phishing for consent works with.',
  incident:
    'The intruder let a new user consent to applications of its own. A rule that allows verified publishers only refuses what nobody has verified.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/publisher-verification-overview',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke, or ask its maker to verify itself; Consent and permissions > User consent settings: verified publishers only',
    command:
      'Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId <grant id>; Remove-MgServicePrincipal -ServicePrincipalId <id>',
  },
  needs: [
    needsServicePrincipals,
    needsConsents,
    needsTenant,
    exported(
      'service principals with their verified publishers',
      'service_principal',
      sql`verifiedPublisherId is not null`,
    ),
  ],
  objects: sql`
    with allowed as (
      select tenantId, clientId as id, scope as permission, isForAll, principalId from fact_scope
      where lower(scope) not in ('openid', 'profile', 'email', 'offline_access', 'user.read')
      union all select tenantId, principalId, value, true, null from fact_permission
    )
    select p.tenantId, 'servicePrincipal' as type, p.id, p.name,
      'application of tenant ' || p.ownerTenantId || ' without a verified publisher; consent to ' || string_agg(distinct a.permission, ', ' order by a.permission)
        || case when bool_or(a.isForAll) then ' for all' else ' of ' || count(distinct a.principalId) || case count(distinct a.principalId) when 1 then ' user' else ' users' end end as because,
      p.file_id, p.record
    from fact_service_principal p join allowed a on a.tenantId = p.tenantId and a.id = p.id
    where p.isForeign and p.verifiedPublisherId is null and p.accountEnabled is distinct from false
    group by p.tenantId, p.id, p.name, p.ownerTenantId, p.file_id, p.record`,
  examples: [
    {
      name: 'unverified with consent; unverified that only signs in; verified; own',
      records: [
        organization,
        graph,
        foreignServicePrincipal('notes', unverified),
        consent('notes', 'Mail.Read offline_access User.Read', 'kim'),
        foreignServicePrincipal('survey', unverified),
        consent('survey', 'openid profile User.Read'),
        foreignServicePrincipal('crm', verified),
        consent('crm', 'Contacts.Read'),
        servicePrincipal('archive', unverified),
        permission('archive', 'Mail.Read'),
      ],
      verdict: 'not-met',
      objects: ['notes'],
    },
    {
      name: 'verified',
      records: [organization, graph, foreignServicePrincipal('crm', verified), consent('crm', 'Contacts.Read')],
      verdict: 'met',
    },
    {
      name: 'the export does not say who is verified',
      records: [organization, graph, foreignServicePrincipal('notes'), consent('notes', 'Mail.Read', 'kim')],
      verdict: 'not-examined',
    },
  ],
};

export default check;
