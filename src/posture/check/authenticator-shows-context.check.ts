import { sql, type Sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { methodPolicy, user } from '../graph-record.ts';

const feature = (state: string) => ({
  state,
  includeTarget: { targetType: 'group', id: 'all_users' },
  excludeTarget: { targetType: 'group', id: '00000000-0000-0000-0000-000000000000' },
});

const shows = (name: string): Sql => sql`
  case when coalesce(max(lower(value)) filter (where path = ${`featuresettings.${name}requiredstate.state`}), '') <> 'enabled' then 'does not show '
    when coalesce(max(value) filter (where path = ${`featuresettings.${name}requiredstate.includetarget.id`}), '') <> 'all_users' then 'does not show everybody ' end`;

/**
 * CISA does not ask where phishing-resistant methods are enforced for everybody or the app is not used. Where it is used, the
 * settings count here in any case.
 */
const check: Check = {
  check: 'authenticator-shows-context',
  title: 'Microsoft Authenticator shows what is signed in to, and from where',
  lesson: 'no-second-factor',
  severity: 'low',
  risk: 'Who is asked to approve and does not see what for, approves in the end.',
  incident: 'CISA and its partners describe how this group wears people down with prompts until they accept one.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/how-to-mfa-additional-context',
  ],
  scuba: ['MS.AAD.3.3'],
  fix: {
    portal:
      'Entra admin center > Protection > Authentication methods > Policies > Microsoft Authenticator > Configure: show application name and show geographic location for all users; Allow use of Microsoft Authenticator OTP: No',
    command:
      "Update-MgPolicyAuthenticationMethodPolicyAuthenticationMethodConfiguration -AuthenticationMethodConfigurationId MicrosoftAuthenticator -BodyParameter @{ '@odata.type' = '#microsoft.graph.microsoftAuthenticatorAuthenticationMethodConfiguration'; isSoftwareOathEnabled = $false; featureSettings = @{ displayAppInformationRequiredState = @{ state = 'enabled'; includeTarget = @{ targetType = 'group'; id = 'all_users' } }; displayLocationInformationRequiredState = @{ state = 'enabled'; includeTarget = @{ targetType = 'group'; id = 'all_users' } } } }",
  },
  needs: [
    {
      what: 'the settings of Microsoft Authenticator (authenticationMethodsPolicy)',
      tenants: sql`select tenantId from fact_method where method = 'microsoftauthenticator' and isEnabled is not null`,
    },
  ],
  objects: sql`
    select tenantId, 'method' as type, 'microsoftauthenticator' as id, 'Microsoft Authenticator' as name, unnest(list_filter(flaws, lambda f: f is not null)) as because, file_id, record
    from (
      select tenantId, min(file_id) as file_id, arg_min(record, file_id * 1e12 + record) as record, [
        ${shows('displayappinformation')} || 'the application', ${shows('displaylocationinformation')} || 'the place',
        case when coalesce(max(lower(value)) filter (where path = 'issoftwareoathenabled'), '') <> 'false' then 'also gives codes to type in' end
      ] as flaws
      from fact_method_setting where method = 'microsoftauthenticator'
        and tenantId in (select tenantId from fact_method where method = 'microsoftauthenticator' and isEnabled)
      group by tenantId
    )`,
  examples: [
    {
      name: 'the application is shown, the place is left to Microsoft',
      records: [
        methodPolicy('MicrosoftAuthenticator', 'enabled', {
          isSoftwareOathEnabled: false,
          featureSettings: {
            displayAppInformationRequiredState: feature('enabled'),
            displayLocationInformationRequiredState: feature('default'),
          },
        }),
      ],
      verdict: 'not-met',
      objects: ['microsoftauthenticator'],
    },
    {
      name: 'both are shown to everybody',
      records: [
        methodPolicy('MicrosoftAuthenticator', 'enabled', {
          isSoftwareOathEnabled: false,
          featureSettings: {
            displayAppInformationRequiredState: feature('enabled'),
            displayLocationInformationRequiredState: feature('enabled'),
          },
        }),
      ],
      verdict: 'met',
    },
    { name: 'the app is not used', records: [methodPolicy('MicrosoftAuthenticator', 'disabled')], verdict: 'met' },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
