import type { Instant } from '../../shape/instant.ts';
import type { Random } from '../random.ts';
import type { SignIn } from '../record.ts';
import { microsoftServices, tenant, testTenant } from '../tenant.ts';
import type { Account } from './account.ts';
import type { Application, Client, Resource } from './application.ts';
import type { Client as Machine } from '../population/client.ts';
import type { Place } from './place.ts';

const moved =
  'Due to a configuration change made by your administrator, or because you moved to a new location, you must';

/** Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const failureReasons: Readonly<Record<number, string>> = {
  0: 'Other.',
  50034:
    'The user account does not exist in the directory. To sign into this application, the account must be added to the directory.',
  50053: 'The account is locked, you have tried to sign in too many times with an incorrect user ID or password.',
  50055: 'The password is expired.',
  50057: 'The user account is disabled.',
  50072: `${moved} enroll in multi-factor authentication to access the resource.`,
  50074: 'Strong Authentication is required.',
  50076: `${moved} use multi-factor authentication to access the resource.`,
  50079: `${moved} enroll in multi-factor authentication to access the resource.`,
  50126: 'Error validating credentials due to invalid username or password.',
  53003: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
};

/** What the step with the password says; with the codes left out here the password was right. */
const passwordResults: Readonly<Record<number, string>> = {
  50034: 'User does not exist',
  50053: 'Account is locked',
  50055: 'Password is expired',
  50057: 'Account is disabled',
  50126: 'Invalid username or password',
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
  /** Instead of the account's own machine: one that the tenant does not know. */
  readonly foreignMachine?: Machine;
  /** A protocol of old, such as `IMAP4`, through which a password is handed over. */
  readonly legacyProtocol?: string;
  /** The session that the sign-in goes on with; a new one without it. */
  readonly sessionId?: string;
}

export function userSignIn(random: Random, details: UserSignIn): SignIn {
  const { account, time, client, resource, kind, errorCode = 0, isMultiFactor, isPasswordFlow = false } = details;
  const isInteractive = kind === 'interactiveUser';
  const { foreignMachine, legacyProtocol } = details;
  const machine = foreignMachine ?? account;
  const isForeign = foreignMachine !== undefined;
  const handsOver = isPasswordFlow || legacyProtocol !== undefined;
  const passwordResult = passwordResults[errorCode];
  return Object.assign(blank(random, time, details.place, resource), {
    userDisplayName: account.displayName,
    userPrincipalName: account.userPrincipalName,
    userId: account.id,
    appId: client.appId,
    appDisplayName: client.displayName,
    clientAppUsed: legacyProtocol ?? (handsOver || !isInteractive ? 'Mobile Apps and Desktop clients' : 'Browser'),
    // Exchange hands the password on under a name of its own.
    userAgent: legacyProtocol === undefined ? machine.userAgent : 'BAV2ROPC',
    conditionalAccessStatus:
      errorCode === 53003 ? 'failure' : isMultiFactor && errorCode === 0 ? 'success' : 'notApplied',
    isInteractive,
    resourceTenantId: account.tenantId,
    homeTenantId: account.tenantId,
    homeTenantName: [tenant, testTenant].find(({ id }) => id === account.tenantId)?.name ?? '',
    appOwnerTenantId: client.ownerTenantId ?? microsoftServices,
    authenticationRequirement: isMultiFactor ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    authenticationProtocol: handsOver ? 'ropc' : 'none',
    incomingTokenType: isInteractive ? 'none' : 'refreshToken',
    signInIdentifier: isInteractive ? account.userPrincipalName : '',
    signInIdentifierType: isInteractive ? 'userPrincipalName' : null,
    signInEventTypes: [kind],
    userType: 'member',
    sessionId: errorCode === 0 ? (details.sessionId ?? random.uuid()) : null,
    status: {
      errorCode,
      failureReason: failureReasons[errorCode] ?? 'Other.',
      additionalDetails: isMultiFactor && errorCode === 0 ? 'MFA completed in Azure AD' : null,
    },
    deviceDetail: {
      deviceId: isForeign ? '' : account.deviceId,
      displayName: isForeign ? '' : `FROST-${account.deviceId.slice(0, 6).toUpperCase()}`,
      operatingSystem: machine.operatingSystem,
      browser: handsOver ? 'Rich Client' : machine.browser,
      isCompliant: !isForeign,
      isManaged: !isForeign,
      trustType: isForeign ? '' : 'Azure AD joined',
    },
    mfaDetail:
      isMultiFactor && errorCode === 0 && isInteractive
        ? { authMethod: 'Mobile app notification', authDetail: null }
        : null,
    authenticationDetails: isInteractive
      ? [
          {
            authenticationStepDateTime: time,
            authenticationMethod: 'Password',
            authenticationMethodDetail: 'Password in the cloud',
            succeeded: passwordResult === undefined,
            authenticationStepResultDetail: passwordResult ?? 'Correct password',
            authenticationStepRequirement: 'Primary authentication',
          },
        ]
      : [],
    authenticationRequirementPolicies: isMultiFactor
      ? [{ requirementProvider: 'multiConditionalAccess', detail: 'Conditional Access' }]
      : [],
  } satisfies Partial<SignIn>);
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
  return Object.assign(blank(random, details.time, details.place, details.resource), {
    appId: application.appId,
    appDisplayName: application.displayName,
    resourceTenantId: tenantId,
    homeTenantId: tenantId,
    appOwnerTenantId: application.ownerTenantId,
    clientCredentialType: 'clientSecret',
    signInEventTypes: ['servicePrincipal'],
    servicePrincipalName: application.displayName,
    servicePrincipalId: application.servicePrincipalId,
    servicePrincipalCredentialKeyId: details.keyId,
  } satisfies Partial<SignIn>);
}

