import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy, settingOf } from '../check.ts';

const policy = 'tenantAppManagementPolicy';

function tenantPolicy(isEnabled: boolean, passwordCredentials: readonly Readonly<Record<string, unknown>>[]) {
  return {
    id: '00000000-0000-0000-0000-000000000000',
    displayName: 'Default app management tenant policy',
    description: 'Default tenant policy that enforces app management restrictions.',
    isEnabled,
    applicationRestrictions: { passwordCredentials, keyCredentials: [] },
    servicePrincipalRestrictions: { passwordCredentials, keyCredentials: [] },
  };
}

function restriction(
  restrictionType: string,
  maxLifetime: string | null,
  state = 'enabled',
  after: string | null = null,
) {
  return { restrictionType, state, maxLifetime, restrictForAppsCreatedAfterDateTime: after };
}

/**
 * Old exports have no state: what is listed is in force. A rule for applications made after some day leaves the old ones out,
 * unless the day is before there were any.
 */
const check: Check = {
  check: 'application-credential-policy-missing',
  title: 'A policy of the tenant blocks or limits secrets of applications and of service principals',
  lesson: 'application-credentials',
  severity: 'medium',
  risk: 'Without it anybody who may change an application gives it a secret for as long as he likes, an intruder too.',
  incident:
    'The intruder worked through applications with credentials of its own. The policy makes those short-lived, or impossible.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-app-management-policies',
    'https://learn.microsoft.com/en-us/graph/api/resources/applicationauthenticationmethodpolicy',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > Application policies: block password addition, restrict lifetimes',
    command:
      'PATCH https://graph.microsoft.com/v1.0/policies/defaultAppManagementPolicy {"isEnabled": true, "applicationRestrictions": {"passwordCredentials": [{"restrictionType": "passwordLifetime", "maxLifetime": "P180D"}]}}   # the same for servicePrincipalRestrictions',
  },
  needs: [exportedPolicy('the policy of application credentials (defaultAppManagementPolicy)', policy, 'isEnabled')],
  objects: sql`
    with restricted as (
      select t.tenantId, p.prefix, p.kind, lower(${settingOf(sql`t.tenantId`, policy, 'isEnabled')}) as isEnabled, (
          select struct_pack(inForce := count(*) filter (where d.value is null or d.value < '2016'), lastDay := max(d.value)) from now_setting r
          left join now_setting s on s.tenantId = r.tenantId and s.policy = r.policy and s.object = r.object
            and s.path = replace(r.path, '.restrictiontype', '.state')
          left join now_setting d on d.tenantId = r.tenantId and d.policy = r.policy and d.object = r.object
            and d.path = replace(r.path, '.restrictiontype', '.restrictforappscreatedafterdatetime')
          where r.tenantId = t.tenantId and r.policy = ${policy} and starts_with(r.path, p.prefix || '.passwordcredentials')
            and ends_with(r.path, '.restrictiontype') and r.value in ('passwordAddition', 'passwordLifetime')
            and coalesce(s.value, 'enabled') = 'enabled'
        ) as rules, t.file_id, t.record
      from (select tenantId, min(file_id) as file_id, arg_min(record, file_id) as record from now_setting where policy = ${policy} group by all) t,
        (values ('applicationrestrictions', 'applications'), ('serviceprincipalrestrictions', 'service principals')) p (prefix, kind)
    )
    select tenantId, 'policy' as type, ${policy} as id, 'Default app management policy' as name,
      case when isEnabled = 'true' then 'does not block or limit secrets of ' || string_agg(kind || coalesce(' made before ' || rules.lastDay[1:10], ''), ' and ' order by kind)
        else 'is not enabled' end as because,
      min(file_id) as file_id, arg_min(record, file_id) as record
    from restricted where rules.inForce = 0 or isEnabled is distinct from 'true' group by tenantId, isEnabled`,
  examples: [
    {
      name: 'enabled, with a rule that is off and one for keys that are not passwords',
      records: [
        tenantPolicy(true, [
          restriction('passwordLifetime', 'P180D', 'disabled'),
          restriction('symmetricKeyAddition', null),
        ]),
      ],
      verdict: 'not-met',
      objects: [policy],
    },
    {
      name: 'rules, but not enabled',
      records: [tenantPolicy(false, [restriction('passwordLifetime', 'P180D')])],
      verdict: 'not-met',
      objects: [policy],
    },
    {
      name: 'for applications made last year and later',
      records: [tenantPolicy(true, [restriction('passwordLifetime', 'P180D', 'enabled', '2025-01-01T00:00:00Z')])],
      verdict: 'not-met',
      objects: [policy],
    },
    {
      name: 'secrets for half a year',
      records: [tenantPolicy(true, [restriction('passwordLifetime', 'P180D')])],
      verdict: 'met',
    },
    {
      name: 'another policy',
      records: [
        {
          id: 'authorizationPolicy',
          allowInvitesFrom: 'everyone',
          defaultUserRolePermissions: { allowedToCreateApps: true },
        },
      ],
      verdict: 'not-examined',
    },
  ],
};

export default check;
