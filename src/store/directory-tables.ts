import type { Columns } from './columns.ts';

/** A table of what a directory held: its columns, and which of them say that two rows are about the same thing. */
export interface DirectoryTable {
  readonly columns: Columns;
  /** Rows that agree in these are one thing; its other columns come from the newest export that has a value. */
  readonly key: readonly string[];
}

const table = (columns: Columns, ...key: string[]): DirectoryTable => ({ columns, key });

/**
 * What exports say about a tenant's directory, one entry a table. Ids are in lower case. In the case each of them is
 * `directory_<name>`, with `file_id`, `record` and, where the record itself names it, `tenantId` in front; the room `directory`
 * makes of it `now_<name>`, which has each thing once.
 */
export const directoryTables = {
  tenant: table(
    { id: 'VARCHAR', displayName: 'VARCHAR', defaultDomain: 'VARCHAR', createdDateTime: 'TIMESTAMP' },
    'id',
  ),
  user: table(
    {
      id: 'VARCHAR',
      userPrincipalName: 'VARCHAR',
      displayName: 'VARCHAR',
      mail: 'VARCHAR',
      accountEnabled: 'BOOLEAN',
      /** `Member` or `Guest`. */
      userType: 'VARCHAR',
      createdDateTime: 'TIMESTAMP',
      lastSignIn: 'TIMESTAMP',
      lastNonInteractiveSignIn: 'TIMESTAMP',
      lastSuccessfulSignIn: 'TIMESTAMP',
      lastPasswordChange: 'TIMESTAMP',
      onPremisesSyncEnabled: 'BOOLEAN',
      externalUserState: 'VARCHAR',
      /** `disabled`, `enabled` or `enforced`: the MFA of old, set for one user. */
      perUserMfaState: 'VARCHAR',
      passwordPolicies: 'VARCHAR',
    },
    'id',
  ),
  /** What a user has registered to prove himself with; `methods` in Graph's words, such as `microsoftAuthenticatorPush`. */
  registration: table(
    {
      /** Null where the export knows users by name only. */
      userId: 'VARCHAR',
      userPrincipalName: 'VARCHAR',
      isAdmin: 'BOOLEAN',
      isMfaRegistered: 'BOOLEAN',
      isMfaCapable: 'BOOLEAN',
      isPasswordlessCapable: 'BOOLEAN',
      defaultMfaMethod: 'VARCHAR',
      methods: 'VARCHAR[]',
    },
    'userId',
    'userPrincipalName',
  ),
  group: table(
    {
      id: 'VARCHAR',
      displayName: 'VARCHAR',
      mail: 'VARCHAR',
      securityEnabled: 'BOOLEAN',
      mailEnabled: 'BOOLEAN',
      isAssignableToRole: 'BOOLEAN',
      membershipRule: 'VARCHAR',
      groupTypes: 'VARCHAR[]',
      onPremisesSyncEnabled: 'BOOLEAN',
      visibility: 'VARCHAR',
    },
    'id',
  ),
  /** `memberType` is `user`, `group`, `servicePrincipal` or `device`; `state` is `active`, or `eligible` for what can be activated. */
  group_member: table(
    { groupId: 'VARCHAR', memberId: 'VARCHAR', memberType: 'VARCHAR', state: 'VARCHAR' },
    'groupId',
    'memberId',
    'state',
  ),
  /**
   * `objectType` is `application`, `servicePrincipal` or `group`; `state` as of members. `objectId` of an application is its
   * `appId` where the export has no other.
   */
  owner: table(
    { objectId: 'VARCHAR', objectType: 'VARCHAR', ownerId: 'VARCHAR', ownerType: 'VARCHAR', state: 'VARCHAR' },
    'objectId',
    'ownerId',
    'state',
  ),
  application: table(
    {
      id: 'VARCHAR',
      appId: 'VARCHAR',
      displayName: 'VARCHAR',
      signInAudience: 'VARCHAR',
      createdDateTime: 'TIMESTAMP',
      publisherDomain: 'VARCHAR',
      isFallbackPublicClient: 'BOOLEAN',
      redirectUris: 'VARCHAR[]',
    },
    'id',
  ),
  service_principal: table(
    {
      id: 'VARCHAR',
      appId: 'VARCHAR',
      displayName: 'VARCHAR',
      accountEnabled: 'BOOLEAN',
      appOwnerOrganizationId: 'VARCHAR',
      servicePrincipalType: 'VARCHAR',
      signInAudience: 'VARCHAR',
      appRoleAssignmentRequired: 'BOOLEAN',
      createdDateTime: 'TIMESTAMP',
      verifiedPublisherId: 'VARCHAR',
      publisherName: 'VARCHAR',
      replyUrls: 'VARCHAR[]',
    },
    'id',
  ),
  /** Roles that a resource application offers to others. */
  app_role: table(
    { resourceAppId: 'VARCHAR', id: 'VARCHAR', value: 'VARCHAR', displayName: 'VARCHAR' },
    'resourceAppId',
    'id',
  ),
  /** `type` is `secret`, `certificate` or `federated`; of a federated one `issuer` and `subject` say who may come. */
  credential: table(
    {
      ownerId: 'VARCHAR',
      /** `application` or `servicePrincipal`. */
      ownerType: 'VARCHAR',
      appId: 'VARCHAR',
      keyId: 'VARCHAR',
      type: 'VARCHAR',
      displayName: 'VARCHAR',
      startDateTime: 'TIMESTAMP',
      endDateTime: 'TIMESTAMP',
      issuer: 'VARCHAR',
      subject: 'VARCHAR',
    },
    'ownerId',
    'keyId',
  ),
  /** An application role that was given to a service principal, user or group. Exports without ids give `value` and names only. */
  app_role_assignment: table(
    {
      appRoleId: 'VARCHAR',
      principalId: 'VARCHAR',
      /** `ServicePrincipal`, `User` or `Group`. */
      principalType: 'VARCHAR',
      /** Object id of the resource's service principal, which differs from tenant to tenant. */
      resourceId: 'VARCHAR',
      resourceAppId: 'VARCHAR',
      resourceName: 'VARCHAR',
      value: 'VARCHAR',
      createdDateTime: 'TIMESTAMP',
    },
    'principalId',
    'resourceId',
    'resourceAppId',
    'appRoleId',
    'value',
  ),
  /** Delegated permissions; `consentType` is `AllPrincipals` or `Principal`. */
  delegated_grant: table(
    {
      clientId: 'VARCHAR',
      consentType: 'VARCHAR',
      principalId: 'VARCHAR',
      resourceId: 'VARCHAR',
      resourceAppId: 'VARCHAR',
      resourceName: 'VARCHAR',
      scopes: 'VARCHAR[]',
    },
    'clientId',
    'consentType',
    'principalId',
    'resourceId',
    'resourceAppId',
    'resourceName',
  ),
  role_definition: table(
    { id: 'VARCHAR', templateId: 'VARCHAR', displayName: 'VARCHAR', isBuiltIn: 'BOOLEAN', actions: 'VARCHAR[]' },
    'id',
  ),
  /** A directory role. `state` is `active` or `eligible`; `assignmentType` is `Assigned` or, for an eligible one in use, `Activated`. */
  role_assignment: table(
    {
      principalId: 'VARCHAR',
      /** User principal name, only where the export has no id. */
      principalName: 'VARCHAR',
      principalType: 'VARCHAR',
      /** Id of the definition, which is the template's for built-in roles; the name in lower case, where the export has no id. */
      roleId: 'VARCHAR',
      roleName: 'VARCHAR',
      /** `/` is the whole tenant. */
      scope: 'VARCHAR',
      state: 'VARCHAR',
      assignmentType: 'VARCHAR',
      /** `Direct` or `Group`. */
      memberType: 'VARCHAR',
      startDateTime: 'TIMESTAMP',
      endDateTime: 'TIMESTAMP',
    },
    'principalId',
    'principalName',
    'roleId',
    'scope',
    'state',
  ),
  /** Lists are empty where the policy has no such condition, null where the export does not say. */
  conditional_access_policy: table(
    {
      id: 'VARCHAR',
      displayName: 'VARCHAR',
      /** `enabled`, `disabled` or `enabledForReportingButNotEnforced`. */
      state: 'VARCHAR',
      includeUsers: 'VARCHAR[]',
      excludeUsers: 'VARCHAR[]',
      includeGroups: 'VARCHAR[]',
      excludeGroups: 'VARCHAR[]',
      includeRoles: 'VARCHAR[]',
      excludeRoles: 'VARCHAR[]',
      /** Kinds of guests, such as `b2bCollaborationGuest`. */
      includeGuests: 'VARCHAR[]',
      excludeGuests: 'VARCHAR[]',
      includeApplications: 'VARCHAR[]',
      excludeApplications: 'VARCHAR[]',
      applicationFilter: 'VARCHAR',
      userActions: 'VARCHAR[]',
      authenticationContexts: 'VARCHAR[]',
      includeServicePrincipals: 'VARCHAR[]',
      excludeServicePrincipals: 'VARCHAR[]',
      clientAppTypes: 'VARCHAR[]',
      includePlatforms: 'VARCHAR[]',
      excludePlatforms: 'VARCHAR[]',
      includeLocations: 'VARCHAR[]',
      excludeLocations: 'VARCHAR[]',
      deviceFilterMode: 'VARCHAR',
      deviceFilter: 'VARCHAR',
      signInRiskLevels: 'VARCHAR[]',
      userRiskLevels: 'VARCHAR[]',
      servicePrincipalRiskLevels: 'VARCHAR[]',
      insiderRiskLevels: 'VARCHAR[]',
      /** Such as `deviceCodeFlow`. */
      transferMethods: 'VARCHAR[]',
      /** `AND` or `OR`; null without grant controls. */
      grantOperator: 'VARCHAR',
      /** Such as `block` or `mfa`. */
      grantControls: 'VARCHAR[]',
      termsOfUse: 'VARCHAR[]',
      authenticationStrength: 'VARCHAR',
      /** What the authentication strength allows, such as `fido2`; null also where the export leaves out that there is one. */
      allowedCombinations: 'VARCHAR[]',
      /** Names of the session controls that are set. */
      sessionControls: 'VARCHAR[]',
    },
    'id',
  ),
  named_location: table(
    { id: 'VARCHAR', displayName: 'VARCHAR', isTrusted: 'BOOLEAN', ranges: 'VARCHAR[]', countries: 'VARCHAR[]' },
    'id',
  ),
  domain: table(
    {
      id: 'VARCHAR',
      /** `Managed` or `Federated`. */
      authenticationType: 'VARCHAR',
      isDefault: 'BOOLEAN',
      isInitial: 'BOOLEAN',
      isVerified: 'BOOLEAN',
      passwordValidityPeriodInDays: 'BIGINT',
    },
    'id',
  ),
  /** Trust in other tenants; `partner` is a tenant's id, or `default` for all that are not named. Null: as the default. */
  partner: table(
    {
      partner: 'VARCHAR',
      trustsMfa: 'BOOLEAN',
      trustsCompliantDevice: 'BOOLEAN',
      trustsHybridJoinedDevice: 'BOOLEAN',
      /** `allowed` or `blocked`, for guests that come in; who and what is in the lists beside. */
      collaborationInbound: 'VARCHAR',
      collaborationInboundUsers: 'VARCHAR[]',
      collaborationInboundApplications: 'VARCHAR[]',
      collaborationOutbound: 'VARCHAR',
      directConnectInbound: 'VARCHAR',
      consentsInbound: 'BOOLEAN',
      consentsOutbound: 'BOOLEAN',
      syncsUsersInbound: 'BOOLEAN',
      isServiceProvider: 'BOOLEAN',
    },
    'partner',
  ),
  /** Every value of a policy or configuration, by its path such as `defaultUserRolePermissions.allowedToCreateApps`; see the macro `settings`. */
  setting: table(
    { policy: 'VARCHAR', object: 'VARCHAR', path: 'VARCHAR', value: 'VARCHAR' },
    'policy',
    'object',
    'path',
  ),
  mailbox: table(
    {
      /** Object id of the user in the directory, if the export has it. */
      userId: 'VARCHAR',
      /** Address in lower case. */
      address: 'VARCHAR',
      displayName: 'VARCHAR',
      /** Such as `UserMailbox` or `SharedMailbox`. */
      type: 'VARCHAR',
      auditEnabled: 'BOOLEAN',
      auditBypass: 'BOOLEAN',
      /** What the owner's own acts are logged of, such as `MailItemsAccessed`. */
      auditOwner: 'VARCHAR[]',
      forwarding: 'VARCHAR',
    },
    'address',
  ),
  /** Who may open or send as a mailbox; `right` is `FullAccess`, `SendAs` or `SendOnBehalf`. Both sides as the export names them. */
  mailbox_permission: table(
    { mailbox: 'VARCHAR', trustee: 'VARCHAR', right: 'VARCHAR' },
    'mailbox',
    'trustee',
    'right',
  ),
  /** A management role of Exchange given to a role group, user or application. */
  exchange_assignment: table(
    {
      role: 'VARCHAR',
      assignee: 'VARCHAR',
      /** Such as `RoleGroup`, `User` or `ServicePrincipal`. */
      assigneeType: 'VARCHAR',
      /** Name of the management scope; null: the whole organization. */
      scope: 'VARCHAR',
    },
    'role',
    'assignee',
    'scope',
  ),
  role_group_member: table({ roleGroup: 'VARCHAR', member: 'VARCHAR' }, 'roleGroup', 'member'),
  /** A service principal as Exchange knows it; `objectId` is that of the directory. */
  exchange_service_principal: table({ objectId: 'VARCHAR', appId: 'VARCHAR', displayName: 'VARCHAR' }, 'objectId'),
  /** The older way to limit an application to some mailboxes. `right` is `RestrictAccess` or `DenyAccess`. */
  application_access_policy: table({ appId: 'VARCHAR', right: 'VARCHAR', scope: 'VARCHAR' }, 'appId', 'right', 'scope'),
} satisfies Readonly<Record<string, DirectoryTable>>;

export type DirectoryTableName = keyof typeof directoryTables;
