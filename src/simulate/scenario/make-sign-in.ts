import type { Instant } from '../../shape/instant.ts';
import type { Random } from '../random.ts';
import type { SignIn } from '../record.ts';
import { tenant, testTenant } from '../tenant.ts';
import type { Account } from './account.ts';
import type { Application, Client, Resource } from './application.ts';
import type { Place } from './place.ts';

/** The tenant that owns Microsoft's own applications. */
const microsoftServices = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

/** Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const failureReasons: Readonly<Record<number, string>> = {
  0: 'Other.',
  50034:
    'The user account does not exist in the directory. To sign into this application, the account must be added to the directory.',
  50053: 'The account is locked, you have tried to sign in too many times with an incorrect user ID or password.',
  50126: 'Error validating credentials due to invalid username or password.',
};

export interface UserSignIn {
  readonly time: Instant;
  readonly account: Account;
  readonly place: Place;
  readonly client: Client;
  readonly resource: Resource;
  readonly kind: 'interactiveUser' | 'nonInteractiveUser';
  readonly errorCode?: number;
  /** Whether a second factor was asked for and given. */
  readonly isMultiFactor: boolean;
  /** Resource owner password flow, which hands over user name and password without a browser. */
  readonly isPasswordFlow?: boolean;
  /** Instead of the account's own machine: an unknown one with this user agent. */
  readonly foreignUserAgent?: string;
}

export function userSignIn(random: Random, details: UserSignIn): SignIn {
  const { account, time, client, resource, kind, errorCode = 0, isMultiFactor, isPasswordFlow = false } = details;
  const isInteractive = kind === 'interactiveUser';
  const isForeign = details.foreignUserAgent !== undefined;
  return {
    ...common(random, time, details.place, resource),
    userDisplayName: account.displayName,
    userPrincipalName: account.userPrincipalName,
    userId: account.id,
    appId: client.appId,
    appDisplayName: client.displayName,
    clientAppUsed: isPasswordFlow || !isInteractive ? 'Mobile Apps and Desktop clients' : 'Browser',
    userAgent: details.foreignUserAgent ?? account.userAgent,
    conditionalAccessStatus: isMultiFactor && errorCode === 0 ? 'success' : 'notApplied',
    isInteractive,
    resourceTenantId: account.tenantId,
    homeTenantId: account.tenantId,
    homeTenantName: account.tenantId === tenant.id ? tenant.name : testTenant.name,
    appOwnerTenantId: microsoftServices,
    authenticationMethodsUsed: [],
    authenticationRequirement: isMultiFactor ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    authenticationProtocol: isPasswordFlow ? 'ropc' : 'none',
    incomingTokenType: isInteractive ? 'none' : 'refreshToken',
    signInIdentifier: isInteractive ? account.userPrincipalName : '',
    signInIdentifierType: isInteractive ? 'userPrincipalName' : null,
    signInEventTypes: [kind],
    servicePrincipalName: null,
    servicePrincipalId: '',
    servicePrincipalCredentialKeyId: null,
    userType: 'member',
    sessionId: errorCode === 0 ? random.uuid() : null,
    status: {
      errorCode,
      failureReason: failureReasons[errorCode] ?? 'Other.',
      additionalDetails: isMultiFactor && errorCode === 0 ? 'MFA completed in Azure AD' : null,
    },
    deviceDetail: {
      deviceId: isForeign ? '' : account.deviceId,
      displayName: isForeign ? '' : `FROST-${account.deviceId.slice(0, 6).toUpperCase()}`,
      operatingSystem: isForeign ? 'Windows10' : account.operatingSystem,
      browser: isForeign ? 'Rich Client' : account.browser,
      isCompliant: !isForeign,
      isManaged: !isForeign,
      trustType: isForeign ? '' : 'Azure AD joined',
    },
    mfaDetail:
      isMultiFactor && errorCode === 0 && isInteractive
        ? { authMethod: 'Mobile app notification', authDetail: null }
        : null,
    appliedConditionalAccessPolicies: [],
    authenticationDetails: isInteractive
      ? [
          {
            authenticationStepDateTime: time,
            authenticationMethod: 'Password',
            authenticationMethodDetail: 'Password in the cloud',
            succeeded: errorCode === 0,
            authenticationStepResultDetail: errorCode === 0 ? 'Correct password' : 'Invalid username or password',
            authenticationStepRequirement: 'Primary authentication',
          },
        ]
      : [],
    authenticationRequirementPolicies: isMultiFactor
      ? [{ requirementProvider: 'multiConditionalAccess', detail: 'Conditional Access' }]
      : [],
  };
}

