import type { SignIn } from '../record.ts';
import type { LogAnalyticsTable } from './log-analytics-table.ts';
import { column, jsonTextColumn, workspaceId } from './log-analytics-table.ts';
import { signInKind } from './sign-in-kind.ts';

/**
 * The sign-in tables of Log Analytics. In SigninLogs the details are dynamic, in the others they are strings with JSON inside;
 * ResultType is a string; ResourceId is the log's own resource, and what was signed in to is ResourceIdentity.
 * Source: https://learn.microsoft.com/azure/azure-monitor/reference/tables/signinlogs, …/aadnoninteractiveusersigninlogs,
 * …/aadserviceprincipalsigninlogs
 */
export function signInTable(name: string): LogAnalyticsTable<SignIn> {
  switch (name) {
    case 'SigninLogs':
      return { name, columns: interactiveColumns() };
    case 'AADServicePrincipalSignInLogs':
      return { name, columns: [...workloadColumns(name), ...credentialColumns] };
    case 'AADManagedIdentitySignInLogs':
      return { name, columns: workloadColumns(name) };
    default:
      return { name, columns: [...userColumns(name), ...textDetails] };
  }
}

const sharedColumns = (table: string) => [
  column<SignIn>('TenantId', 'string', () => workspaceId),
  column<SignIn>('SourceSystem', 'string', () => 'Azure AD'),
  column<SignIn>('TimeGenerated', 'datetime', (record) => record.createdDateTime),
  column<SignIn>('OperationName', 'string', () => 'Sign-in activity'),
  column<SignIn>('OperationVersion', 'string', () => '1.0'),
  column<SignIn>('Category', 'string', (record) => signInKind(record).diagnosticCategory),
  column<SignIn>('ResultType', 'string', (record) => String(record.status.errorCode)),
  column<SignIn>('ResultSignature', 'string', () => 'None'),
  column<SignIn>('ResultDescription', 'string', (record) =>
    record.status.errorCode === 0 ? '' : record.status.failureReason,
  ),
  column<SignIn>('DurationMs', 'number', () => 0),
  column<SignIn>('CorrelationId', 'string', (record) => record.correlationId),
  column<SignIn>('ResourceGroup', 'string', () => 'Microsoft.aadiam'),
  column<SignIn>('Identity', 'string', (record) => record.userDisplayName ?? record.servicePrincipalName),
  column<SignIn>('Level', 'string', () => '4'),
  column<SignIn>('Location', 'string', (record) => record.location.countryOrRegion),
  column<SignIn>('AppId', 'string', (record) => record.appId),
  jsonTextColumn<SignIn>('AuthenticationProcessingDetails', (record) => record.authenticationProcessingDetails),
  column<SignIn>('ConditionalAccessStatus', 'string', (record) => record.conditionalAccessStatus),
  column<SignIn>('CreatedDateTime', 'datetime', (record) => record.createdDateTime),
  column<SignIn>('Id', 'string', (record) => record.id),
  column<SignIn>('IPAddress', 'string', (record) => record.ipAddress),
  column<SignIn>('ResourceDisplayName', 'string', (record) => record.resourceDisplayName),
  column<SignIn>('ResourceIdentity', 'string', (record) => record.resourceId),
  column<SignIn>('ResourceServicePrincipalId', 'string', (record) => record.resourceServicePrincipalId),
  column<SignIn>('ResourceTenantId', 'string', (record) => record.resourceTenantId),
  column<SignIn>('ResourceOwnerTenantId', 'string', (record) => record.resourceOwnerTenantId),
  column<SignIn>('AppOwnerTenantId', 'string', (record) => record.appOwnerTenantId),
  column<SignIn>('ServicePrincipalId', 'string', (record) => record.servicePrincipalId),
  column<SignIn>('UniqueTokenIdentifier', 'string', (record) => record.uniqueTokenIdentifier),
  column<SignIn>('AutonomousSystemNumber', 'string', (record) => String(record.autonomousSystemNumber)),
  column<SignIn>('UserAgent', 'string', (record) => record.userAgent),
  column<SignIn>('SessionId', 'string', (record) => record.sessionId),
  column<SignIn>('ClientCredentialType', 'string', (record) => record.clientCredentialType),
  column<SignIn>('CrossTenantAccessType', 'string', (record) => record.crossTenantAccessType),
  jsonTextColumn<SignIn>('NetworkLocationDetails', (record) => record.networkLocationDetails),
  column<SignIn>('Type', 'string', () => table),
];

