import { type DirectoryTable, table } from './directory-table.ts';

/** What a tenant's policies say; part of `directoryTables`. */
export const policyTables = {
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
} satisfies Readonly<Record<string, DirectoryTable>>;
