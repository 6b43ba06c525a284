/** Records for the examples of edges, as Graph gives them; `unknown tenant` is the tenant of all that name none. */
type ExampleRecord = Readonly<Record<string, unknown>>;

/** Template ids of directory roles. */
export const roleId = {
  applicationAdministrator: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  cloudApplicationAdministrator: '158c047a-c907-4556-b7ef-446551a6b5f7',
  directoryReaders: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  domainNameAdministrator: '8329153b-31d0-4727-b945-745eb3bc5f31',
  exchangeAdministrator: '29232cdf-9323-42fd-ade2-1d097af3e4de',
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  groupsAdministrator: 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
  helpdeskAdministrator: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  intuneAdministrator: '3a2c62db-5318-420d-8d74-23affee5d9d5',
  partnerTier1: '4ba39ca4-527c-499a-b93d-d9b492c50246',
  partnerTier2: 'e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8',
  privilegedAuthenticationAdministrator: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  privilegedRoleAdministrator: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  teamsAdministrator: '69091246-20e8-4a56-aa4d-066075b2a7a8',
} as const;

/** Application permissions of Microsoft Graph, and of Exchange Online where the name says so. */
export const permissionId = {
  applicationReadWriteAll: '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
  applicationReadWriteOwnedBy: '18a4783c-866b-4cc7-a460-3d5e5662c884',
  appRoleAssignmentReadWriteAll: '06b708a9-e830-4db3-a914-8e69da51d44f',
  delegatedAdminRelationshipReadWriteAll: 'cc13eba4-8cd8-44c6-b4d4-f93237adce58',
  delegatedPermissionGrantReadAll: '81b4724a-58aa-41c1-8a55-84ef97466587',
  delegatedPermissionGrantReadWriteAll: '8e8e4742-1d95-4f68-9d56-6ee75648c72a',
  directoryReadAll: '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  directoryReadWriteAll: '19dbc75e-c2e2-444c-a770-ec69d8559fc7',
  domainInternalFederationReadWriteAll: '64d40371-8d58-4270-bc8a-b4a66de36b9a',
  domainReadAll: 'dbb9058a-0e50-45d7-ae91-66909b5d4664',
  domainReadWriteAll: '7e05723c-0bb0-42da-be95-ae9f08a6e53c',
  exchangeFullAccessAsApp: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
  exchangeImapAccessAsApp: '5e5addcd-3e8d-4e90-baf5-964efab2b20a',
  exchangeMailSend: 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
  exchangeManageAsApp: 'dc50a0fb-09a3-484d-be87-e023b12c6440',
  groupMemberReadAll: '98830695-27a2-44f7-8c18-0c3ebc9698f6',
  groupMemberReadWriteAll: 'dbaae8cf-10b5-4b86-a4a1-f871c94c6695',
  groupReadWriteAll: '62a82d76-70ea-41e2-9197-370581804d09',
  mailRead: '810c84a8-4a9e-49e6-bf7d-12d183f40d01',
  mailReadBasic: '6be147d2-ea4f-4b5a-a3fa-3eab6f3c140a',
  policyReadWriteAuthorization: 'fb221be6-99f2-473f-bd32-01c6a0e9ca3b',
  policyReadWritePermissionGrant: 'a402ca1c-2696-4531-972d-6e5ee4aa11ea',
  privilegedAccessReadWriteAzureAd: '854d9ab1-6657-4ec8-be45-823027bcd009',
  privilegedAccessReadWriteAzureAdGroup: '2f6817f8-7b12-4f0f-bc18-eeaf60705a9e',
  privilegedEligibilityScheduleReadAzureAdGroup: 'edb419d6-7edc-42a3-9345-509bfdf5d87c',
  privilegedEligibilityScheduleReadWriteAzureAdGroup: '618b6020-bca8-4de6-99f6-ef445fa4d857',
  roleAssignmentScheduleReadWriteDirectory: 'dd199f4a-f148-40a4-a2ec-f0069cc799ec',
  roleEligibilityScheduleReadWriteDirectory: 'fee28b28-e1f3-4841-818e-2704dc62245f',
  roleManagementReadDirectory: '483bed4a-2ad3-4361-a73b-c83ccdbdc53c',
  roleManagementReadWriteDirectory: '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
  roleManagementReadWriteExchange: '025d3225-3f02-4882-b4c0-cd5b541a4e80',
  servicePrincipalEndpointReadWriteAll: '89c8469c-83ad-45f7-8ff2-6e3d4285709e',
  teamMemberReadWriteAll: '0121dc95-1b9f-4aed-8bac-58c5ac466691',
  userAuthenticationMethodReadAll: '38d9df27-64da-44fd-b7c5-a6fbac20248f',
  userAuthenticationMethodReadWriteAll: '50483e42-d915-4231-9639-7fdb7fd190e5',
  userAuthMethodPasswordReadWriteAll: 'f6d38dfd-ec08-4995-8f07-23e929df0936',
  userAuthMethodPhoneReadWriteAll: '6e85d483-7092-4375-babe-0a94a8213a58',
  userPasswordProfileReadWriteAll: 'cc117bb9-00cf-4eb8-b580-ea2a878fe8f7',
  userReadAll: 'df021288-bdef-4463-88db-98f22de89214',
  userReadWriteAll: '741f803b-c850-494e-b5df-cde7c675a1ca',
} as const;

