import { sql } from '../store/sql.ts';
import { requestColumns, requestPaths } from './graph-activity-columns.ts';
import { defineSource, text, texts } from './source.ts';

/** The table MicrosoftGraphActivityLogs of a Log Analytics workspace. */
export default defineSource({
  id: 'graph-activity-log-analytics',
  title: 'Microsoft Graph activity logs from Log Analytics or Sentinel (JSON, CSV)',
  reference: 'https://learn.microsoft.com/azure/azure-monitor/reference/tables/microsoftgraphactivitylogs',
  table: 'graph_activity',
  logs: ['graph-activity'],
  fields: {
    ...texts(requestPaths),
    timeGenerated: text('TimeGenerated'),
    timeGeneratedUtc: text('TimeGenerated [UTC]'),
    tenantId: text('AadTenantId'),
  },
  requires: [['timeGenerated', 'timeGeneratedUtc'], ['requestUri'], ['requestMethod']],
  columns: (field) => ({
    ...requestColumns(field),
    time: sql`coalesce(instant(${field.timeGenerated}), instant(${field.timeGeneratedUtc}))`,
    tenantId: field.tenantId,
  }),
  examples: [
    {
      name: 'a request of a user',
      record: {
        TimeGenerated: '2024-01-10T06:41:07.1234567Z',
        RequestId: '8a1f2c5c-0f0a-4a07-9c1e-0d5ad19d0002',
        RequestMethod: 'GET',
        RequestUri: 'https://graph.microsoft.com/v1.0/users',
        ResponseStatusCode: '200',
        IPAddress: '203.0.113.7',
        UserId: 'UUUU',
      },
      becomes: { operation: 'GET', principal: 'uuuu', ip: '203.0.113.7', responseStatusCode: '200' },
    },
    {
      name: 'a sign-in row of the same workspace is none',
      record: { TimeGenerated: '2024-01-10T06:41:07Z', UserPrincipalName: 'a@frostline.example', ResultType: '0' },
      becomes: undefined,
    },
  ],
});
