import type { DirectoryAudit, GraphActivity, SignIn } from '../record.ts';
import { offsetMoment, sevenDigitMoment } from './moment-text.ts';
import { signInKind } from './sign-in-kind.ts';

/**
 * The Azure common envelope around a record. `tenantId` of sign-ins is the resource tenant, which is where they are logged.
 * Source: https://learn.microsoft.com/azure/azure-monitor/platform/resource-logs-schema
 */
export function signInDiagnostic(record: SignIn): object {
  const { createdDateTime, signInEventTypes: _kind, userType, ...rest } = record;
  return {
    time: sevenDigitMoment(createdDateTime),
    resourceId: `/tenants/${record.resourceTenantId}/providers/Microsoft.aadiam`,
    operationName: 'Sign-in activity',
    operationVersion: '1.0',
    category: signInKind(record).diagnosticCategory,
    tenantId: record.resourceTenantId,
    resultType: String(record.status.errorCode),
    resultSignature: 'None',
    ...(record.status.errorCode === 0 ? {} : { resultDescription: record.status.failureReason }),
    durationMs: 0,
    callerIpAddress: record.ipAddress,
    correlationId: record.correlationId,
    ...(record.userDisplayName === null ? {} : { identity: record.userDisplayName }),
    Level: 4,
    location: record.location.countryOrRegion,
    properties: {
      ...rest,
      createdDateTime: offsetMoment(createdDateTime),
      userType: userType === null ? null : userType === 'guest' ? 'Guest' : 'Member',
    },
  };
}

/** The tenant is in no directory audit itself, so it comes from outside. */
export function directoryAuditDiagnostic(record: DirectoryAudit, tenantId: string): object {
  const { initiatedBy, ...rest } = record;
  const { user, app } = initiatedBy;
  return {
    time: sevenDigitMoment(record.activityDateTime),
    resourceId: `/tenants/${tenantId}/providers/Microsoft.aadiam`,
    operationName: record.activityDisplayName,
    operationVersion: '1.0',
    category: 'AuditLogs',
    tenantId,
    resultSignature: 'None',
    durationMs: 0,
    ...(user?.ipAddress ? { callerIpAddress: user.ipAddress } : {}),
    correlationId: record.correlationId,
    identity: user?.displayName ?? app?.displayName ?? '',
    Level: 4,
    properties: {
      ...rest,
      activityDateTime: offsetMoment(record.activityDateTime),
      // Unlike Graph, only the side that acted is there.
      initiatedBy: user === null ? { app } : { user },
    },
  };
}

/** Here the resource id is in upper case. */
export function graphActivityDiagnostic(record: GraphActivity): object {
  return {
    Level: 4,
    callerIpAddress: record.ipAddress,
    category: 'MicrosoftGraphActivityLogs',
    correlationId: record.operationId,
    durationMs: record.durationMs,
    location: record.location,
    operationName: 'Microsoft Graph Activity',
    operationVersion: record.apiVersion,
    properties: { ...record, atContent: '', timeGenerated: sevenDigitMoment(record.timeGenerated) },
    resourceId: `/TENANTS/${record.tenantId.toUpperCase()}/PROVIDERS/MICROSOFT.AADIAM`,
    resultSignature: String(record.responseStatusCode),
    tenantId: record.tenantId,
    time: sevenDigitMoment(record.timeGenerated),
  };
}
