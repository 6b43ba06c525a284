import { sql } from '../store/sql.ts';
import { auditColumns, auditUserAgent } from './directory-audit-columns.ts';
import { defineSource, json, sameNamed, text } from './source.ts';

/** Graph `auditLogs/directoryAudits`, which the Entra portal's JSON download and the collectors write too. */
export default defineSource({
  id: 'directory-audit-graph',
  title: 'Entra directory audits as Graph or the Entra portal gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/directoryaudit',
  table: 'activity',
  logs: ['directory-audit'],
  fields: {
    id: text('id'),
    category: text('category'),
    correlationId: text('correlationId'),
    result: text('result'),
    resultReason: text('resultReason'),
    activity: text('activityDisplayName'),
    activityDateTime: text('activityDateTime'),
    loggedByService: text('loggedByService'),
    userAgent: text('userAgent'),
    initiatedBy: json('initiatedBy'),
    targetResources: json('targetResources'),
    additionalDetails: json('additionalDetails'),
    timeGenerated: text('TimeGenerated'),
  },
  requires: [['activity'], ['activityDateTime'], ['initiatedBy', 'targetResources', 'loggedByService', 'category']],
  excludes: ['timeGenerated'],
  columns: (field) => ({
    ...auditColumns(field),
    userAgent: auditUserAgent(field.additionalDetails, field.userAgent),
    time: sql`instant(${field.activityDateTime})`,
    ...sameNamed(field, ['id', 'category', 'result', 'resultReason', 'correlationId']),
    operation: sql`bare_operation(${field.activity})`,
    workload: field.loggedByService,
  }),
  examples: [
    {
      name: 'a role granted by an application, value as JSON inside JSON',
      record: {
        id: 'Directory_0001_AUD',
        category: 'ApplicationManagement',
        result: 'success',
        activityDisplayName: 'Add app role assignment to service principal',
        activityDateTime: '2024-01-10T06:41:07.5Z',
        loggedByService: 'Core Directory',
        initiatedBy: { user: null, app: { appId: null, displayName: 'Legacy mail test', servicePrincipalId: 'bbbb' } },
        targetResources: [
          {
            id: 'tttt',
            displayName: 'Office 365 Exchange Online',
            type: 'ServicePrincipal',
            modifiedProperties: [{ displayName: 'AppRole.Value', oldValue: null, newValue: '"full_access_as_app"' }],
          },
        ],
        additionalDetails: [{ key: 'User-Agent', value: 'python-requests/2.31' }],
      },
      becomes: {
        operation: 'Add app role assignment to service principal',
        principal: 'legacy mail test',
        actorType: 'application',
        objectId: 'tttt',
        userAgent: 'python-requests/2.31',
        'targets[1].properties[1].new': 'full_access_as_app',
        'targets[1].name': 'Office 365 Exchange Online',
      },
    },
    {
      name: 'a target list that became an object, keys with capitals',
      record: {
        Id: 'Directory_0002_AUD',
        ActivityDisplayName: 'Update application – Certificates and secrets management ',
        ActivityDateTime: '2024-01-10T06:41:07Z',
        Category: 'ApplicationManagement',
        UserAgent: 'curl/8',
        InitiatedBy: {
          User: { Id: 'uuuu', UserPrincipalName: 'Admin@frostline.example', IpAddress: '[2001:db8::9]:443' },
        },
        TargetResources: { Id: 'aaaa', DisplayName: 'Legacy', Type: 'Application' },
      },
      becomes: {
        operation: 'Update application - Certificates and secrets management',
        principal: 'admin@frostline.example',
        actorType: 'user',
        ip: '2001:db8::9',
        userAgent: 'curl/8',
        'targets[1].id': 'aaaa',
      },
    },
    {
      name: 'a sign-in is none',
      record: {
        id: '1',
        createdDateTime: '2024-01-10T06:41:07Z',
        userPrincipalName: 'a@frostline.example',
        appId: 'x',
      },
      becomes: undefined,
    },
  ],
});
