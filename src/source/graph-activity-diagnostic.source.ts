import { sql } from '../store/sql.ts';
import { requestColumns, requestPaths } from './graph-activity-columns.ts';
import { defineSource, text, texts } from './source.ts';

/** MicrosoftGraphActivityLogs that a diagnostic setting sends to an event hub or a storage account. */
export default defineSource({
  id: 'graph-activity-diagnostic',
  title: 'Microsoft Graph activity logs from a diagnostic setting',
  reference: 'https://learn.microsoft.com/graph/microsoft-graph-activity-logs-overview',
  table: 'graph_activity',
  logs: ['graph-activity'],
  fields: {
    ...texts(requestPaths, 'properties'),
    rootTime: text('time'),
    rootAddress: text('callerIpAddress'),
    rootTenantId: text('tenantId'),
    timeGenerated: text('properties/timeGenerated'),
    tenantId: text('properties/tenantId'),
  },
  requires: [['rootTime', 'timeGenerated'], ['requestUri'], ['requestMethod']],
  columns: (field) => ({
    ...requestColumns(field),
    ip: sql`bare_address(coalesce(nullif(${field.ipAddress}, ''), ${field.rootAddress}))`,
    time: sql`coalesce(instant(${field.timeGenerated}), instant(${field.rootTime}))`,
    tenantId: sql`coalesce(${field.tenantId}, ${field.rootTenantId})`,
  }),
  examples: [
    {
      name: 'mail read by an application',
      record: {
        time: '2024-01-10T06:41:08Z',
        category: 'MicrosoftGraphActivityLogs',
        properties: {
          timeGenerated: '2024-01-10T06:41:07Z',
          requestId: '8a1f2c5c-0f0a-4a07-9c1e-0d5ad19d0001',
          requestMethod: 'GET',
          requestUri: 'https://graph.microsoft.com/v1.0/users/chief@frostline.example/messages',
          responseStatusCode: 200,
          appId: 'aaaa',
          servicePrincipalId: 'bbbb',
          ipAddress: '203.0.113.7',
          roles: 'Mail.Read',
        },
      },
      becomes: { operation: 'GET', responseStatusCode: '200', principal: 'bbbb', time: '2024-01-10T06:41:07.000Z' },
    },
    {
      name: 'an audit record of the same hub is none',
      record: { time: '2024-01-10T06:41:08Z', category: 'AuditLogs', properties: { activityDisplayName: 'Add user' } },
      becomes: undefined,
    },
  ],
});
