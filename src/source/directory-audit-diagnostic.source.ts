import { sql } from '../store/sql.ts';
import { auditColumns, auditUserAgent } from './directory-audit-columns.ts';
import { defineSource, json, sameNamed, text } from './source.ts';

/** Directory audits that a diagnostic setting sends to an event hub or a storage account. */
export default defineSource({
  id: 'directory-audit-diagnostic',
  title: 'Entra directory audits from a diagnostic setting (event hub, storage account)',
  reference: 'https://learn.microsoft.com/azure/azure-monitor/platform/resource-logs-schema',
  table: 'activity',
  logs: ['directory-audit'],
  fields: {
    rootTime: text('time'),
    rootOperation: text('operationName'),
    rootAddress: text('callerIpAddress'),
    rootCorrelationId: text('correlationId'),
    resultDescription: text('resultDescription'),
    id: text('properties/id'),
    category: text('properties/category'),
    result: text('properties/result'),
    resultReason: text('properties/resultReason'),
    activity: text('properties/activityDisplayName'),
    activityDateTime: text('properties/activityDateTime'),
    loggedByService: text('properties/loggedByService'),
    correlationId: text('properties/correlationId'),
    userAgent: text('properties/userAgent'),
    initiatedBy: json('properties/initiatedBy'),
    targetResources: json('properties/targetResources'),
    additionalDetails: json('properties/additionalDetails'),
  },
  requires: [
    ['rootTime', 'activityDateTime'],
    ['activity', 'targetResources', 'initiatedBy'],
    ['activity', 'rootOperation'],
  ],
  columns: (field) => {
    const shared = auditColumns(field);
    return {
      ...shared,
      userAgent: auditUserAgent(field.additionalDetails, field.userAgent),
      ip: sql`coalesce(${shared['ip'] ?? sql`null`}, bare_address(${field.rootAddress}))`,
      time: sql`coalesce(instant(${field.activityDateTime}), instant(${field.rootTime}))`,
      ...sameNamed(field, ['id', 'category', 'result']),
      operation: sql`bare_operation(coalesce(${field.activity}, ${field.rootOperation}))`,
      workload: field.loggedByService,
      resultReason: sql`coalesce(${field.resultReason}, ${field.resultDescription})`,
      correlationId: sql`coalesce(${field.correlationId}, ${field.rootCorrelationId})`,
    };
  },
  examples: [
    {
      name: 'a consent',
      record: {
        time: '2024-01-10T06:41:07.5Z',
        operationName: 'Consent to application',
        category: 'AuditLogs',
        callerIpAddress: '203.0.113.7',
        properties: {
          id: 'Directory_0003_AUD',
          activityDisplayName: 'Consent to application',
          activityDateTime: '2024-01-10T06:41:07.5Z',
          result: 'success',
          userAgent: 'curl/8',
          initiatedBy: { user: { id: 'uuuu', userPrincipalName: 'New.User@frostline.example' } },
          targetResources: [
            {
              id: 'tttt',
              type: 'ServicePrincipal',
              modifiedProperties: [{ displayName: 'ConsentContext.IsAdminConsent', newValue: '"True"' }],
            },
          ],
        },
      },
      becomes: {
        operation: 'Consent to application',
        principal: 'new.user@frostline.example',
        ip: '203.0.113.7',
        userAgent: 'curl/8',
        'targets[1].properties[1].new': 'True',
      },
    },
    {
      name: 'a sign-in of the same hub is none',
      record: {
        time: '2024-01-10T06:41:07Z',
        category: 'SignInLogs',
        operationName: 'Sign-in activity',
        properties: { id: 'x' },
      },
      becomes: undefined,
    },
  ],
});
