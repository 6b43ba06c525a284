import type { UnifiedAudit } from '../record.ts';
import type { Column, LogAnalyticsTable } from './log-analytics-table.ts';
import { column, jsonTextColumn, workspaceId } from './log-analytics-table.ts';
import { recordTypeName } from './record-type.ts';
import { creationInstant } from './unified-audit-text.ts';

/** Names by number of AuditData. Source: https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema#user-type */
const userTypes: Readonly<Record<number, string>> = { 0: 'Regular', 2: 'Admin', 4: 'System', 5: 'Application' };
const logonTypes: Readonly<Record<number, string>> = { 0: 'Owner', 1: 'Admin', 2: 'Delegated' };

const text = (name: string, property: string): Column<UnifiedAudit> =>
  column(name, 'string', (record) => {
    const value = record[property];
    return typeof value === 'string' ? value : '';
  });

/**
 * The table OfficeActivity, as far as Exchange fills it. It renames much: `Id` is OfficeId, `ObjectId` OfficeObjectId, `Workload`
 * OfficeWorkload, `ClientIPAddress` Client_IPAddress; lists are JSON text and flags `True` and `False`.
 * Source: https://learn.microsoft.com/azure/azure-monitor/reference/tables/officeactivity
 */
export const officeActivityTable: LogAnalyticsTable<UnifiedAudit> = {
  name: 'OfficeActivity',
  columns: [
    column('TenantId', 'string', () => workspaceId),
    column('SourceSystem', 'string', () => 'OfficeActivityManager'),
    column('TimeGenerated', 'datetime', creationInstant),
    column('Start_Time', 'datetime', creationInstant),
    column('ElevationTime', 'datetime', creationInstant),
    column('RecordType', 'string', (record) => recordTypeName(record.RecordType)),
    column('Operation', 'string', (record) => record.Operation),
    column('OrganizationId', 'string', (record) => record.OrganizationId),
    column('UserType', 'string', (record) => userTypes[record.UserType] ?? String(record.UserType)),
    column('UserKey', 'string', (record) => record.UserKey),
    column('OfficeWorkload', 'string', (record) => record.Workload),
    column('ResultStatus', 'string', (record) => record.ResultStatus),
    column('OfficeId', 'string', (record) => record.Id),
    column('SourceRecordId', 'string', (record) => record.Id),
    column('OfficeObjectId', 'string', (record) => record.ObjectId ?? ''),
    column('UserId', 'string', (record) => record.UserId),
    column('ClientIP', 'string', (record) => record.ClientIP ?? ''),
    text('Client_IPAddress', 'ClientIPAddress'),
    text('ClientInfoString', 'ClientInfoString'),
    text('AppId', 'AppId'),
    text('ClientAppId', 'ClientAppId'),
    column('AppAccessContext', 'dynamic', (record) => objectOf(record['AppAccessContext'])),
    text('MailboxGuid', 'MailboxGuid'),
    text('MailboxOwnerUPN', 'MailboxOwnerUPN'),
    text('OrganizationName', 'OrganizationName'),
    text('OriginatingServer', 'OriginatingServer'),
    text('SessionId', 'SessionId'),
    column('ExternalAccess', 'string', (record) => (record['ExternalAccess'] === true ? 'True' : 'False')),
    column('Logon_Type', 'string', (record) => logonTypes[Number(record['LogonType'] ?? -1)] ?? ''),
    jsonTextColumn('OperationProperties', (record) => objectOf(record['OperationProperties'])),
    jsonTextColumn('Folders', (record) => objectOf(record['Folders'])),
    jsonTextColumn('Parameters', (record) => objectOf(record['Parameters'])),
    column('OperationCount', 'number', ({ OperationCount: count }) => (typeof count === 'number' ? count : null)),
    column('Type', 'string', () => 'OfficeActivity'),
  ],
};

function objectOf(value: unknown): object | null {
  return typeof value === 'object' ? value : null;
}