const userColumns = (table: string) => [
  ...sharedColumns(table),
  column<SignIn>('AppDisplayName', 'string', (record) => record.appDisplayName),
  column<SignIn>('AlternateSignInName', 'string', (record) => record.signInIdentifier),
  jsonTextColumn<SignIn>('AuthenticationDetails', (record) => record.authenticationDetails),
  jsonTextColumn<SignIn>('AuthenticationMethodsUsed', (record) => record.authenticationMethodsUsed),
  column<SignIn>('AuthenticationProtocol', 'string', (record) => record.authenticationProtocol),
  column<SignIn>('AuthenticationRequirement', 'string', (record) => record.authenticationRequirement),
  jsonTextColumn<SignIn>('AuthenticationRequirementPolicies', (record) => record.authenticationRequirementPolicies),
  column<SignIn>('ClientAppUsed', 'string', (record) => record.clientAppUsed),
  column<SignIn>('HomeTenantId', 'string', (record) => record.homeTenantId),
  column<SignIn>('HomeTenantName', 'string', (record) => record.homeTenantName),
  column<SignIn>('IncomingTokenType', 'string', (record) => record.incomingTokenType),
  column<SignIn>('IPAddressFromResourceProvider', 'string', (record) => record.ipAddressFromResourceProvider),
  column<SignIn>('IsInteractive', 'bool', (record) => record.isInteractive),
  column<SignIn>('IsTenantRestricted', 'bool', (record) => record.isTenantRestricted),
  column<SignIn>('FlaggedForReview', 'bool', (record) => record.flaggedForReview),
  column<SignIn>('OriginalRequestId', 'string', (record) => record.originalRequestId),
  column<SignIn>('OriginalTransferMethod', 'string', (record) => record.originalTransferMethod),
  column<SignIn>('RiskDetail', 'string', (record) => record.riskDetail),
  jsonTextColumn<SignIn>('RiskEventTypes_V2', (record) => record.riskEventTypes_v2),
  column<SignIn>('RiskLevelAggregated', 'string', (record) => record.riskLevelAggregated),
  column<SignIn>('RiskLevelDuringSignIn', 'string', (record) => record.riskLevelDuringSignIn),
  column<SignIn>('RiskState', 'string', (record) => record.riskState),
  column<SignIn>('SignInIdentifierType', 'string', (record) => record.signInIdentifierType),
  column<SignIn>('TokenIssuerName', 'string', (record) => record.tokenIssuerName),
  column<SignIn>('TokenIssuerType', 'string', (record) => record.tokenIssuerType),
  column<SignIn>('UserDisplayName', 'string', (record) => record.userDisplayName),
  column<SignIn>('UserId', 'string', (record) => record.userId),
  column<SignIn>('UserPrincipalName', 'string', (record) => record.userPrincipalName),
  column<SignIn>('UserType', 'string', (record) => (record.userType === 'guest' ? 'Guest' : 'Member')),
];

const textDetails = [
  jsonTextColumn<SignIn>('ConditionalAccessPolicies', (record) => record.appliedConditionalAccessPolicies),
  jsonTextColumn<SignIn>('DeviceDetail', (record) => record.deviceDetail),
  jsonTextColumn<SignIn>('LocationDetails', (record) => record.location),
  jsonTextColumn<SignIn>('MfaDetail', (record) => record.mfaDetail),
  jsonTextColumn<SignIn>('Status', (record) => record.status),
  jsonTextColumn<SignIn>('SignInEventTypes', (record) => record.signInEventTypes),
  column<SignIn>('ProcessingTimeInMs', 'string', (record) => String(record.processingTimeInMilliseconds)),
];

const interactiveColumns = () => [
  ...userColumns('SigninLogs'),
  column<SignIn>('AADTenantId', 'string', (record) => record.resourceTenantId),
  column<SignIn>('ResourceId', 'string', (record) => `/tenants/${record.resourceTenantId}/providers/Microsoft.aadiam`),
  column<SignIn>('Resource', 'string', () => 'Microsoft.aadiam'),
  column<SignIn>('ServicePrincipalName', 'string', (record) => record.servicePrincipalName),
  column<SignIn>('SignInIdentifier', 'string', (record) => record.signInIdentifier),
  column<SignIn>('ConditionalAccessPolicies', 'dynamic', (record) => record.appliedConditionalAccessPolicies),
  column<SignIn>('DeviceDetail', 'dynamic', (record) => record.deviceDetail),
  column<SignIn>('LocationDetails', 'dynamic', (record) => record.location),
  column<SignIn>('MfaDetail', 'dynamic', (record) => record.mfaDetail),
  column<SignIn>('Status', 'dynamic', (record) => record.status),
  column<SignIn>('ProcessingTimeInMilliseconds', 'string', (record) => String(record.processingTimeInMilliseconds)),
];

const workloadColumns = (table: string) => [
  ...sharedColumns(table),
  jsonTextColumn<SignIn>('ConditionalAccessPolicies', (record) => record.appliedConditionalAccessPolicies),
  jsonTextColumn<SignIn>('LocationDetails', (record) => record.location),
  column<SignIn>('ServicePrincipalName', 'string', (record) => record.servicePrincipalName),
];

const credentialColumns = [
  column<SignIn>('ServicePrincipalCredentialKeyId', 'string', (record) => record.servicePrincipalCredentialKeyId),
  column<SignIn>(
    'ServicePrincipalCredentialThumbprint',
    'string',
    (record) => record.servicePrincipalCredentialThumbprint,
  ),
  column<SignIn>('FederatedCredentialId', 'string', (record) => record.federatedCredentialId),
];
