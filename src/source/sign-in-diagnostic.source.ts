import { sql } from '../store/sql.ts';
import { commonColumns, commonFields, logFromCategory, logFromEventTypes } from './sign-in-columns.ts';
import { defineSource, text } from './source.ts';

/** Sign-in logs that a diagnostic setting sends to an event hub or a storage account. */
export default defineSource({
  id: 'sign-in-diagnostic',
  title: 'Entra sign-ins from a diagnostic setting (event hub, storage account)',
  reference: 'https://learn.microsoft.com/azure/azure-monitor/platform/resource-logs-schema',
  table: 'sign_in',
  logs: ['sign-in', 'non-interactive-sign-in', 'service-principal-sign-in', 'managed-identity-sign-in', 'adfs-sign-in'],
  fields: {
    ...commonFields('properties'),
    rootTime: text('time'),
    category: text('category'),
    resultType: text('resultType'),
    resultDescription: text('resultDescription'),
    rootAddress: text('callerIpAddress'),
    rootCorrelationId: text('correlationId'),
    rootLocation: text('location'),
    errorCode: text('properties/status/errorCode'),
    activity: text('properties/activityDisplayName'),
    requestUri: text('properties/requestUri'),
    riskEventType: text('properties/riskEventType'),
    riskLastUpdated: text('properties/riskLastUpdatedDateTime'),
  },
  requires: [
    ['rootTime', 'createdDateTime'],
    ['category'],
    ['userPrincipalName', 'userId', 'servicePrincipalId', 'appId'],
  ],
  excludes: ['activity', 'requestUri', 'riskEventType', 'riskLastUpdated'],
  columns: (field) => ({
    ...commonColumns(field),
    ip: sql`bare_address(coalesce(nullif(${field.ipAddress}, ''), ${field.rootAddress}))`,
    correlationId: sql`coalesce(${field.correlationId}, ${field.rootCorrelationId})`,
    country: sql`coalesce(${field.country}, ${field.rootLocation})`,
    failureReason: sql`coalesce(${field.failureReason}, ${field.resultDescription})`,
    log: logFromCategory(
      field.category,
      logFromEventTypes(sql`${field.signInEventTypes}::varchar`, field.isInteractive, field.servicePrincipalId),
    ),
    time: sql`coalesce(instant(${field.createdDateTime}), instant(${field.rootTime}))`,
    errorCode: sql`coalesce(try_cast(${field.errorCode} as integer), try_cast(${field.resultType} as integer))`,
  }),
  examples: [
    {
      name: 'a service principal sign-in with the result as text',
      record: {
        time: '1/10/2024 7:41:07 AM +01:00',
        resourceId: '/tenants/11111111-2222-4333-8444-000000000000/providers/Microsoft.aadiam',
        operationName: 'Sign-in activity',
        category: 'ServicePrincipalSignInLogs',
        resultType: '7000215',
        callerIpAddress: '203.0.113.9',
        location: 'NO',
        properties: {
          id: '6e0f2c5c-0f0a-4a07-9c1e-0d5ad19d0003',
          servicePrincipalId: 'bbbbbbbb-2222-4333-8444-000000000002',
          appId: 'aaaaaaaa-2222-4333-8444-000000000004',
          status: { errorCode: 7000215, additionalDetails: 'A developer owns this application.' },
          deviceDetail: { deviceId: '', isCompliant: null },
          riskState: 'none',
          riskEventTypes: [],
          riskEventTypes_v2: [],
        },
      },
      becomes: {
        log: 'service-principal-sign-in',
        time: '2024-01-10T06:41:07.000Z',
        errorCode: '7000215',
        ip: '203.0.113.9',
        country: 'NO',
        id: '6e0f2c5c-0f0a-4a07-9c1e-0d5ad19d0003',
        statusDetails: 'A developer owns this application.',
        deviceId: '',
        isCompliant: null,
        riskState: 'none',
        riskEventTypes: null,
      },
    },
    {
      name: 'a sign-in at risk from a machine that is known',
      record: {
        time: '2024-01-10T06:41:07Z',
        category: 'SignInLogs',
        properties: {
          id: '6e0f2c5c-0f0a-4a07-9c1e-0d5ad19d0007',
          userPrincipalName: 'nora.lind@frostline.example',
          deviceDetail: { deviceId: 'dddddddd-2222-4333-8444-000000000005', isCompliant: true },
          riskState: 'atRisk',
          riskEventTypes_v2: ['unlikelyTravel'],
        },
      },
      becomes: {
        log: 'sign-in',
        statusDetails: null,
        deviceId: 'dddddddd-2222-4333-8444-000000000005',
        isCompliant: 'true',
        riskState: 'atRisk',
        riskEventTypes: '[unlikelyTravel]',
      },
    },
    {
      name: 'an audit record of the same hub is none',
      record: {
        time: '2024-01-10T06:41:07Z',
        category: 'AuditLogs',
        properties: { id: 'x', activityDisplayName: 'Add user', userId: 'u' },
      },
      becomes: undefined,
    },
  ],
});
