import type { SignIn } from '../record.ts';
import { wholeSecond } from './moment-text.ts';

export type PortalColumn = readonly [header: string, value: (record: SignIn) => string];

const errorCode = (record: SignIn) => (record.status.errorCode === 0 ? '' : String(record.status.errorCode));

/** Codes after which a user could have gone on: the portal calls those sign-ins interrupted, not failed. */
const interrupts = new Set([50055, 50058, 50072, 50074, 50076, 50078, 50079, 50125, 50129, 50140, 50144]);

function statusOf({ status: { errorCode } }: SignIn): string {
  if (errorCode === 0) return 'Success';
  return interrupts.has(errorCode) ? 'Interrupted' : 'Failure';
}

const conditionalAccess = { success: 'Success', failure: 'Failure', notApplied: 'Not Applied' } as const;

const incomingToken: Readonly<Record<string, string>> = {
  none: 'None',
  primaryRefreshToken: 'Primary refresh token',
  refreshToken: 'Refresh token',
  saml11: 'SAML 1.1',
};

const shared = {
  date: ['Date (UTC)', (record) => wholeSecond(record.createdDateTime)],
  requestId: ['Request ID', (record) => record.id],
  correlationId: ['Correlation ID', (record) => record.correlationId],
  application: ['Application', (record) => record.appDisplayName],
  applicationId: ['Application ID ', (record) => record.appId],
  appOwner: ['App owner tenant ID', (record) => record.appOwnerTenantId],
  resource: ['Resource', (record) => record.resourceDisplayName],
  resourceId: ['Resource ID ', (record) => record.resourceId],
  resourceTenant: ['Resource tenant ID', (record) => record.resourceTenantId],
  resourceOwner: ['Resource owner tenant ID', (record) => record.resourceOwnerTenantId],
  homeTenant: ['Home tenant ID', (record) => record.homeTenantId],
  homeTenantName: ['Home tenant name', (record) => record.homeTenantName],
  ipAddress: ['IP address', (record) => record.ipAddress],
  location: ['Location', ({ location: { city, state, countryOrRegion } }) => [city, state, countryOrRegion].join(', ')],
  status: ['Status', statusOf],
  errorCode: ['Sign-in error code', errorCode],
  failureReason: ['Failure reason', (record) => record.status.failureReason],
  conditionalAccess: ['Conditional Access', (record) => conditionalAccess[record.conditionalAccessStatus]],
} satisfies Record<string, PortalColumn>;

/** InteractiveSignIns and NonInteractiveSignIns. The header `Incoming token type` comes twice, first raw and then for people. */
export const userSignInColumns: readonly PortalColumn[] = [
  shared.date,
  shared.requestId,
  ['User agent', (record) => record.userAgent ?? ''],
  shared.correlationId,
  ['User ID', (record) => record.userId],
  ['User', (record) => record.userDisplayName ?? ''],
  ['Username', (record) => record.userPrincipalName],
  ['User type', (record) => record.userType ?? ''],
  ['Cross tenant access type', (record) => record.crossTenantAccessType],
  ['Incoming token type', (record) => record.incomingTokenType],
  ['Authentication Protocol', (record) => record.authenticationProtocol],
  // So that a spreadsheet does not take it for a formula.
  ['Unique token identifier', ({ uniqueTokenIdentifier: token }) => (/^[-+]/.test(token) ? `'${token}` : token)],
  ['Original transfer method', (record) => record.originalTransferMethod],
  ['Client credential type', (record) => record.clientCredentialType],
  ['Token Protection - Sign In Session', () => 'unbound'],
  ['Token Protection - Sign In Session StatusCode', () => '1002'],
  shared.application,
  shared.applicationId,
  shared.appOwner,
  shared.resource,
  shared.resourceId,
  shared.resourceTenant,
  shared.resourceOwner,
  shared.homeTenant,
  shared.homeTenantName,
  shared.ipAddress,
  shared.location,
  shared.status,
  shared.errorCode,
  shared.failureReason,
  ['Client app', (record) => record.clientAppUsed ?? ''],
  ['Device ID', (record) => record.deviceDetail.deviceId],
  ['Browser', (record) => record.deviceDetail.browser],
  ['Operating System', (record) => record.deviceDetail.operatingSystem],
  ['Compliant', (record) => (record.deviceDetail.isCompliant ? 'Yes' : '')],
  ['Managed', (record) => (record.deviceDetail.isManaged ? 'Yes' : '')],
  ['Join Type', (record) => record.deviceDetail.trustType],
  ['Multifactor authentication result', (record) => record.status.additionalDetails ?? ''],
  ['Multifactor authentication auth method', (record) => record.mfaDetail?.authMethod ?? ''],
  ['Multifactor authentication auth detail', (record) => record.mfaDetail?.authDetail ?? ''],
  [
    'Authentication requirement',
    (record) =>
      record.authenticationRequirement === 'multiFactorAuthentication'
        ? 'Multifactor authentication'
        : 'Single-factor authentication',
  ],
  ['Sign-in identifier', (record) => record.signInIdentifier],
  ['Session ID', (record) => record.sessionId ?? ''],
  ['IP address (seen by resource)', (record) => record.ipAddressFromResourceProvider ?? ''],
  ['Through Global Secure Access', () => 'No'],
  ['Global Secure Access IP address', () => ''],
  ['Autonomous system  number', (record) => String(record.autonomousSystemNumber)],
  ['Flagged for review', (record) => (record.flaggedForReview ? 'Yes' : 'No')],
  ['Token issuer type', (record) => (record.tokenIssuerType === 'AzureAD' ? 'Azure AD' : 'AD Federation Services')],
  ['Incoming token type', (record) => incomingToken[record.incomingTokenType] ?? record.incomingTokenType],
  ['Token issuer name', (record) => record.tokenIssuerName],
  ['Latency', (record) => String(record.processingTimeInMilliseconds)],
  shared.conditionalAccess,
  ['Managed Identity type', () => ''],
  ['Associated Resource Id', () => ''],
  ['Federated Token Id', () => ''],
  ['Federated Token Issuer', () => ''],
];

/** ApplicationSignIns. */
export const servicePrincipalColumns: readonly PortalColumn[] = [
  shared.date,
  shared.requestId,
  shared.correlationId,
  ['Service principal ID', (record) => record.servicePrincipalId],
  ['Service principal name', (record) => record.servicePrincipalName ?? ''],
  ['Credential key ID', (record) => record.servicePrincipalCredentialKeyId ?? ''],
  ['Credential thumbprint', (record) => record.servicePrincipalCredentialThumbprint ?? ''],
  shared.application,
  shared.applicationId,
  shared.appOwner,
  shared.resource,
  shared.resourceId,
  shared.resourceTenant,
  shared.resourceOwner,
  shared.homeTenant,
  shared.homeTenantName,
  shared.ipAddress,
  shared.location,
  shared.status,
  shared.errorCode,
  shared.failureReason,
  shared.conditionalAccess,
];

/** MSISignIns; no public sample of its header was found, so this is the one of service principals with the columns that fit. */
export const managedIdentityColumns: readonly PortalColumn[] = [
  ...servicePrincipalColumns.filter(([header]) => !header.startsWith('Credential ')),
  ['Managed Identity type', () => 'System-assigned'],
  ['Associated Resource Id', () => ''],
  ['Federated Token Id', () => ''],
  ['Federated Token Issuer', () => ''],
];
