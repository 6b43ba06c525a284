import { sql } from '../store/sql.ts';
import { auditColumns } from './directory-audit-columns.ts';
import { defineSource, json, sameNamed, text } from './source.ts';

/** The table AuditLogs of a Log Analytics workspace. Dynamic columns arrive as objects or as JSON text. */
export default defineSource({
  id: 'directory-audit-log-analytics',
  title: 'Entra directory audits from Log Analytics or Sentinel (JSON, CSV)',
  reference: 'https://learn.microsoft.com/azure/azure-monitor/reference/tables/auditlogs',
  table: 'activity',
  logs: ['directory-audit'],
  fields: {
    timeGenerated: text('TimeGenerated'),
    timeGeneratedUtc: text('TimeGenerated [UTC]'),
    activityDateTime: text('ActivityDateTime'),
    activityDateTimeUtc: text('ActivityDateTime [UTC]'),
    activity: text('ActivityDisplayName'),
    operationName: text('OperationName'),
    id: text('Id'),
    category: text('Category'),
    result: text('Result'),
    resultReason: text('ResultReason'),
    loggedByService: text('LoggedByService'),
    correlationId: text('CorrelationId'),
    initiatedBy: json('InitiatedBy'),
    targetResources: json('TargetResources'),
    additionalDetails: json('AdditionalDetails'),
  },
  requires: [
    ['timeGenerated', 'timeGeneratedUtc'],
    ['activity', 'operationName'],
    ['initiatedBy', 'targetResources', 'loggedByService'],
  ],
  columns: (field) => ({
    ...auditColumns(field),
    time: sql`coalesce(instant(${field.activityDateTime}), instant(${field.activityDateTimeUtc}),
      instant(${field.timeGenerated}), instant(${field.timeGeneratedUtc}))`,
    ...sameNamed(field, ['id', 'category', 'result', 'resultReason', 'correlationId']),
    operation: sql`bare_operation(coalesce(nullif(${field.activity}, ''), ${field.operationName}))`,
    workload: field.loggedByService,
  }),
  examples: [
    {
      name: 'dynamic columns as text, en dash and trailing blank in the operation',
      record: {
        TimeGenerated: '2024-01-10T06:41:07.983Z',
        OperationName: 'Update application – Certificates and secrets management ',
        Category: 'ApplicationManagement',
        Id: 'Directory_0004_AUD',
        InitiatedBy: '{"user":{"id":"uuuu","userPrincipalName":"admin@frostline.example"}}',
        TargetResources:
          '[{"id":"aaaa","displayName":"Legacy","type":"Application","modifiedProperties":[{"displayName":"KeyDescription","oldValue":"[]","newValue":"[\\"[KeyIdentifier=1,KeyType=Password]\\"]"}]}]',
        AdditionalDetails: '[{"key":"User-Agent","value":"curl/8"}]',
        LoggedByService: 'Core Directory',
      },
      becomes: {
        operation: 'Update application - Certificates and secrets management',
        principal: 'admin@frostline.example',
        userAgent: 'curl/8',
        'targets[1].properties[1].new': '[KeyIdentifier=1,KeyType=Password]',
        'targets[1].properties[1].old': '',
      },
    },
    {
      name: 'a sign-in row of the same workspace is none',
      record: {
        TimeGenerated: '2024-01-10T06:41:07Z',
        OperationName: 'Sign-in activity',
        UserPrincipalName: 'a@frostline.example',
        ResultType: '0',
      },
      becomes: undefined,
    },
  ],
});
