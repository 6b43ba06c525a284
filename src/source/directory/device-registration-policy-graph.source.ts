import { defineDirectorySource } from '../directory-source.ts';
import { json, text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `policies/deviceRegistrationPolicy`: who may bring a device, and whether it takes a second factor. */
export default defineDirectorySource({
  id: 'device-registration-policy-graph',
  title: 'The policy of device registration as Graph gives it (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/deviceregistrationpolicy',
  table: 'directory',
  fields: {
    multiFactorAuthConfiguration: text('multiFactorAuthConfiguration'),
    azureAdJoin: json('azureADJoin'),
    azureAdRegistration: json('azureADRegistration'),
  },
  requires: [['multiFactorAuthConfiguration'], ['azureAdJoin', 'azureAdRegistration']],
  fills: [settingFill('deviceRegistrationPolicy')],
  examples: [
    {
      name: 'everybody without a second factor',
      record: {
        id: 'deviceRegistrationPolicy',
        multiFactorAuthConfiguration: 'notRequired',
        azureADJoin: {
          isAdminConfigurable: true,
          allowedToJoin: { '@odata.type': '#microsoft.graph.allDeviceRegistrationMembership' },
        },
      },
      becomes: {
        setting: [
          { policy: 'deviceRegistrationPolicy', object: 'policy', path: 'id' },
          { path: 'multifactorauthconfiguration', value: 'notRequired' },
          { path: 'azureadjoin.isadminconfigurable', value: 'true' },
          {
            path: 'azureadjoin.allowedtojoin.@odata.type',
            value: '#microsoft.graph.allDeviceRegistrationMembership',
          },
        ],
      },
    },
    {
      name: 'a policy of authentication methods is none',
      record: { id: 'authenticationMethodsPolicy', policyMigrationState: 'preMigration' },
      becomes: undefined,
    },
  ],
});
