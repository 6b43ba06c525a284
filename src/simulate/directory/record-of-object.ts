import { Random } from '../random.ts';
import type { Directory } from './directory.ts';
import type {
  Credential,
  DirectoryRecord,
  Group,
  Reference,
  Registration,
  RoleHolding,
  ServicePrincipal,
  User,
} from './object.ts';

/** Objects as Microsoft Graph gives them, with what can be expanded of them. */
export function userRecord(user: User): DirectoryRecord {
  const { id, displayName, userPrincipalName, lastSignIn, lastNonInteractiveSignIn, lastSuccessfulSignIn } = user;
  return {
    id,
    displayName,
    userPrincipalName,
    mail: user.hasMailbox ? userPrincipalName : null,
    accountEnabled: user.isEnabled,
    userType: user.isGuest ? 'Guest' : 'Member',
    createdDateTime: user.createdDateTime,
    lastPasswordChangeDateTime: user.lastPasswordChange,
    onPremisesSyncEnabled: user.isSynchronised ? true : null,
    externalUserState: user.invitation,
    passwordPolicies: null,
    signInActivity: {
      lastSignInDateTime: lastSignIn,
      lastNonInteractiveSignInDateTime: lastNonInteractiveSignIn,
      lastSuccessfulSignInDateTime: lastSuccessfulSignIn,
    },
  };
}

export function registrationDetails(
  { id, displayName, userPrincipalName, isGuest, methods, isMfaCapable }: User,
  isAdmin: boolean,
): DirectoryRecord {
  return {
    id,
    userPrincipalName,
    userDisplayName: displayName,
    userType: isGuest ? 'guest' : 'member',
    isAdmin,
    isSsprRegistered: methods.length > 0,
    isSsprEnabled: true,
    isSsprCapable: methods.length > 0,
    isMfaRegistered: methods.length > 0,
    isMfaCapable,
    isPasswordlessCapable: methods.includes('fido2SecurityKey'),
    methodsRegistered: methods,
    defaultMfaMethod: methods[0] ?? 'none',
    isSystemPreferredAuthenticationMethodEnabled: true,
  };
}

export function applicationRecord(application: Registration, domain: string): DirectoryRecord {
  const { id, appId, displayName, createdDateTime, isMultiTenant } = application;
  return {
    id,
    appId,
    displayName,
    createdDateTime,
    deletedDateTime: null,
    signInAudience: audienceOf(isMultiTenant),
    publisherDomain: domain,
    isFallbackPublicClient: null,
    identifierUris: [],
    web: { redirectUris: [], logoutUrl: null },
    spa: { redirectUris: [] },
    publicClient: { redirectUris: [] },
    appRoles: [],
    ...credentialsOf(application.credentials),
    federatedIdentityCredentials: application.federated.map((each) => ({
      ...each,
      audiences: ['api://AzureADTokenExchange'],
      description: null,
    })),
    owners: application.owners.map(referenceRecord),
  };
}

export function servicePrincipalRecord(directory: Directory, principal: ServicePrincipal): DirectoryRecord {
  const { id, appId, displayName, publisher } = principal;
  return {
    id,
    appId,
    displayName,
    appDisplayName: displayName,
    appOwnerOrganizationId: principal.ownerTenantId,
    createdDateTime: principal.createdDateTime,
    deletedDateTime: null,
    servicePrincipalType: 'Application',
    signInAudience: audienceOf(principal.isMultiTenant),
    accountEnabled: principal.isEnabled,
    appRoleAssignmentRequired: false,
    replyUrls: [],
    verifiedPublisher: {
      displayName: publisher === null ? null : displayName,
      verifiedPublisherId: publisher,
      addedDateTime: publisher === null ? null : principal.createdDateTime,
    },
    appRoles: rolesOffered(directory, principal),
    ...credentialsOf(principal.credentials),
    owners: principal.owners.map(referenceRecord),
    appRoleAssignments: principal.appRoles.map(({ resource, role, since }) => ({
      id: shortId(`${id} ${resource.appId} ${role.id}`),
      createdDateTime: since,
      appRoleId: role.id,
      principalDisplayName: displayName,
      principalId: id,
      principalType: 'ServicePrincipal',
      resourceDisplayName: resource.displayName,
      resourceId: resource.servicePrincipalId,
    })),
    oauth2PermissionGrants: principal.consents.map(({ resource, userId, scopes }) => ({
      id: shortId(`${id} ${resource.appId} ${userId ?? ''}`),
      clientId: id,
      consentType: userId === null ? 'AllPrincipals' : 'Principal',
      principalId: userId,
      resourceId: resource.servicePrincipalId,
      scope: scopes,
    })),
  };
}

