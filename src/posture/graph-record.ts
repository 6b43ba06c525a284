/**
 * Records of a made-up tenant in the shapes of Microsoft Graph, for the examples of checks. Each takes what differs from an
 * ordinary one.
 */
export type GraphRecord = Readonly<Record<string, unknown>>;

/** Names and template ids of directory roles. */
export const roleId = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  privilegedRoleAdministrator: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  exchangeAdministrator: '29232cdf-9323-42fd-ade2-1d097af3e4de',
  applicationAdministrator: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  directoryReaders: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  messageCenterReader: '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b',
} as const;

/** A member of the tenant, in use. */
export function user(id: string, more: GraphRecord = {}): GraphRecord {
  return {
    id,
    userPrincipalName: `${id}@frostline.example`,
    displayName: id,
    mail: null,
    accountEnabled: true,
    userType: 'Member',
    createdDateTime: '2017-03-02T09:00:00Z',
    ...more,
  };
}

/** When somebody last signed in with success, in the shape of a user's `signInActivity`. */
export function usedAt(time: string | null): GraphRecord {
  return { signInActivity: { lastSignInDateTime: time, lastNonInteractiveSignInDateTime: null } };
}

export function guest(id: string, more: GraphRecord = {}): GraphRecord {
  return user(id, {
    userPrincipalName: `${id}_partner.example#EXT#@frostline.example`,
    userType: 'Guest',
    externalUserState: 'Accepted',
    ...more,
  });
}

/** A group with its direct members, all of them users. */
export function group(id: string, members: readonly string[] = [], more: GraphRecord = {}): GraphRecord {
  return {
    id,
    displayName: id,
    groupTypes: [],
    mailEnabled: false,
    securityEnabled: true,
    isAssignableToRole: null,
    members: members.map((member) => ({
      '@odata.type': '#microsoft.graph.user',
      id: member,
      userPrincipalName: `${member}@frostline.example`,
    })),
    ...more,
  };
}

export function servicePrincipal(id: string, more: GraphRecord = {}): GraphRecord {
  return {
    id,
    appId: `${id}-app`,
    displayName: id,
    servicePrincipalType: 'Application',
    accountEnabled: true,
    ...more,
  };
}

/** A role that a principal holds, as in `roleManagement/directory/roleAssignments`. */
export function roleAssignment(principalId: string, roleDefinitionId: string, more: GraphRecord = {}): GraphRecord {
  return {
    id: `assignment ${principalId} ${roleDefinitionId}`,
    principalId,
    roleDefinitionId,
    directoryScopeId: '/',
    ...more,
  };
}

/** A role that a principal holds, as PIM knows it. */
export function roleInstance(principalId: string, roleDefinitionId: string, more: GraphRecord = {}): GraphRecord {
  return {
    ...roleAssignment(principalId, roleDefinitionId),
    appScopeId: null,
    startDateTime: '2024-02-01T08:00:00Z',
    endDateTime: null,
    assignmentType: 'Assigned',
    memberType: 'Direct',
    roleAssignmentOriginId: 'origin',
    roleAssignmentScheduleId: 'schedule',
    ...more,
  };
}

/** A role that a principal may activate. */
export function eligibleRole(principalId: string, roleDefinitionId: string, more: GraphRecord = {}): GraphRecord {
  return {
    ...roleAssignment(principalId, roleDefinitionId),
    appScopeId: null,
    startDateTime: '2024-02-01T08:00:00Z',
    endDateTime: null,
    memberType: 'Direct',
    roleEligibilityScheduleId: 'schedule',
    ...more,
  };
}

/** What a user has registered, as in `reports/authenticationMethods/userRegistrationDetails`. */
export function registrationDetails(id: string, methods: readonly string[], more: GraphRecord = {}): GraphRecord {
  return {
    id,
    userPrincipalName: `${id}@frostline.example`,
    userDisplayName: id,
    userType: 'member',
    isAdmin: false,
    isSsprRegistered: false,
    isMfaRegistered: methods.length > 0,
    isMfaCapable: methods.length > 0,
    isPasswordlessCapable: false,
    methodsRegistered: methods,
    defaultMfaMethod: methods[0] ?? 'none',
    lastUpdatedDateTime: '2026-11-24T00:00:00Z',
    ...more,
  };
}

