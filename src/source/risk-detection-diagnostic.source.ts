import { sql } from '../store/sql.ts';
import { riskColumns, riskFields, riskRequires } from './risk-detection-columns.ts';
import { defineSource, text } from './source.ts';

/** UserRiskEvents and ServicePrincipalRiskEvents that a diagnostic setting sends to an event hub or a storage account. */
export default defineSource({
  id: 'risk-detection-diagnostic',
  title: 'Entra ID Protection risk detections from a diagnostic setting (event hub, storage account)',
  reference: 'https://learn.microsoft.com/entra/id-protection/howto-export-risk-data',
  table: 'activity',
  logs: ['risk-detection'],
  fields: {
    ...riskFields('properties'),
    rootTime: text('time'),
    rootAddress: text('callerIpAddress'),
    rootTenantId: text('tenantId'),
  },
  requires: [...riskRequires, ['rootTime', 'activityDateTime', 'detectedDateTime']],
  columns: (field) => {
    const columns = riskColumns(field);
    return {
      ...columns,
      time: sql`coalesce(${columns['time'] ?? sql`null`}, instant(${field.rootTime}))`,
      ip: sql`bare_address(coalesce(nullif(${field.ipAddress}, ''), ${field.rootAddress}))`,
      organizationId: field.rootTenantId,
    };
  },
  examples: [
    {
      name: 'an unfamiliar sign-in',
      record: {
        time: '1/10/2024 6:45:00 AM',
        resourceId: '/tenants/tttt/providers/microsoft.aadiam',
        operationName: 'User Risk Detection',
        category: 'UserRiskEvents',
        tenantId: 'tttt',
        callerIpAddress: '203.0.113.7',
        correlationId: 'of the record, not of the sign-in',
        identity: 'nora lind',
        properties: {
          id: 'ra04',
          correlationId: 'cccc',
          riskType: 'unfamiliarFeatures',
          riskEventType: 'unfamiliarFeatures',
          riskState: 'atRisk',
          riskLevel: 'low',
          riskDetail: 'none',
          ipAddress: '203.0.113.7',
          activityDateTime: '2024-01-10T06:41:07.133Z',
          userId: 'uuuu',
          userPrincipalName: 'nora.lind@frostline.example',
          additionalInfo: '[{"Key":"userAgent","Value":"curl/8"}]',
        },
      },
      becomes: {
        time: '2024-01-10T06:41:07.133Z',
        operation: 'unfamiliarFeatures',
        principal: 'nora.lind@frostline.example',
        correlationId: 'cccc',
        category: 'low',
        userAgent: 'curl/8',
        organizationId: 'tttt',
      },
    },
    {
      name: 'an application, with the time of the record',
      record: {
        time: '2024-01-10T06:45:00Z',
        category: 'ServicePrincipalRiskEvents',
        callerIpAddress: '2001:db8::5',
        properties: {
          id: 'ra05',
          riskEventType: 'suspiciousAPITraffic',
          riskState: 'atRisk',
          servicePrincipalDisplayName: 'Legacy mail test',
          appId: 'aaaa',
        },
      },
      becomes: {
        time: '2024-01-10T06:45:00.000Z',
        principal: 'legacy mail test',
        actorType: 'application',
        ip: '2001:db8::5',
        appId: 'aaaa',
      },
    },
    {
      name: 'a sign-in of the same hub is none',
      record: {
        time: '2024-01-10T06:41:07Z',
        category: 'SignInLogs',
        properties: {
          id: 's',
          createdDateTime: '2024-01-10T06:41:07Z',
          userPrincipalName: 'a@frostline.example',
          riskEventTypes_v2: ['unfamiliarFeatures'],
        },
      },
      becomes: undefined,
    },
  ],
});