/** A sign-in of an application with its secret. */
export function servicePrincipalSignIn(
  random: Random,
  details: {
    readonly time: Instant;
    readonly application: Application;
    readonly place: Place;
    readonly resource: Resource;
    readonly keyId: string;
    readonly tenantId?: string;
  },
): SignIn {
  const { application, tenantId = tenant.id } = details;
  return {
    ...common(random, details.time, details.place, details.resource),
    userDisplayName: null,
    userPrincipalName: '',
    userId: '',
    appId: application.appId,
    appDisplayName: application.displayName,
    clientAppUsed: null,
    userAgent: null,
    conditionalAccessStatus: 'notApplied',
    isInteractive: false,
    resourceTenantId: tenantId,
    homeTenantId: tenantId,
    homeTenantName: '',
    appOwnerTenantId: application.ownerTenantId,
    clientCredentialType: 'clientSecret',
    authenticationMethodsUsed: [],
    authenticationRequirement: 'singleFactorAuthentication',
    authenticationProtocol: 'none',
    incomingTokenType: 'none',
    signInIdentifier: '',
    signInIdentifierType: null,
    signInEventTypes: ['servicePrincipal'],
    servicePrincipalName: application.displayName,
    servicePrincipalId: application.servicePrincipalId,
    servicePrincipalCredentialKeyId: details.keyId,
    userType: null,
    sessionId: null,
    status: { errorCode: 0, failureReason: 'Other.', additionalDetails: null },
    deviceDetail: {
      deviceId: '',
      displayName: '',
      operatingSystem: '',
      browser: '',
      isCompliant: false,
      isManaged: false,
      trustType: '',
    },
    mfaDetail: null,
    appliedConditionalAccessPolicies: [],
    authenticationDetails: [],
    authenticationRequirementPolicies: [],
  };
}

function common(random: Random, time: Instant, place: Place, resource: Resource) {
  const id = random.uuid();
  return {
    id,
    createdDateTime: time,
    ipAddress: place.ipAddress,
    ipAddressFromResourceProvider: null,
    correlationId: random.uuid(),
    originalRequestId: id,
    tokenIssuerName: '',
    tokenIssuerType: 'AzureAD' as const,
    clientCredentialType: 'none',
    processingTimeInMilliseconds: random.integer(60, 480),
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes_v2: [],
    resourceDisplayName: resource.displayName,
    resourceId: resource.appId,
    resourceServicePrincipalId: resource.servicePrincipalId,
    resourceOwnerTenantId: microsoftServices,
    originalTransferMethod: 'none',
    servicePrincipalCredentialThumbprint: null,
    federatedCredentialId: null,
    flaggedForReview: false,
    isTenantRestricted: false,
    autonomousSystemNumber: place.autonomousSystemNumber,
    crossTenantAccessType: 'none',
    uniqueTokenIdentifier: random.tokenId(),
    location: {
      city: place.city,
      state: place.state,
      countryOrRegion: place.countryOrRegion,
      geoCoordinates: { altitude: null, latitude: place.latitude, longitude: place.longitude },
    },
    authenticationProcessingDetails: [],
    networkLocationDetails: [],
  };
}