const microsoftServices = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

/** Microsoft Graph as the tenant has it; `exchange` is Exchange Online. */
export const graph: ExampleRecord = servicePrincipal('graph', {
  appId: '00000003-0000-0000-c000-000000000000',
  displayName: 'Microsoft Graph',
  appOwnerOrganizationId: microsoftServices,
});

export const exchange: ExampleRecord = servicePrincipal('exchange', {
  appId: '00000002-0000-0ff1-ce00-000000000000',
  displayName: 'Office 365 Exchange Online',
  appOwnerOrganizationId: microsoftServices,
});

/** An application permission of `graph`, or of `exchange`. */
export function permission(principalId: string, appRoleId: string, resourceId = 'graph'): ExampleRecord {
  return { id: `${principalId}-${appRoleId}`, appRoleId, principalId, principalType: 'ServicePrincipal', resourceId };
}

/** A directory role that somebody has; `scope` is `/` for the whole tenant. */
export function assignment(principalId: string, roleDefinitionId: string, scope = '/'): ExampleRecord {
  return { id: `${principalId}-${roleDefinitionId}`, principalId, roleDefinitionId, directoryScopeId: scope };
}

/** A directory role that somebody may activate. */
export function eligibility(principalId: string, roleDefinitionId: string, scope = '/'): ExampleRecord {
  return { ...assignment(principalId, roleDefinitionId, scope), memberType: 'Direct', roleEligibilityScheduleId: 's' };
}

/** A directory role of the tenant's own. */
export function ownRole(id: string, displayName: string, ...actions: readonly string[]): ExampleRecord {
  return {
    id,
    templateId: id,
    displayName,
    isBuiltIn: false,
    rolePermissions: [{ allowedResourceActions: actions.map((action) => `microsoft.directory/${action}`) }],
  };
}

export function user(id: string, more: ExampleRecord = {}): ExampleRecord {
  return {
    id,
    userPrincipalName: `${id}@frostline.example`,
    displayName: id,
    accountEnabled: true,
    userType: 'Member',
    ...more,
  };
}

export function group(id: string, more: ExampleRecord = {}): ExampleRecord {
  return { id, displayName: id, groupTypes: [], securityEnabled: true, mailEnabled: false, ...more };
}

export function servicePrincipal(id: string, more: ExampleRecord = {}): ExampleRecord {
  return { id, appId: `app-${id}`, displayName: id, servicePrincipalType: 'Application', ...more };
}

/** A registration; `id` is also the service principal's that the application has here. */
export function application(id: string): ExampleRecord {
  return { id: `registration-${id}`, appId: `app-${id}`, displayName: id, signInAudience: 'AzureADMyOrg' };
}