/** A successful sign-in of nobody yet. All properties are in one literal, because objects made of parts are slow to make. */
function blank(random: Random, time: Instant, place: Place, resource: Resource): SignIn {
  const id = random.uuid();
  return {
    id,
    createdDateTime: time,
    userDisplayName: null,
    userPrincipalName: '',
    userId: '',
    appId: '',
    appDisplayName: '',
    ipAddress: place.ipAddress,
    ipAddressFromResourceProvider: null,
    clientAppUsed: null,
    userAgent: null,
    correlationId: random.uuid(),
    conditionalAccessStatus: 'notApplied',
    originalRequestId: id,
    isInteractive: false,
    tokenIssuerName: '',
    tokenIssuerType: 'AzureAD',
    clientCredentialType: 'none',
    processingTimeInMilliseconds: random.integer(60, 480),
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes_v2: [],
    resourceDisplayName: resource.displayName,
    resourceId: resource.appId,
    resourceTenantId: '',
    resourceServicePrincipalId: resource.servicePrincipalId,
    resourceOwnerTenantId: microsoftServices,
    homeTenantId: '',
    homeTenantName: '',
    appOwnerTenantId: microsoftServices,
    authenticationMethodsUsed: [],
    authenticationRequirement: 'singleFactorAuthentication',
    authenticationProtocol: 'none',
    incomingTokenType: 'none',
    originalTransferMethod: 'none',
    signInIdentifier: '',
    signInIdentifierType: null,
    signInEventTypes: ['interactiveUser'],
    servicePrincipalName: null,
    servicePrincipalId: '',
    servicePrincipalCredentialKeyId: null,
    servicePrincipalCredentialThumbprint: null,
    federatedCredentialId: null,
    userType: null,
    flaggedForReview: false,
    isTenantRestricted: false,
    autonomousSystemNumber: place.autonomousSystemNumber,
    crossTenantAccessType: 'none',
    uniqueTokenIdentifier: random.tokenId(),
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
    location: {
      city: place.city,
      state: place.state,
      countryOrRegion: place.countryOrRegion,
      geoCoordinates: { altitude: null, latitude: place.latitude, longitude: place.longitude },
    },
    mfaDetail: null,
    appliedConditionalAccessPolicies: [],
    authenticationDetails: [],
    authenticationRequirementPolicies: [],
    authenticationProcessingDetails: [],
    networkLocationDetails: [],
  };
}
