import { defineDirectorySource } from '../directory-source.ts';
import { json, text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `policies/authorizationPolicy`: what users and guests may do. In beta it is a list of one. */
export default defineDirectorySource({
  id: 'authorization-policy-graph',
  title: 'The authorization policy as Graph gives it (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/authorizationpolicy',
  table: 'directory',
  fields: {
    defaultUserRolePermissions: json('defaultUserRolePermissions'),
    allowInvitesFrom: text('allowInvitesFrom'),
    guestUserRoleId: text('guestUserRoleId'),
    allowedToUseSspr: text('allowedToUseSSPR'),
  },
  requires: [['defaultUserRolePermissions'], ['allowInvitesFrom', 'guestUserRoleId', 'allowedToUseSspr']],
  fills: [settingFill('authorizationPolicy')],
  examples: [
    {
      name: 'users may register applications, guests may invite',
      record: {
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#policies/authorizationPolicy/$entity',
        id: 'authorizationPolicy',
        allowInvitesFrom: 'everyone',
        allowEmailVerifiedUsersToJoinOrganization: false,
        allowUserConsentForRiskyApps: null,
        guestUserRoleId: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
        defaultUserRolePermissions: {
          allowedToCreateApps: true,
          permissionGrantPoliciesAssigned: ['ManagePermissionGrantsForSelf.microsoft-user-default-legacy'],
        },
      },
      becomes: {
        setting: [
          { policy: 'authorizationPolicy', object: 'policy', path: 'id', value: 'authorizationPolicy' },
          { path: 'allowinvitesfrom', value: 'everyone' },
          { path: 'allowemailverifieduserstojoinorganization', value: 'false' },
          { path: 'allowuserconsentforriskyapps', value: null },
          { path: 'guestuserroleid', value: '10dae51f-b6af-4016-8d66-8c2a99b929b3' },
          { path: 'defaultuserrolepermissions.allowedtocreateapps', value: 'true' },
          {
            path: 'defaultuserrolepermissions.permissiongrantpoliciesassigned[0]',
            value: 'ManagePermissionGrantsForSelf.microsoft-user-default-legacy',
          },
        ],
      },
    },
    {
      name: 'of the beta, by PowerShell',
      record: {
        Id: 'authorizationPolicy',
        AllowInvitesFrom: 'adminsAndGuestInviters',
        DefaultUserRolePermissions: { AllowedToCreateApps: false, AdditionalProperties: {} },
        PermissionGrantPolicyIdsAssignedToDefaultUserRole: [],
      },
      becomes: {
        setting: [
          { path: 'id' },
          { path: 'allowinvitesfrom', value: 'adminsAndGuestInviters' },
          { path: 'defaultuserrolepermissions.allowedtocreateapps', value: 'false' },
          { path: 'defaultuserrolepermissions.additionalproperties', value: '{}' },
          { path: 'permissiongrantpolicyidsassignedtodefaultuserrole', value: '[]' },
        ],
      },
    },
  ],
});
