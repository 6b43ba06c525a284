import { type DirectoryTable, table } from './directory-table.ts';
import { exchangeTables } from './exchange-tables.ts';
import { policyTables } from './policy-tables.ts';

export type { DirectoryTable } from './directory-table.ts';

/**
 * What exports say about a tenant's directory, one entry a table. Ids are in lower case. In the case each of them is
 * `directory_<name>`, with `file_id`, `record` and, where the record itself names it, `tenantId` in front, and last `unread`: the columns
 * whose value the record has and nobody could read, joined by commas. The room `directory` makes of it `now_<name>`, which has each thing once.
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
  ...policyTables,
  ...exchangeTables,
} satisfies Readonly<Record<string, DirectoryTable>>;

export type DirectoryTableName = keyof typeof directoryTables;