/** What has been given to anybody here of what the resource offers. */
function rolesOffered({ servicePrincipals }: Directory, { appId }: ServicePrincipal): DirectoryRecord[] {
  const offered = new Map<string, DirectoryRecord>();
  for (const { appRoles } of servicePrincipals.values())
    for (const { resource, role } of appRoles)
      if (resource.appId === appId)
        offered.set(role.id, { ...role, allowedMemberTypes: ['Application'], isEnabled: true });
  return [...offered.values()];
}

export function groupRecord({ id, displayName, isForRoles, members, owners }: Group): DirectoryRecord {
  return {
    id,
    displayName,
    deletedDateTime: null,
    groupTypes: [],
    mail: null,
    mailEnabled: false,
    securityEnabled: true,
    isAssignableToRole: isForRoles,
    membershipRule: null,
    onPremisesSyncEnabled: null,
    visibility: 'Private',
    members: members.map(referenceRecord),
    owners: owners.map(referenceRecord),
  };
}

/** An assignment as `roleManagement/directory/roleAssignments` has it, without the times that only PIM knows. */
export function roleAssignmentRecord({ holder, roleId }: RoleHolding): DirectoryRecord {
  return {
    id: shortId(`${holder.id} ${roleId}`),
    principalId: holder.id,
    roleDefinitionId: roleId,
    directoryScopeId: '/',
    principal: referenceRecord(holder),
  };
}

/** The same as PIM has it, where eligible ones are as well. */
export function roleInstanceRecord(holding: RoleHolding): DirectoryRecord {
  const { holder, roleId, state, since, until, assignmentType } = holding;
  const schedule = shortId(`${holder.id} ${roleId} ${state}`);
  return {
    id: schedule,
    principalId: holder.id,
    roleDefinitionId: roleId,
    directoryScopeId: '/',
    appScopeId: null,
    startDateTime: since,
    endDateTime: until,
    memberType: 'Direct',
    ...(state === 'eligible'
      ? { roleEligibilityScheduleId: schedule }
      : { assignmentType, roleAssignmentOriginId: schedule, roleAssignmentScheduleId: schedule }),
    principal: referenceRecord(holder),
  };
}

function referenceRecord({ type, id, displayName, userPrincipalName }: Reference): DirectoryRecord {
  const odata = { '@odata.type': `#microsoft.graph.${type}`, id, displayName };
  return userPrincipalName === undefined ? odata : { ...odata, userPrincipalName };
}

function credentialsOf(credentials: readonly Credential[]): DirectoryRecord {
  const described = (type: Credential['type']) =>
    credentials
      .filter((credential) => credential.type === type)
      .map(({ keyId, displayName, start, end }) => ({
        keyId,
        displayName,
        startDateTime: start,
        endDateTime: end,
        ...(type === 'secret' ? { hint: null, secretText: null } : { type: 'AsymmetricX509Cert', usage: 'Verify' }),
      }));
  return { passwordCredentials: described('secret'), keyCredentials: described('certificate') };
}

const audienceOf = (isMultiTenant: boolean): string => (isMultiTenant ? 'AzureADMultipleOrgs' : 'AzureADMyOrg');

const shortId = (of: string): string => new Random(of).tokenId();
