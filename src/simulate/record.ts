import type { Instant } from '../shape/instant.ts';

/**
 * One sign-in as Microsoft Graph beta spells it (`auditLogs/signIns`), with the properties that all kinds of sign-in share;
 * a kind leaves those empty that it does not have. Times have milliseconds and `Z`.
 * Source: https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta
 */
export interface SignIn {
  id: string;
  createdDateTime: Instant;
  userDisplayName: string | null;
  /** Empty for service principals and managed identities. */
  userPrincipalName: string;
  userId: string;
  appId: string;
  appDisplayName: string;
  ipAddress: string;
  ipAddressFromResourceProvider: string | null;
  clientAppUsed: string | null;
  userAgent: string | null;
  correlationId: string;
  conditionalAccessStatus: 'success' | 'failure' | 'notApplied';
  originalRequestId: string;
  isInteractive: boolean;
  tokenIssuerName: string;
  tokenIssuerType: 'AzureAD' | 'ADFederationServices';
  clientCredentialType: string;
  processingTimeInMilliseconds: number;
  riskDetail: string;
  riskLevelAggregated: string;
  riskLevelDuringSignIn: string;
  riskState: string;
  riskEventTypes_v2: readonly string[];
  resourceDisplayName: string;
  resourceId: string;
  resourceTenantId: string;
  resourceServicePrincipalId: string;
  resourceOwnerTenantId: string;
  homeTenantId: string;
  homeTenantName: string;
  appOwnerTenantId: string;
  authenticationMethodsUsed: readonly string[];
  authenticationRequirement: 'singleFactorAuthentication' | 'multiFactorAuthentication';
  authenticationProtocol: string;
  incomingTokenType: string;
  originalTransferMethod: string;
  signInIdentifier: string;
  signInIdentifierType: string | null;
  /** The kind: one of `interactiveUser`, `nonInteractiveUser`, `servicePrincipal`, `managedIdentity`. */
  signInEventTypes: readonly [SignInEventType];
  servicePrincipalName: string | null;
  servicePrincipalId: string;
  servicePrincipalCredentialKeyId: string | null;
  servicePrincipalCredentialThumbprint: string | null;
  federatedCredentialId: string | null;
  userType: 'member' | 'guest' | null;
  flaggedForReview: boolean;
  isTenantRestricted: boolean;
  autonomousSystemNumber: number;
  crossTenantAccessType: string;
  uniqueTokenIdentifier: string;
  sessionId: string | null;
  status: { errorCode: number; failureReason: string; additionalDetails: string | null };
  deviceDetail: DeviceDetail;
  location: {
    city: string;
    state: string;
    countryOrRegion: string;
    geoCoordinates: { altitude: number | null; latitude: number; longitude: number };
  };
  mfaDetail: { authMethod: string | null; authDetail: string | null } | null;
  appliedConditionalAccessPolicies: readonly AppliedPolicy[];
  authenticationDetails: readonly AuthenticationStep[];
  authenticationRequirementPolicies: readonly { requirementProvider: string; detail: string }[];
  authenticationProcessingDetails: readonly KeyValue[];
  networkLocationDetails: readonly { networkType: string; networkNames: readonly string[] }[];
}

export type SignInEventType = 'interactiveUser' | 'nonInteractiveUser' | 'servicePrincipal' | 'managedIdentity';

interface DeviceDetail {
  deviceId: string;
  displayName: string;
  operatingSystem: string;
  browser: string;
  isCompliant: boolean;
  isManaged: boolean;
  trustType: string;
}

interface AppliedPolicy {
  id: string;
  displayName: string;
  result: string;
  enforcedGrantControls: readonly string[];
  enforcedSessionControls: readonly string[];
}

interface AuthenticationStep {
  authenticationStepDateTime: Instant;
  authenticationMethod: string;
  authenticationMethodDetail: string | null;
  succeeded: boolean;
  authenticationStepResultDetail: string;
  authenticationStepRequirement: string;
}

export interface KeyValue {
  key: string;
  value: string;
}

/**
 * One change of the directory as Microsoft Graph spells it (`auditLogs/directoryAudits`).
 * Source: https://learn.microsoft.com/graph/api/resources/directoryaudit
 */
export interface DirectoryAudit {
  id: string;
  category: string;
  correlationId: string;
  result: 'success' | 'failure';
  resultReason: string;
  /** With the en dash and the trailing blank that some operations have in reality. */
  activityDisplayName: string;
  activityDateTime: Instant;
  loggedByService: string;
  operationType: string;
  userAgent: string | null;
  /** Exactly one of the two is not null. */
  initiatedBy: { user: UserInitiator | null; app: AppInitiator | null };
  targetResources: readonly TargetResource[];
  additionalDetails: readonly KeyValue[];
}

interface UserInitiator {
  id: string;
  displayName: string | null;
  userPrincipalName: string;
  ipAddress: string | null;
  userType: string | null;
  homeTenantId: string | null;
  homeTenantName: string | null;
}

interface AppInitiator {
  appId: string | null;
  displayName: string | null;
  servicePrincipalId: string | null;
  servicePrincipalName: string | null;
}

export interface TargetResource {
  id: string | null;
  displayName: string | null;
  type: string;
  userPrincipalName: string | null;
  groupType: string | null;
  /** Values are JSON text: `"\"full_access_as_app\""`. */
  modifiedProperties: readonly { displayName: string; oldValue: string | null; newValue: string | null }[];
}

/**
 * One record of the unified audit log: the AuditData object with its own spelling. `CreationTime` is UTC without a zone
 * and without fractions. Each record type adds properties of its own.
 * Source: https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema
 */
export interface UnifiedAudit {
  readonly [property: string]: unknown;
  CreationTime: string;
  Id: string;
  Operation: string;
  OrganizationId: string;
  RecordType: number;
  ResultStatus: string;
  UserKey: string;
  UserType: number;
  Version: number;
  Workload: string;
  UserId: string;
  ObjectId?: string;
  ClientIP?: string;
}

/**
 * One request to Microsoft Graph, as the properties of a MicrosoftGraphActivityLogs diagnostic record spell it.
 * Source: https://learn.microsoft.com/azure/azure-monitor/reference/tables/microsoftgraphactivitylogs
 */
export interface GraphActivity {
  timeGenerated: Instant;
  location: string;
  requestId: string;
  operationId: string;
  clientRequestId: string;
  apiVersion: string;
  requestMethod: string;
  responseStatusCode: number;
  tenantId: string;
  durationMs: number;
  responseSizeBytes: number;
  signInActivityId: string;
  /** Space separated; null with delegated permissions. */
  roles: string | null;
  appId: string;
  userId: string | null;
  servicePrincipalId: string | null;
  /** Space separated; null with application permissions. */
  scopes: string | null;
  identityProvider: string;
  /** `0` public client, `1` secret, `2` certificate. */
  clientAuthMethod: string;
  /** Space separated role template ids. */
  wids: string;
  ipAddress: string;
  userAgent: string;
  requestUri: string;
  tokenIssuedAt: Instant;
}
