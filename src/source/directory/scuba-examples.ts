import type { DirectoryExample } from '../directory-source.ts';

const head = {
  baseline_version: '1',
  module_version: '1.8.0',
  date: '01/12/2024 08:30:00 Coordinated Universal Time',
  timestamp_zulu: '2024-01-12T08:30:00.000Z',
  report_uuid: 'x',
  tenant_details: [
    {
      AADAdditionalData: [
        {
          DisplayName: 'Frostline',
          CreatedDateTime: '/Date(1613679244000)/',
          OnPremisesSyncEnabled: true,
          AssignedPlans: [{ Service: 'exchange' }],
        },
      ],
      TenantId: 'AAAA0000-0000-4000-8000-0000000000FF',
      DisplayName: 'Frostline',
      DomainName: 'frostline.example',
    },
  ],
};
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

/** Records of the shape that ScubaGear writes: capitals, one object for a list of one, times in milliseconds. */
export const scubaExamples: readonly DirectoryExample[] = [
  {
    name: 'the tenant and its settings',
    record: {
      ...head,
      total_user_count: 51,
      authorization_policies: [
        {
          Id: 'authorizationPolicy',
          DefaultUserRolePermissions: { AllowedToCreateApps: true },
          EnabledPreviewFeatures: [],
        },
      ],
      aad_unsuccessful_commands: ['Get-PrivilegedUser'],
    },
    becomes: {
      tenant: [
        {
          id: 'aaaa0000-0000-4000-8000-0000000000ff',
          displayName: 'Frostline',
          defaultDomain: 'frostline.example',
          createdDateTime: '2021-02-18T20:14:04.000Z',
        },
      ],
      setting: [
        { policy: 'organization', object: 'policy', path: 'displayname', value: 'Frostline' },
        { path: 'createddatetime' },
        { path: 'onpremisessyncenabled', value: 'true' },
        { path: 'totalusercount', value: '51' },
        { policy: 'authorizationPolicy', object: 'policy', path: 'id' },
        { path: 'defaultuserrolepermissions.allowedtocreateapps', value: 'true' },
        { path: 'enabledpreviewfeatures', value: '[]' },
        { policy: 'scubaCommands', object: 'unsuccessful', path: 'get-privilegeduser', value: 'aad' },
      ],
      conditional_access_policy: [],
    },
  },
  {
    name: 'domains, licences and Exchange',
    record: {
      ...head,
      domain_settings: { Id: 'Frostline.example', AuthenticationType: 'Managed', IsVerified: true, IsRoot: true },
      directory_settings: {
        Id: 's1',
        DisplayName: 'Consent Policy Settings',
        Values: [{ Name: 'EnableAdminConsentRequests', Value: 'true' }],
      },
      service_plans: [{ ServicePlanName: 'AAD_PREMIUM_P2', ProvisioningStatus: 'Success' }],
      org_config: [{ Name: 'frostline.example', AuditDisabled: false }],
      tenant_details: [{ TenantId: 't', DisplayName: 'Frostline' }],
    },
    becomes: {
      domain: [{ id: 'frostline.example', authenticationType: 'Managed', isVerified: 'true', isDefault: null }],
      setting: [
        { policy: 'domain', object: 'frostline.example', path: 'id' },
        { path: 'authenticationtype' },
        { path: 'isverified' },
        { path: 'isroot', value: 'true' },
        {
          policy: 'Consent Policy Settings',
          object: 'policy',
          path: 'enableadminconsentrequests',
          value: 'true',
        },
        { policy: 'servicePlans', path: 'aad_premium_p2', value: 'Success' },
        { policy: 'organizationConfig', path: 'name' },
        { path: 'auditdisabled', value: 'false' },
      ],
    },
  },
  {
    name: 'a policy of conditional access as an object',
    record: {
      ...head,
      conditional_access_policies: {
        Id: 'P1',
        DisplayName: 'MFA for everybody',
        State: 'enabled',
        Conditions: {
          ClientAppTypes: ['all'],
          Applications: { ApplicationFilter: null, IncludeApplications: ['All'], ExcludeApplications: [] },
          Users: {
            IncludeUsers: ['All'],
            ExcludeUsers: ['AAAA0001-0000-4000-8000-000000000001'],
            ExcludeGuestsOrExternalUsers: { GuestOrExternalUserTypes: 'internalGuest,serviceProvider' },
          },
          Platforms: null,
          AuthenticationFlows: { TransferMethods: 'deviceCodeFlow,authenticationTransfer' },
        },
        GrantControls: {
          Operator: 'OR',
          BuiltInControls: [],
          'AuthenticationStrength@odata.context': 'x',
          AuthenticationStrength: { Id: 's', DisplayName: 'Strong', AllowedCombinations: ['fido2'] },
        },
        SessionControls: {
          CloudAppSecurity: null,
          PersistentBrowser: { IsEnabled: false, Mode: 'never' },
          SignInFrequency: { IsEnabled: true, Type: 'days', Value: 4 },
        },
      },
    },
    becomes: {
      conditional_access_policy: [
        {
          id: 'p1',
          state: 'enabled',
          includeUsers: 'All',
          excludeUsers: 'aaaa0001-0000-4000-8000-000000000001',
          excludeGuests: 'internalGuest,serviceProvider',
          includeGuests: '',
          includePlatforms: '',
          transferMethods: 'deviceCodeFlow,authenticationTransfer',
          grantOperator: 'OR',
          grantControls: '',
          authenticationStrength: 'Strong',
          allowedCombinations: 'fido2',
          sessionControls: 'signInFrequency',
        },
      ],
    },
  },
  {
    name: 'roles, their holders and their rules',
    record: {
      ...head,
      tenant_details: [],
      privileged_users: {
        'AAAA0001-0000-4000-8000-000000000001': {
          DisplayName: 'Ann',
          roles: ['Global Administrator', 'Global Administrator', 'Exchange Administrator'],
          OnPremisesImmutableId: null,
        },
      },
      privileged_service_principals: {
        '5555aaaa-0000-4000-8000-000000000001': {
          AppId: '1111AAAA-0000-4000-8000-000000000001',
          ServicePrincipalId: '5555aaaa-0000-4000-8000-000000000001',
          DisplayName: 'Sync',
          roles: ['Global Administrator'],
        },
      },
      privileged_roles: [
        {
          DisplayName: 'Global Administrator',
          RoleTemplateId: globalAdministrator,
          Assignments: {
            PrincipalId: 'AAAA0001-0000-4000-8000-000000000001',
            RoleDefinitionId: globalAdministrator,
            AssignmentType: 'Assigned',
            MemberType: 'Direct',
            DirectoryScopeId: '/',
            StartDateTime: '/Date(1704844800000)/',
            EndDateTime: null,
          },
          Rules: [
            {
              Id: 'Approval_EndUser_Assignment',
              Setting: { IsApprovalRequired: false },
              RuleSource: 'Global Administrator',
              RuleSourceType: 'Directory Role',
            },
            { Id: 'Approval_EndUser_Assignment', RuleSource: 'Tier 0', RuleSourceType: 'PIM Group' },
            { Id: 'Expiration_EndUser_Assignment', AdditionalProperties: { maximumDuration: 'PT8H' } },
          ],
        },
      ],
    },
    becomes: {
      user: [{ id: 'aaaa0001-0000-4000-8000-000000000001', displayName: 'Ann' }],
      service_principal: [
        { id: '5555aaaa-0000-4000-8000-000000000001', appId: '1111aaaa-0000-4000-8000-000000000001' },
      ],
      role_definition: [{ id: globalAdministrator, displayName: 'Global Administrator' }],
      role_assignment: [
        {
          principalId: 'aaaa0001-0000-4000-8000-000000000001',
          principalType: 'user',
          roleName: 'Exchange Administrator',
          roleId: '29232cdf-9323-42fd-ade2-1d097af3e4de',
          state: null,
        },
        { roleName: 'Global Administrator', roleId: globalAdministrator, state: null },
        {
          principalId: '5555aaaa-0000-4000-8000-000000000001',
          principalType: 'servicePrincipal',
          roleId: globalAdministrator,
        },
        {
          principalId: 'aaaa0001-0000-4000-8000-000000000001',
          roleId: globalAdministrator,
          roleName: 'Global Administrator',
          scope: '/',
          state: 'active',
          assignmentType: 'Assigned',
          memberType: 'Direct',
          startDateTime: '2024-01-10T00:00:00.000Z',
          endDateTime: null,
        },
      ],
      setting: [
        {
          policy: 'privilegedUser',
          object: 'aaaa0001-0000-4000-8000-000000000001',
          path: 'displayname',
          value: 'Ann',
        },
        { path: 'roles[0]' },
        { path: 'roles[1]' },
        { path: 'roles[2]' },
        { path: 'onpremisesimmutableid', value: null },
        { policy: 'roleManagementPolicy', object: globalAdministrator, path: 'approval_enduser_assignment.id' },
        { path: 'approval_enduser_assignment.setting.isapprovalrequired', value: 'false' },
        { path: 'approval_enduser_assignment.rulesource' },
        { path: 'approval_enduser_assignment.rulesourcetype' },
        { object: `${globalAdministrator}/tier 0`, path: 'approval_enduser_assignment.id' },
        { path: 'approval_enduser_assignment.rulesource' },
        { path: 'approval_enduser_assignment.rulesourcetype' },
        { object: globalAdministrator, path: 'expiration_enduser_assignment.id' },
        { path: 'expiration_enduser_assignment.maximumduration', value: 'PT8H' },
      ],
    },
  },
];
