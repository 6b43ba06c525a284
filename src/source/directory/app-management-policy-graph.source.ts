import { defineDirectorySource } from '../directory-source.ts';
import { json } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `policies/defaultAppManagementPolicy`: how long secrets may live and whether new ones may be made. */
export default defineDirectorySource({
  id: 'app-management-policy-graph',
  title: "The policy of applications' secrets as Graph gives it (JSON)",
  reference: 'https://learn.microsoft.com/graph/api/resources/tenantappmanagementpolicy',
  table: 'directory',
  fields: {
    applicationRestrictions: json('applicationRestrictions'),
    servicePrincipalRestrictions: json('servicePrincipalRestrictions'),
  },
  requires: [['applicationRestrictions', 'servicePrincipalRestrictions']],
  fills: [settingFill('tenantAppManagementPolicy')],
  examples: [
    {
      name: 'secrets for no longer than half a year',
      record: {
        id: '00000000-0000-0000-0000-000000000000',
        displayName: 'Default app management tenant policy',
        description: null,
        isEnabled: true,
        applicationRestrictions: {
          passwordCredentials: [
            { restrictionType: 'passwordLifetime', maxLifetime: 'P180D', restrictForAppsCreatedAfterDateTime: null },
          ],
          keyCredentials: [],
        },
      },
      becomes: {
        setting: [
          { policy: 'tenantAppManagementPolicy', object: 'policy', path: 'id' },
          { path: 'displayname' },
          { path: 'description' },
          { path: 'isenabled', value: 'true' },
          { path: 'applicationrestrictions.passwordcredentials[0].restrictiontype', value: 'passwordLifetime' },
          { path: 'applicationrestrictions.passwordcredentials[0].maxlifetime', value: 'P180D' },
          { path: 'applicationrestrictions.passwordcredentials[0].restrictforappscreatedafterdatetime', value: null },
          { path: 'applicationrestrictions.keycredentials', value: '[]' },
        ],
      },
    },
  ],
});
