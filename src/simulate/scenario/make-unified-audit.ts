import type { DirectoryAudit, SignIn, TargetResource, UnifiedAudit } from '../record.ts';

/** The same change as the unified audit log tells it, record type 8. */
export function unifiedDirectoryAudit(record: DirectoryAudit, tenantId: string, id: string): UnifiedAudit {
  const { user, app } = record.initiatedBy;
  const [target] = record.targetResources;
  const userId = user?.userPrincipalName ?? `ServicePrincipal_${app?.servicePrincipalId ?? ''}`;
  const actorId = user?.id ?? app?.servicePrincipalId ?? '';
  const kind = user === null ? 'ServicePrincipal' : 'User';
  const details = Object.fromEntries(record.additionalDetails.map(({ key, value }) => [key, value]));
  return {
    CreationTime: record.activityDateTime.slice(0, 19),
    Id: id,
    // With a full stop, unless the name ends in its own blank.
    Operation: record.activityDisplayName.endsWith(' ') ? record.activityDisplayName : `${record.activityDisplayName}.`,
    OrganizationId: tenantId,
    RecordType: 8,
    ResultStatus: record.result === 'success' ? 'Success' : 'Failure',
    UserKey: user === null ? 'Not Available' : `1003${user.id.slice(24).toUpperCase()}@${userId.split('@').at(1)}`,
    UserType: user === null ? 4 : 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ObjectId: target?.userPrincipalName ?? `${target?.type ?? 'Other'}_${target?.id ?? ''}`,
    UserId: userId,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'additionalDetails', Value: JSON.stringify(details) },
      { Name: 'extendedAuditEventCategory', Value: target?.type ?? 'Other' },
    ],
    ModifiedProperties: (target?.modifiedProperties ?? []).map(({ displayName, oldValue, newValue }) => ({
      Name: displayName,
      NewValue: unwrapped(newValue),
      OldValue: unwrapped(oldValue),
    })),
    Actor: [
      { ID: user?.userPrincipalName ?? app?.displayName ?? '', Type: user === null ? 1 : 5 },
      { ID: `${kind}_${actorId}`, Type: 2 },
      { ID: actorId, Type: 2 },
      { ID: kind, Type: 2 },
    ],
    ActorContextId: tenantId,
    ...(user?.ipAddress ? { ActorIpAddress: user.ipAddress } : {}),
    InterSystemsId: record.correlationId,
    IntraSystemId: id,
    SupportTicketId: '',
    Target: record.targetResources.flatMap(targetEntries),
    TargetContextId: tenantId,
  };
}

/** JSON strings lose their quotes here, lists are laid out over lines, and nothing is an empty text. */
function unwrapped(value: string | null): string {
  if (value === null) return '';
  const content: unknown = JSON.parse(value);
  return typeof content === 'string' ? content : JSON.stringify(content, null, 2).replaceAll('\n', '\r\n');
}

function targetEntries({ id, displayName, type, userPrincipalName }: TargetResource) {
  return [
    { ID: `${type}_${id ?? ''}`, Type: 2 },
    { ID: id ?? '', Type: 2 },
    { ID: type, Type: 2 },
    { ID: displayName ?? '', Type: 1 },
    ...(userPrincipalName === null ? [] : [{ ID: userPrincipalName, Type: 5 }]),
  ];
}

/** A user's sign-in as the unified audit log tells it, record type 15; it has the same id. */
export function unifiedSignIn(record: SignIn): UnifiedAudit {
  const { errorCode } = record.status;
  return {
    CreationTime: record.createdDateTime.slice(0, 19),
    Id: record.id,
    Operation: errorCode === 0 ? 'UserLoggedIn' : 'UserLoginFailed',
    OrganizationId: record.resourceTenantId,
    RecordType: 15,
    ResultStatus: errorCode === 0 ? 'Success' : 'Failed',
    UserKey: record.userId,
    UserType: 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ClientIP: record.ipAddress,
    ObjectId: record.resourceId,
    UserId: record.userPrincipalName,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'ResultStatusDetail', Value: errorCode === 0 ? 'Success' : 'UserError' },
      { Name: 'UserAgent', Value: record.userAgent ?? '' },
      { Name: 'RequestType', Value: record.authenticationProtocol === 'ropc' ? 'OAuth2:Token' : 'OAuth2:Authorize' },
    ],
    ModifiedProperties: [],
    Actor: [
      { ID: record.userId, Type: 0 },
      { ID: record.userPrincipalName, Type: 5 },
    ],
    ActorContextId: record.homeTenantId,
    ActorIpAddress: record.ipAddress,
    InterSystemsId: record.correlationId,
    IntraSystemId: record.id,
    SupportTicketId: '',
    Target: [{ ID: record.resourceId, Type: 0 }],
    TargetContextId: record.resourceTenantId,
    ApplicationId: record.appId,
    DeviceProperties: [
      { Name: 'OS', Value: record.deviceDetail.operatingSystem },
      { Name: 'BrowserType', Value: record.deviceDetail.browser.split(' ').at(0) },
      { Name: 'IsCompliantAndManaged', Value: record.deviceDetail.isCompliant ? 'True' : 'False' },
      ...(record.sessionId === null ? [] : [{ Name: 'SessionId', Value: record.sessionId }]),
    ],
    ErrorNumber: String(errorCode),
    ...(errorCode === 0 ? {} : { LogonError: logonErrors[errorCode] ?? 'InvalidUserNameOrPassword' }),
  };
}

/** Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const logonErrors: Readonly<Record<number, string>> = {
  50034: 'UserAccountNotFound',
  50053: 'IdsLocked',
  50055: 'InvalidPasswordExpiredPassword',
  50057: 'UserDisabled',
  50072: 'UserStrongAuthEnrollmentRequiredInterrupt',
  50074: 'UserStrongAuthClientAuthNRequired',
  50076: 'UserStrongAuthClientAuthNRequiredInterrupt',
  50079: 'UserStrongAuthEnrollmentRequired',
  50126: 'InvalidUserNameOrPassword',
  53003: 'BlockedByConditionalAccess',
};
