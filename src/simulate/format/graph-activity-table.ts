import type { GraphActivity } from '../record.ts';
import type { LogAnalyticsTable } from './log-analytics-table.ts';
import { column, workspaceId } from './log-analytics-table.ts';

/**
 * The table MicrosoftGraphActivityLogs. ClientAuthMethod is a number here, text in the diagnostic records.
 * Source: https://learn.microsoft.com/azure/azure-monitor/reference/tables/microsoftgraphactivitylogs
 */
export const graphActivityTable: LogAnalyticsTable<GraphActivity> = {
  name: 'MicrosoftGraphActivityLogs',
  columns: [
    column('TenantId', 'string', () => workspaceId),
    column('TimeGenerated', 'datetime', (record) => record.timeGenerated),
    column('Location', 'string', (record) => record.location),
    column('RequestId', 'string', (record) => record.requestId),
    column('OperationId', 'string', (record) => record.operationId),
    column('ClientRequestId', 'string', (record) => record.clientRequestId),
    column('ApiVersion', 'string', (record) => record.apiVersion),
    column('RequestMethod', 'string', (record) => record.requestMethod),
    column('ResponseStatusCode', 'number', (record) => record.responseStatusCode),
    column('AadTenantId', 'string', (record) => record.tenantId),
    column('IPAddress', 'string', (record) => record.ipAddress),
    column('UserAgent', 'string', (record) => record.userAgent),
    column('RequestUri', 'string', (record) => record.requestUri),
    column('DurationMs', 'number', (record) => record.durationMs),
    column('ResponseSizeBytes', 'number', (record) => record.responseSizeBytes),
    column('SignInActivityId', 'string', (record) => record.signInActivityId),
    column('Roles', 'string', (record) => record.roles ?? ''),
    column('TokenIssuedAt', 'datetime', (record) => record.tokenIssuedAt),
    column('AppId', 'string', (record) => record.appId),
    column('UserId', 'string', (record) => record.userId ?? ''),
    column('ServicePrincipalId', 'string', (record) => record.servicePrincipalId ?? ''),
    column('Scopes', 'string', (record) => record.scopes ?? ''),
    column('IdentityProvider', 'string', (record) => record.identityProvider),
    column('ClientAuthMethod', 'number', (record) => Number(record.clientAuthMethod)),
    column('Wids', 'string', (record) => record.wids),
    column('ATContent', 'string', () => ''),
    column('SourceSystem', 'string', () => 'Azure'),
    column('Type', 'string', () => 'MicrosoftGraphActivityLogs'),
  ],
};
