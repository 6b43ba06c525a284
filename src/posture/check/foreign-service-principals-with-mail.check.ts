import { sql } from '../../store/sql.ts';
import { needsTenant, textList } from '../application-question.ts';
import {
  consent,
  foreignServicePrincipal,
  graph,
  organization,
  permission,
  servicePrincipal,
} from '../application-record.ts';
import { type Check, exported, type Need, needsServicePrincipals } from '../check.ts';

const powers = ['mail-read', 'mail-send', 'mail-settings', 'mail-metadata'];

const permissionsOrConsents: Need = {
  what: 'application permissions or delegated permissions',
  tenants: sql`${exported('', 'app_role_assignment').tenants} union ${exported('', 'delegated_grant').tenants}`,
};

const check: Check = {
  check: 'foreign-service-principals-with-mail',
  title: 'No application of another tenant may touch mail',
  lesson: 'foreign-applications',
  severity: 'high',
  risk: 'Who has the keys of the other tenant reads or sends mail of this one, of everybody or of those who consented.',
  incident:
    'The intruder read mail through applications of its own, to which a consent in the corporate tenant had given rights there.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Review permissions: revoke admin consent and user consent, or delete it',
    command:
      'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>; Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId <grant id>',
  },
  needs: [needsServicePrincipals, permissionsOrConsents, needsTenant],
  objects: sql`
    select p.tenantId, 'servicePrincipal' as type, p.id, p.name,
      'application of tenant ' || p.ownerTenantId || ': ' || string_agg(m.what, '; ' order by m.place) as because,
      min(m.file_id) as file_id, arg_min(m.record, m.file_id) as record
    from fact_service_principal p join (
      select tenantId, principalId as id, 1 as place, string_agg(distinct value, ', ' order by value) || ' as itself' as what, min(file_id) as file_id,
        arg_min(record, file_id) as record
      from fact_permission where list_has_any(power, ${textList(powers)}) group by tenantId, principalId
      union all
      select tenantId, clientId, case when isForAll then 2 else 3 end, string_agg(distinct scope, ', ' order by scope) || ' for '
        || case when isForAll then 'all users' else count(distinct principalId) || case count(distinct principalId) when 1 then ' user' else ' users' end end,
        min(file_id), arg_min(record, file_id)
      from fact_scope where list_has_any(power, ${textList(powers)}) group by tenantId, clientId, isForAll
    ) m on m.tenantId = p.tenantId and m.id = p.id
    where p.isForeign group by p.tenantId, p.id, p.name, p.ownerTenantId`,
  examples: [
    {
      name: 'as itself, by consent of one user; foreign without mail, own with mail',
      records: [
        organization,
        graph,
        foreignServicePrincipal('crm'),
        permission('crm', 'Mail.ReadBasic.All'),
        consent('crm', 'Mail.Send User.Read'),
        foreignServicePrincipal('notes'),
        consent('notes', 'Mail.Read offline_access', 'kim'),
        foreignServicePrincipal('survey'),
        consent('survey', 'openid User.Read'),
        servicePrincipal('archive'),
        permission('archive', 'Mail.Read'),
      ],
      verdict: 'not-met',
      objects: ['crm', 'notes'],
    },
    {
      name: 'signing in is no mail',
      records: [organization, graph, foreignServicePrincipal('survey'), consent('survey', 'openid User.Read')],
      verdict: 'met',
    },
    {
      name: 'neither permissions nor consents are there',
      records: [organization, graph, foreignServicePrincipal('crm')],
      verdict: 'not-examined',
    },
  ],
};

export default check;