export function authorizationPolicy(more: GraphRecord = {}, userRole: GraphRecord = {}): GraphRecord {
  return {
    id: 'authorizationPolicy',
    displayName: 'Authorization Policy',
    allowInvitesFrom: 'adminsAndGuestInviters',
    allowedToSignUpEmailBasedSubscriptions: false,
    allowedToUseSSPR: true,
    allowEmailVerifiedUsersToJoinOrganization: false,
    blockMsolPowerShell: true,
    guestUserRoleId: '2af84b1e-32c8-42b7-82bc-daa82404023b',
    defaultUserRolePermissions: {
      allowedToCreateApps: false,
      allowedToCreateSecurityGroups: false,
      allowedToCreateTenants: false,
      allowedToReadOtherUsers: true,
      permissionGrantPoliciesAssigned: ['ManagePermissionGrantsForSelf.microsoft-user-default-low'],
      ...userRole,
    },
    ...more,
  };
}

/** Security defaults, on or off. */
export function securityDefaults(isEnabled: boolean): GraphRecord {
  return {
    '@odata.context':
      'https://graph.microsoft.com/v1.0/$metadata#policies/identitySecurityDefaultsEnforcementPolicy/$entity',
    id: '00000000-0000-0000-0000-000000000005',
    displayName: 'Security Defaults',
    description: 'Security defaults is a set of basic identity security mechanisms recommended by Microsoft.',
    isEnabled,
  };
}

/** One method of the policy of authentication methods. */
export function methodPolicy(id: string, state: 'enabled' | 'disabled', more: GraphRecord = {}): GraphRecord {
  return {
    '@odata.type': `#microsoft.graph.${id[0]?.toLowerCase()}${id.slice(1)}AuthenticationMethodConfiguration`,
    id,
    state,
    excludeTargets: [],
    includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
    ...more,
  };
}

/** A verified domain of the tenant. */
export function domain(id: string, more: GraphRecord = {}): GraphRecord {
  return {
    id,
    authenticationType: 'Managed',
    availabilityStatus: null,
    isAdminManaged: true,
    isDefault: false,
    isInitial: false,
    isRoot: true,
    isVerified: true,
    passwordNotificationWindowInDays: 14,
    passwordValidityPeriodInDays: 2147483647,
    supportedServices: ['Email'],
    ...more,
  };
}

/** Trust in another tenant; without an id what holds for all that are not named. */
export function crossTenantAccess(tenantId: string | undefined, more: GraphRecord = {}): GraphRecord {
  const trust = { isMfaAccepted: false, isCompliantDeviceAccepted: false, isHybridAzureADJoinedDeviceAccepted: false };
  return tenantId === undefined
    ? {
        isServiceDefault: false,
        inboundTrust: trust,
        b2bCollaborationInbound: b2bAccess('blocked'),
        b2bCollaborationOutbound: b2bAccess('allowed'),
        b2bDirectConnectInbound: b2bAccess('blocked'),
        b2bDirectConnectOutbound: b2bAccess('blocked'),
        automaticUserConsentSettings: { inboundAllowed: false, outboundAllowed: false },
        ...more,
      }
    : {
        tenantId,
        isServiceProvider: false,
        isInMultiTenantOrganization: null,
        inboundTrust: null,
        b2bCollaborationInbound: null,
        b2bCollaborationOutbound: null,
        b2bDirectConnectInbound: null,
        b2bDirectConnectOutbound: null,
        automaticUserConsentSettings: { inboundAllowed: null, outboundAllowed: null },
        ...more,
      };
}

/** Access of all users to all applications. */
export function b2bAccess(accessType: 'allowed' | 'blocked'): GraphRecord {
  return {
    usersAndGroups: { accessType, targets: [{ target: 'AllUsers', targetType: 'user' }] },
    applications: { accessType, targets: [{ target: 'AllApplications', targetType: 'application' }] },
  };
}

/** A mailbox as `Get-Mailbox` gives it. */
export function mailbox(name: string, more: GraphRecord = {}): GraphRecord {
  return {
    ExternalDirectoryObjectId: name,
    UserPrincipalName: `${name}@frostline.example`,
    PrimarySmtpAddress: `${name}@frostline.example`,
    DisplayName: name,
    Identity: name,
    RecipientTypeDetails: 'UserMailbox',
    ForwardingSmtpAddress: null,
    AuditEnabled: true,
    AuditOwner: [
      'Update',
      'MoveToDeletedItems',
      'SoftDelete',
      'HardDelete',
      'UpdateInboxRules',
      'MailItemsAccessed',
      'Send',
    ],
    ...more,
  };
}
