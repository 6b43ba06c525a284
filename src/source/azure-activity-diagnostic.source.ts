import { sql } from '../store/sql.ts';
import { azureActivityColumns, claimValues, nameIn } from './azure-activity-columns.ts';
import { defineSource, json, text } from './source.ts';

/**
 * The activity log that a diagnostic setting sends to an event hub or a storage account, and the resource logs that say
 * who did something from where in the same form (Key Vault, storage accounts).
 */
export default defineSource({
  id: 'azure-activity-diagnostic',
  title: 'Azure activity log from a diagnostic setting (event hub, storage account), with resource logs of its form',
  reference: 'https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema',
  table: 'activity',
  logs: ['azure-activity'],
  fields: {
    time: text('time'),
    operationName: json('operationName'),
    resourceId: text('resourceId'),
    uri: text('uri'),
    category: text('category'),
    resultType: text('resultType'),
    resultSignature: text('resultSignature'),
    resultDescription: text('resultDescription'),
    statusText: text('statusText'),
    callerIpAddress: text('callerIpAddress'),
    correlationId: text('correlationId'),
    tenantId: text('tenantId'),
    identity: json('identity'),
    eventCategory: text('properties/eventCategory'),
    storageResult: text('properties/metricResponseType'),
    storageAgent: text('properties/userAgentHeader'),
    vaultAgent: text('properties/clientInfo'),
    // What follows is of Entra's records, which come through the same hub.
    activity: text('properties/activityDisplayName'),
    createdDateTime: text('properties/createdDateTime'),
    activityDateTime: text('properties/activityDateTime'),
    initiatedBy: json('properties/initiatedBy'),
    targetResources: json('properties/targetResources'),
    userPrincipalName: text('properties/userPrincipalName'),
    userId: text('properties/userId'),
    servicePrincipalId: text('properties/servicePrincipalId'),
    appId: text('properties/appId'),
    riskEventType: text('properties/riskEventType'),
    requestMethod: text('properties/requestMethod'),
  },
  requires: [['time'], ['operationName'], ['resourceId', 'uri'], ['callerIpAddress', 'identity', 'eventCategory']],
  excludes: [
    'activity',
    'createdDateTime',
    'activityDateTime',
    'initiatedBy',
    'targetResources',
    'userPrincipalName',
    'userId',
    'servicePrincipalId',
    'appId',
    'riskEventType',
    'requestMethod',
  ],
  shared: (field) => ({
    // So called in the activity log, by Key Vault, by storage accounts.
    claims: claimValues(
      sql`list_filter(json_extract(unfolded(${field.identity}), ['$.claims', '$.claim', '$.requester']), lambda c: c is not null)[1]`,
    ),
    operation: nameIn(field.operationName),
  }),
  columns: (field, _context, { claims = sql`[]`, operation = sql`null` }) => {
    const columns = azureActivityColumns({
      claims,
      operation,
      resourceId: sql`coalesce(nullif(${field.resourceId}, ''), split_part(${field.uri}, '?', 1))`,
      caller: sql`null`,
      ip: field.callerIpAddress,
    });
    return {
      ...columns,
      // Further logs of Entra have a tenant as their resource and no source of their own: without a time they are rejected.
      time: sql`case when starts_with(lower(${field.resourceId}), '/tenants/') then null else instant(${field.time}) end`,
      category: sql`coalesce(nullif(${field.category}, ''), ${field.eventCategory})`,
      result: sql`coalesce(nullif(${field.resultType}, ''), nullif(${field.statusText}, ''), ${field.storageResult})`,
      resultReason: sql`coalesce(nullif(${field.resultDescription}, ''), ${field.resultSignature})`,
      correlationId: field.correlationId,
      organizationId: sql`coalesce(nullif(${field.tenantId}, ''), ${columns['organizationId'] ?? sql`null`})`,
      userAgent: sql`coalesce(nullif(${field.storageAgent}, ''), ${field.vaultAgent})`,
    };
  },
  examples: [
    {
      name: 'a disk deleted by a user',
      record: {
        time: '2024-01-10T06:41:07.1234567Z',
        resourceId:
          '/SUBSCRIPTIONS/11111111-2222-4333-8444-00000000000A/RESOURCEGROUPS/SHOP/PROVIDERS/MICROSOFT.COMPUTE/DISKS/DATA',
        operationName: 'MICROSOFT.COMPUTE/DISKS/DELETE',
        category: 'Administrative',
        resultType: 'Success',
        resultSignature: 'Succeeded.NoContent',
        callerIpAddress: '203.0.113.7',
        correlationId: 'cccc',
        level: 'Information',
        identity: {
          authorization: { scope: '/subscriptions/a', action: 'Microsoft.Compute/disks/delete' },
          claims: {
            appid: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
            'http://schemas.microsoft.com/identity/claims/objectidentifier': 'uuuu',
            'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'Nora.Lind@frostline.example',
            name: 'Nora Lind',
            uti: 'tok',
          },
        },
        properties: { eventCategory: 'Administrative', entity: '/subscriptions/a/disks/data' },
      },
      becomes: {
        log: 'azure-activity',
        time: '2024-01-10T06:41:07.123Z',
        operation: 'MICROSOFT.COMPUTE/DISKS/DELETE',
        principal: 'nora.lind@frostline.example',
        actorType: 'user',
        actorId: 'uuuu',
        appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
        ip: '203.0.113.7',
        category: 'Administrative',
        result: 'Success',
        resultReason: 'Succeeded.NoContent',
        workload: 'MICROSOFT.COMPUTE',
        correlationId: 'cccc',
        uniqueTokenIdentifier: 'tok',
      },
    },
    {
      name: 'keys listed by an application, identity as text',
      record: {
        time: '2024-01-10T06:41:07Z',
        resourceId: '/subscriptions/a/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/shopdata',
        operationName: { value: 'Microsoft.Storage/storageAccounts/listKeys/action', localizedValue: 'List keys' },
        category: 'Administrative',
        resultType: 'Start',
        identity:
          '{"claims":{"appid":"AAAA","idtyp":"app","ipaddr":"198.51.100.4","http://schemas.microsoft.com/identity/claims/objectidentifier":"bbbb"}}',
      },
      becomes: {
        operation: 'Microsoft.Storage/storageAccounts/listKeys/action',
        principal: 'aaaa',
        actorType: 'application',
        actorId: 'bbbb',
        ip: '198.51.100.4',
        workload: 'Microsoft.Storage',
      },
    },
    {
      name: 'the health of a service, which nobody caused',
      record: {
        time: '2024-01-10T06:41:07Z',
        resourceId: '/subscriptions/a',
        operationName: 'Microsoft.ServiceHealth/incident/action',
        category: 'ServiceHealth',
        resultType: 'Active',
        properties: { eventCategory: 'ServiceHealth' },
      },
      becomes: { principal: null, actorType: null, workload: 'Microsoft.ServiceHealth', result: 'Active' },
    },
    {
      name: 'a secret read, from the log of a key vault',
      record: {
        time: '2024-01-10T06:41:07Z',
        resourceId: '/SUBSCRIPTIONS/A/RESOURCEGROUPS/SHOP/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS/SHOP',
        operationName: 'SecretGet',
        category: 'AuditEvent',
        resultType: 'Success',
        resultSignature: 'OK',
        callerIpAddress: '203.0.113.7',
        identity: { claim: { appid: 'aaaa', oid: 'uuuu', upn: 'nora.lind@frostline.example' } },
        properties: { id: 'https://shop.vault.azure.net/secrets/key', clientInfo: 'curl/8', requestUri: 'https://x' },
      },
      becomes: {
        operation: 'SecretGet',
        principal: 'nora.lind@frostline.example',
        userAgent: 'curl/8',
        workload: 'MICROSOFT.KEYVAULT',
      },
    },
    {
      name: 'a file read with a signature, from the log of a storage account',
      record: {
        time: '2024-01-10T06:41:07Z',
        category: 'StorageRead',
        operationName: 'GetBlob',
        statusCode: 200,
        callerIpAddress: '203.0.113.7:45123',
        uri: 'https://shopdata.blob.core.windows.net/backup/data.zip?sv=2021-12-02&sig=x',
        properties: { metricResponseType: 'Success', userAgentHeader: 'curl/8' },
      },
      becomes: {
        operation: 'GetBlob',
        ip: '203.0.113.7',
        result: 'Success',
        objectId: 'https://shopdata.blob.core.windows.net/backup/data.zip',
        workload: null,
      },
    },
    {
      name: 'a log of Entra without a source of its own is none',
      record: {
        time: '2024-01-10T06:41:07Z',
        resourceId: '/tenants/t/providers/Microsoft.aadiam',
        operationName: 'Provisioning activity',
        category: 'ProvisioningLogs',
        callerIpAddress: '203.0.113.7',
        properties: { jobId: 'j', activityDateTime: '2024-01-10T06:41:07Z' },
      },
      becomes: undefined,
    },
  ],
});
