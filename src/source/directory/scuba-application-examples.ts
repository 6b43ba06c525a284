import type { DirectoryExample } from '../directory-source.ts';

const head = {
  baseline_version: '1',
  module_version: '1.8.0',
  tenant_details: { TenantId: 'AAAA0000-0000-4000-8000-0000000000FF', DisplayName: 'Frostline' },
};
const secret = { DisplayName: 'test', StartDateTime: '/Date(1704844800000)/', EndDateTime: '/Date(1736467200000)/' };

/** Applications as ScubaGear writes them, with the service principal's side merged in. */
export const scubaApplicationExamples: readonly DirectoryExample[] = [
  {
    name: 'an application of the tenant, one that connects Exchange, and one of others',
    record: {
      ...head,
      risky_applications: {
        ObjectId: { Application: 'A1', ServicePrincipal: 'S1' },
        AppId: 'C1',
        DisplayName: 'Legacy mail test',
        IsMultiTenantEnabled: false,
        KeyCredentials: null,
        PasswordCredentials: [
          { KeyId: 'K1', ...secret, IsFromApplication: true },
          { KeyId: 'K2', ...secret, IsFromApplication: false },
        ],
        FederatedCredentials: {
          Id: 'F1',
          Name: 'build',
          Issuer: 'https://token.frostline.example',
          Subject: 'repo:frostline/mail',
          Audiences: 'api://x\r\n',
        },
        Permissions: [
          {
            RoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
            RoleType: 'Application',
            RoleDisplayName: 'full_access_as_app',
            ApplicationDisplayName: 'Office 365 Exchange Online',
            IsAdminConsented: true,
            IsRisky: true,
          },
          {
            RoleId: '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
            RoleType: 'Application',
            RoleDisplayName: 'RoleManagement.ReadWrite.Directory',
            ApplicationDisplayName: 'Microsoft Graph',
            IsAdminConsented: false,
            IsRisky: true,
          },
        ],
      },
      risky_third_party_service_principals: [
        {
          ObjectId: 'S2',
          AppId: 'C2',
          DisplayName: 'Planner add-in',
          SignInAudience: 'AzureADMultipleOrgs',
          KeyCredentials: { KeyId: 'K3', ...secret, IsFromApplication: false },
          Permissions: null,
          AppOwnerOrganizationId: '99990000-0000-4000-8000-000000000009',
        },
      ],
      dedicated_exchange_hybrid_applications: [
        {
          DedicatedHybridAppConfigured: true,
          Apps: {
            ObjectId: { Application: 'A3', ServicePrincipal: 'S3' },
            AppId: 'C3',
            DisplayName: 'ExchangeServerApp',
            KeyCredentials: { KeyId: 'K4', ...secret, IsFromApplication: true },
          },
        },
      ],
    },
    becomes: {
      application: [
        { id: 'a1', appId: 'c1', displayName: 'Legacy mail test' },
        { id: 'a3', appId: 'c3' },
      ],
      service_principal: [
        { id: 's1', appId: 'c1' },
        {
          id: 's2',
          appId: 'c2',
          appOwnerOrganizationId: '99990000-0000-4000-8000-000000000009',
          signInAudience: 'AzureADMultipleOrgs',
        },
        { id: 's3', appId: 'c3' },
      ],
      credential: [
        {
          ownerId: 'a1',
          ownerType: 'application',
          keyId: 'k1',
          type: 'secret',
          startDateTime: '2024-01-10T00:00:00.000Z',
          endDateTime: '2025-01-10T00:00:00.000Z',
        },
        { ownerId: 's1', ownerType: 'servicePrincipal', keyId: 'k2', type: 'secret' },
        { ownerId: 'a1', ownerType: 'application', keyId: 'f1', type: 'federated', subject: 'repo:frostline/mail' },
        { ownerId: 's2', ownerType: 'servicePrincipal', keyId: 'k3', type: 'certificate' },
        { ownerId: 'a3', ownerType: 'application', keyId: 'k4', type: 'certificate' },
      ],
      app_role_assignment: [
        {
          principalId: 's1',
          appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
          value: 'full_access_as_app',
          resourceName: 'Office 365 Exchange Online',
        },
      ],
      delegated_grant: [],
    },
  },
  {
    name: 'a tenant without applications that may do much, and users under names that nobody has',
    record: {
      ...head,
      risky_applications: '{}',
      risky_third_party_service_principals: {},
      dedicated_exchange_hybrid_applications: [{ DedicatedHybridAppConfigured: false, Apps: [] }],
      privileged_users: { '"].*': { DisplayName: 'x', roles: '$[' }, '': { roles: ['y'] } },
    },
    becomes: {
      application: [],
      service_principal: [],
      app_role_assignment: [],
      role_assignment: [
        { principalId: '"].*', roleName: '$[', roleId: '$[' },
        { principalId: null, roleName: 'y' },
      ],
    },
  },
];
