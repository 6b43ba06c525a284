import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { json, text } from '../source.ts';
import { isSetting, settingColumns, settingFill, wholeTree } from './setting-fill.ts';

/** Graph `policies/authenticationMethodsPolicy`. The methods in it become what they are when they are exported one by one. */
export default defineDirectorySource({
  id: 'authentication-methods-policy-graph',
  title: 'The policy of authentication methods as Graph gives it (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicy',
  table: 'directory',
  fields: {
    policyMigrationState: text('policyMigrationState'),
    registrationEnforcement: json('registrationEnforcement'),
    systemCredentialPreferences: json('systemCredentialPreferences'),
    authenticationMethodConfigurations: json('authenticationMethodConfigurations'),
  },
  requires: [
    [
      'policyMigrationState',
      'registrationEnforcement',
      'systemCredentialPreferences',
      'authenticationMethodConfigurations',
    ],
  ],
  fills: [
    settingFill('authenticationMethodsPolicy', { without: ['authenticationmethodconfigurations'] }),
    {
      table: 'setting',
      each: [{ list: 'authenticationMethodConfigurations', fields: { id: text('id') } }, wholeTree],
      where: (_, method, setting) => sql`${method('id')} is not null and ${isSetting(setting('path'))}`,
      columns: (_, method, setting) => ({
        policy: sql`'authenticationMethodConfiguration'`,
        object: bare(method('id')),
        ...settingColumns(setting),
      }),
    },
  ],
  examples: [
    {
      name: 'the policy with two methods',
      record: {
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#authenticationMethodsPolicy',
        id: 'authenticationMethodsPolicy',
        policyVersion: '1.5',
        policyMigrationState: 'migrationInProgress',
        registrationEnforcement: {
          authenticationMethodsRegistrationCampaign: { state: 'default', snoozeDurationInDays: 1, excludeTargets: [] },
        },
        authenticationMethodConfigurations: [
          {
            '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
            id: 'TemporaryAccessPass',
            state: 'enabled',
            isUsableOnce: false,
          },
          { id: 'Sms', state: 'disabled', includeTargets: [{ id: 'all_users', targetType: 'group' }] },
        ],
      },
      becomes: {
        setting: [
          { policy: 'authenticationMethodsPolicy', object: 'policy', path: 'id' },
          { path: 'policyversion' },
          { path: 'policymigrationstate', value: 'migrationInProgress' },
          { path: 'registrationenforcement.authenticationmethodsregistrationcampaign.state', value: 'default' },
          { path: 'registrationenforcement.authenticationmethodsregistrationcampaign.snoozedurationindays' },
          {
            path: 'registrationenforcement.authenticationmethodsregistrationcampaign.excludetargets',
            value: '[]',
          },
          {
            policy: 'authenticationMethodConfiguration',
            object: 'temporaryaccesspass',
            path: '@odata.type',
            value: '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
          },
          { object: 'temporaryaccesspass', path: 'id' },
          { object: 'temporaryaccesspass', path: 'state', value: 'enabled' },
          { object: 'temporaryaccesspass', path: 'isusableonce', value: 'false' },
          { object: 'sms', path: 'id' },
          { object: 'sms', path: 'state', value: 'disabled' },
          { object: 'sms', path: 'includetargets[0].id', value: 'all_users' },
          { object: 'sms', path: 'includetargets[0].targettype', value: 'group' },
        ],
      },
    },
  ],
});
