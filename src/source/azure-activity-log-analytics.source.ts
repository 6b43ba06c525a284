import { sql } from '../store/sql.ts';
import { azureActivityColumns, claimValues } from './azure-activity-columns.ts';
import { defineSource, json, sameNamed, text } from './source.ts';

/** The table AzureActivity of a Log Analytics workspace. Its `TenantId` is the workspace, not the tenant. */
export default defineSource({
  id: 'azure-activity-log-analytics',
  title: 'Azure activity log from Log Analytics or Sentinel (table AzureActivity; JSON, CSV)',
  reference: 'https://learn.microsoft.com/azure/azure-monitor/reference/tables/azureactivity',
  table: 'activity',
  logs: ['azure-activity'],
  fields: {
    timeGenerated: text('TimeGenerated'),
    timeGeneratedUtc: text('TimeGenerated [UTC]'),
    operation: text('OperationNameValue'),
    eventDataId: text('EventDataId'),
    caller: text('Caller'),
    callerIpAddress: text('CallerIpAddress'),
    category: text('CategoryValue'),
    status: text('ActivityStatusValue'),
    subStatus: text('ActivitySubstatusValue'),
    resourceProvider: text('ResourceProviderValue'),
    resourceId: text('ResourceId'),
    recordResourceId: text('_ResourceId'),
    correlationId: text('CorrelationId'),
    claims: json('Claims'),
    claimsDynamic: json('Claims_d'),
  },
  requires: [
    ['timeGenerated', 'timeGeneratedUtc'],
    ['operation'],
    ['caller', 'category', 'status', 'resourceProvider'],
  ],
  shared: (field) => ({
    claims: claimValues(sql`coalesce(unfolded(${field.claimsDynamic}), unfolded(${field.claims}))`),
  }),
  columns: (field, _context, { claims = sql`[]` }) => {
    const columns = azureActivityColumns({
      ...sameNamed(field, ['operation', 'caller']),
      claims,
      resourceId: sql`coalesce(nullif(${field.resourceId}, ''), ${field.recordResourceId})`,
      ip: field.callerIpAddress,
    });
    return {
      ...columns,
      time: sql`coalesce(instant(${field.timeGenerated}), instant(${field.timeGeneratedUtc}))`,
      id: field.eventDataId,
      category: field.category,
      result: field.status,
      resultReason: field.subStatus,
      correlationId: field.correlationId,
      workload: sql`coalesce(nullif(${field.resourceProvider}, ''), ${columns['workload'] ?? sql`null`})`,
    };
  },
  examples: [
    {
      name: 'a lock deleted, claims as text',
      record: {
        TimeGenerated: '2024-01-10T06:41:07.1234567Z',
        OperationNameValue: 'MICROSOFT.AUTHORIZATION/LOCKS/DELETE',
        ActivityStatusValue: 'Success',
        ActivitySubstatusValue: 'OK',
        CategoryValue: 'Administrative',
        ResourceProviderValue: 'MICROSOFT.AUTHORIZATION',
        Caller: 'Nora.Lind@frostline.example',
        CallerIpAddress: '203.0.113.7',
        _ResourceId: '/subscriptions/a/providers/microsoft.authorization/locks/keep',
        CorrelationId: 'cccc',
        EventDataId: '9a1f2c5c-0f0a-4a07-9c1e-0d5ad19d0004',
        TenantId: 'the workspace',
        Claims: '{"appid":"aaaa","http://schemas.microsoft.com/identity/claims/tenantid":"tttt"}',
      },
      becomes: {
        operation: 'MICROSOFT.AUTHORIZATION/LOCKS/DELETE',
        principal: 'nora.lind@frostline.example',
        ip: '203.0.113.7',
        result: 'Success',
        resultReason: 'OK',
        category: 'Administrative',
        workload: 'MICROSOFT.AUTHORIZATION',
        objectId: '/subscriptions/a/providers/microsoft.authorization/locks/keep',
        organizationId: 'tttt',
        appId: 'aaaa',
      },
    },
    {
      name: 'an application, claims as an object',
      record: {
        'TimeGenerated [UTC]': '1/10/2024, 6:41:07.123 AM',
        OperationNameValue: 'MICROSOFT.COMPUTE/VIRTUALMACHINES/RUNCOMMAND/ACTION',
        Caller: 'bbbb',
        CategoryValue: 'Administrative',
        Claims: '',
        Claims_d: { appid: 'AAAA', idtyp: 'app' },
      },
      becomes: {
        time: '2024-01-10T06:41:07.123Z',
        principal: 'aaaa',
        actorType: 'application',
        workload: 'MICROSOFT.COMPUTE',
      },
    },
    {
      name: 'a directory audit of the same workspace is none',
      record: {
        TimeGenerated: '2024-01-10T06:41:07Z',
        OperationName: 'Add user',
        Category: 'UserManagement',
        LoggedByService: 'Core Directory',
      },
      becomes: undefined,
    },
  ],
});
