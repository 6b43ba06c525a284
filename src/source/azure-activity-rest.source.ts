import { sql } from '../store/sql.ts';
import { azureActivityColumns, claimValues, nameIn, partOf } from './azure-activity-columns.ts';
import { defineSource, json, sameNamed, text } from './source.ts';

/** The activity log as its REST API gives it: Azure CLI, PowerShell, the JSON of one event in the portal, collectors. */
export default defineSource({
  id: 'azure-activity-rest',
  title: 'Azure activity log from the REST API, Azure CLI, PowerShell or Microsoft-Extractor-Suite (JSON, CSV)',
  reference: 'https://learn.microsoft.com/rest/api/monitor/activity-logs/list',
  table: 'activity',
  logs: ['azure-activity'],
  fields: {
    eventTimestamp: text('eventTimestamp'),
    operationName: json('operationName'),
    eventDataId: text('eventDataId'),
    caller: text('caller'),
    resourceId: text('resourceId'),
    resourceProviderName: json('resourceProviderName'),
    category: json('category'),
    status: json('status'),
    subStatus: json('subStatus'),
    correlationId: text('correlationId'),
    tenantId: text('tenantId'),
    claims: json('claims'),
    httpRequest: json('httpRequest'),
  },
  requires: [['eventTimestamp'], ['operationName'], ['eventDataId', 'caller', 'resourceId']],
  shared: (field) => ({
    // Older PowerShell modules put the claims into an object `Content`.
    claims: claimValues(sql`coalesce(json_extract(unfolded(${field.claims}), '$.Content'), unfolded(${field.claims}))`),
    operation: nameIn(field.operationName),
  }),
  columns: (field, _context, { claims = sql`[]`, operation = sql`null` }) => {
    const columns = azureActivityColumns({
      ...sameNamed(field, ['resourceId', 'caller']),
      claims,
      operation,
      ip: partOf(field.httpRequest, 'clientIpAddress'),
    });
    return {
      ...columns,
      time: sql`instant(${field.eventTimestamp})`,
      id: field.eventDataId,
      category: nameIn(field.category),
      result: nameIn(field.status),
      resultReason: nameIn(field.subStatus),
      correlationId: field.correlationId,
      workload: sql`coalesce(${nameIn(field.resourceProviderName)}, ${columns['workload'] ?? sql`null`})`,
      organizationId: sql`coalesce(nullif(${field.tenantId}, ''), ${columns['organizationId'] ?? sql`null`})`,
    };
  },
  examples: [
    {
      name: 'a role given by a user',
      record: {
        authorization: { action: 'Microsoft.Authorization/roleAssignments/write', scope: '/subscriptions/a' },
        caller: 'Nora.Lind@frostline.example',
        claims: {
          appid: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
          ipaddr: '198.51.100.4',
          name: 'Nora Lind',
          'http://schemas.microsoft.com/identity/claims/objectidentifier': 'uuuu',
        },
        category: { value: 'Administrative', localizedValue: 'Administrative' },
        correlationId: 'cccc',
        eventDataId: '9a1f2c5c-0f0a-4a07-9c1e-0d5ad19d0001',
        eventTimestamp: '2024-01-10T06:41:07.1234567Z',
        httpRequest: { clientIpAddress: '203.0.113.7', method: 'PUT' },
        operationName: {
          value: 'Microsoft.Authorization/roleAssignments/write',
          localizedValue: 'Create role assignment',
        },
        resourceId: '/subscriptions/a/providers/Microsoft.Authorization/roleAssignments/r',
        resourceProviderName: { value: 'Microsoft.Authorization', localizedValue: 'Microsoft.Authorization' },
        status: { value: 'Succeeded', localizedValue: 'Succeeded' },
        subStatus: { value: 'Created', localizedValue: 'Created (HTTP Status Code: 201)' },
        tenantId: 'tttt',
      },
      becomes: {
        time: '2024-01-10T06:41:07.123Z',
        id: '9a1f2c5c-0f0a-4a07-9c1e-0d5ad19d0001',
        operation: 'Microsoft.Authorization/roleAssignments/write',
        principal: 'nora.lind@frostline.example',
        actorType: 'user',
        ip: '203.0.113.7',
        result: 'Succeeded',
        resultReason: 'Created',
        category: 'Administrative',
        workload: 'Microsoft.Authorization',
        organizationId: 'tttt',
      },
    },
    {
      name: 'an application, as an older PowerShell module writes it',
      record: {
        EventTimestamp: '1/10/2024 6:41:07 AM',
        EventDataId: '9a1f2c5c-0f0a-4a07-9c1e-0d5ad19d0002',
        OperationName: { Value: 'Microsoft.Compute/disks/beginGetAccess/action', LocalizedValue: 'Get disk access' },
        Status: { Value: 'Started' },
        SubStatus: { Value: '' },
        Caller: 'bbbb',
        ResourceId: '/subscriptions/a/resourceGroups/shop/providers/Microsoft.Compute/disks/data',
        Claims: { Content: { appid: 'AAAA', ipaddr: '198.51.100.4' } },
        HttpRequest: { ClientIpAddress: '2001:db8::5' },
      },
      becomes: {
        time: '2024-01-10T06:41:07.000Z',
        operation: 'Microsoft.Compute/disks/beginGetAccess/action',
        principal: 'aaaa',
        actorType: 'application',
        ip: '2001:db8::5',
        result: 'Started',
        resultReason: null,
        workload: 'Microsoft.Compute',
      },
    },
    {
      name: 'objects as PowerShell writes them into CSV',
      record: {
        eventTimestamp: '2024-01-10T06:41:07.5Z',
        eventDataId: '9a1f2c5c-0f0a-4a07-9c1e-0d5ad19d0003',
        operationName: '@{localizedValue=Elevate access; value=Microsoft.Authorization/elevateAccess/action}',
        status: '@{value=Succeeded; localizedValue=Succeeded}',
        subStatus: '@{value=; localizedValue=}',
        caller: 'nora.lind@frostline.example',
        httpRequest: '@{clientRequestId=r; clientIpAddress=203.0.113.7; method=POST}',
        resourceId: '/providers/Microsoft.Authorization',
      },
      becomes: {
        operation: 'Microsoft.Authorization/elevateAccess/action',
        result: 'Succeeded',
        resultReason: null,
        ip: '203.0.113.7',
        principal: 'nora.lind@frostline.example',
      },
    },
    {
      name: 'a row of Log Analytics is none',
      record: {
        TimeGenerated: '2024-01-10T06:41:07Z',
        OperationNameValue: 'MICROSOFT.COMPUTE/DISKS/DELETE',
        Caller: 'a',
      },
      becomes: undefined,
    },
  ],
});
