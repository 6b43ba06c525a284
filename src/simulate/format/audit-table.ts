import type { DirectoryAudit } from '../record.ts';
import type { LogAnalyticsTable } from './log-analytics-table.ts';
import { column, workspaceId } from './log-analytics-table.ts';

/**
 * The table AuditLogs. `Category` is the activity's category and `InitiatedBy` holds only the side that acted.
 * Source: https://learn.microsoft.com/azure/azure-monitor/reference/tables/auditlogs
 */
export function auditTable(tenantId: string): LogAnalyticsTable<DirectoryAudit> {
  return {
    name: 'AuditLogs',
    columns: [
      column('TenantId', 'string', () => workspaceId),
      column('SourceSystem', 'string', () => 'Azure AD'),
      column('TimeGenerated', 'datetime', (record) => record.activityDateTime),
      column('ResourceId', 'string', () => `/tenants/${tenantId}/providers/Microsoft.aadiam`),
      column('OperationName', 'string', (record) => record.activityDisplayName),
      column('OperationVersion', 'string', () => '1.0'),
      column('Category', 'string', (record) => record.category),
      column('ResultType', 'string', () => ''),
      column('ResultSignature', 'string', () => 'None'),
      column('ResultDescription', 'string', () => ''),
      column('DurationMs', 'number', () => 0),
      column('CorrelationId', 'string', (record) => record.correlationId),
      column('Resource', 'string', () => 'Microsoft.aadiam'),
      column('ResourceGroup', 'string', () => 'Microsoft.aadiam'),
      column('ResourceProvider', 'string', () => ''),
      column(
        'Identity',
        'string',
        ({ initiatedBy }) => initiatedBy.user?.displayName ?? initiatedBy.app?.displayName ?? '',
      ),
      column('Level', 'string', () => '4'),
      column('Location', 'string', () => ''),
      column('AdditionalDetails', 'dynamic', (record) => record.additionalDetails),
      column('Id', 'string', (record) => record.id),
      column('InitiatedBy', 'dynamic', ({ initiatedBy: { user, app } }) => (user === null ? { app } : { user })),
      column('LoggedByService', 'string', (record) => record.loggedByService),
      column('Result', 'string', (record) => record.result),
      column('ResultReason', 'string', (record) => record.resultReason),
      column('TargetResources', 'dynamic', (record) => record.targetResources),
      column('AADTenantId', 'string', () => tenantId),
      column('ActivityDisplayName', 'string', (record) => record.activityDisplayName),
      column('ActivityDateTime', 'datetime', (record) => record.activityDateTime),
      column('AADOperationType', 'string', (record) => record.operationType),
      column('Type', 'string', () => 'AuditLogs'),
    ],
  };
}
