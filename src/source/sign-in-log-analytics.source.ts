import { literal, sql, type Sql } from '../store/sql.ts';
import { logFromCategory, plainColumns } from './sign-in-columns.ts';
import { defineSource, json, text } from './source.ts';

const inside = (value: Sql, key: string): Sql => sql`(unfolded(${value}) ->> ${literal(key)})`;

/**
 * SigninLogs, AADNonInteractiveUserSignInLogs, AADServicePrincipalSignInLogs, AADManagedIdentitySignInLogs and
 * ADFSSignInLogs of a Log Analytics workspace. Dynamic columns arrive as objects or as JSON text.
 */
export default defineSource({
  id: 'sign-in-log-analytics',
  title: 'Entra sign-ins from Log Analytics or Sentinel (JSON, CSV)',
  reference: 'https://learn.microsoft.com/azure/azure-monitor/reference/tables/signinlogs',
  table: 'sign_in',
  logs: ['sign-in', 'non-interactive-sign-in', 'service-principal-sign-in', 'managed-identity-sign-in', 'adfs-sign-in'],
  fields: {
    timeGenerated: text('TimeGenerated'),
    timeGeneratedUtc: text('TimeGenerated [UTC]'),
    createdDateTime: text('CreatedDateTime'),
    createdDateTimeUtc: text('CreatedDateTime [UTC]'),
    id: text('Id'),
    category: text('Category'),
    type: text('Type'),
    resultType: text('ResultType'),
    resultDescription: text('ResultDescription'),
    userPrincipalName: text('UserPrincipalName'),
    userId: text('UserId'),
    servicePrincipalId: text('ServicePrincipalId'),
    servicePrincipalName: text('ServicePrincipalName'),
    servicePrincipalCredentialKeyId: text('ServicePrincipalCredentialKeyId'),
    appId: text('AppId'),
    appDisplayName: text('AppDisplayName'),
    resourceIdentity: text('ResourceIdentity'),
    resourceServicePrincipalId: text('ResourceServicePrincipalId'),
    resourceDisplayName: text('ResourceDisplayName'),
    ipAddress: text('IPAddress'),
    userAgent: text('UserAgent'),
    clientAppUsed: text('ClientAppUsed'),
    authenticationProtocol: text('AuthenticationProtocol'),
    authenticationRequirement: text('AuthenticationRequirement'),
    conditionalAccessStatus: text('ConditionalAccessStatus'),
    incomingTokenType: text('IncomingTokenType'),
    isInteractive: text('IsInteractive'),
    status: json('Status'),
    locationDetails: json('LocationDetails'),
    location: text('Location'),
    deviceDetail: json('DeviceDetail'),
    autonomousSystemNumber: text('AutonomousSystemNumber'),
    correlationId: text('CorrelationId'),
    sessionId: text('SessionId'),
    uniqueTokenIdentifier: text('UniqueTokenIdentifier'),
    homeTenantId: text('HomeTenantId'),
    resourceTenantId: text('ResourceTenantId'),
    crossTenantAccessType: text('CrossTenantAccessType'),
    riskLevel: text('RiskLevelDuringSignIn'),
    requestUri: text('RequestUri'),
    activity: text('ActivityDisplayName'),
  },
  requires: [
    ['timeGenerated', 'timeGeneratedUtc'],
    ['resultType', 'status'],
    ['userPrincipalName', 'userId', 'servicePrincipalId', 'servicePrincipalName'],
  ],
  excludes: ['requestUri', 'activity'],
  columns: (field) => ({
    log: logFromCategory(
      sql`coalesce(${field.category}, ${field.type})`,
      sql`case when nullif(${field.servicePrincipalId}, '') is not null then 'service-principal-sign-in'
            when lower(${field.isInteractive}) = 'false' then 'non-interactive-sign-in' else 'sign-in' end`,
    ),
    time: sql`coalesce(instant(${field.createdDateTime}), instant(${field.createdDateTimeUtc}),
      instant(${field.timeGenerated}), instant(${field.timeGeneratedUtc}))`,
    ...plainColumns(field),
    resourceId: sql`coalesce(${field.resourceIdentity}, ${field.resourceServicePrincipalId})`,
    errorCode: sql`coalesce(try_cast(${field.resultType} as integer), try_cast(${inside(field.status, '$.errorCode')} as integer))`,
    failureReason: sql`coalesce(${inside(field.status, '$.failureReason')}, ${field.resultDescription})`,
    country: sql`coalesce(${inside(field.locationDetails, '$.countryOrRegion')}, ${field.location})`,
    city: inside(field.locationDetails, '$.city'),
    autonomousSystemNumber: sql`try_cast(${field.autonomousSystemNumber} as bigint)`,
    deviceOperatingSystem: inside(field.deviceDetail, '$.operatingSystem'),
    deviceBrowser: inside(field.deviceDetail, '$.browser'),
    deviceTrustType: inside(field.deviceDetail, '$.trustType'),
  }),
  examples: [
    {
      name: 'dynamic columns as text',
      record: {
        TimeGenerated: '2024-01-10T06:41:09.1234567Z',
        CreatedDateTime: '2024-01-10T06:41:07Z',
        Id: '6e0f2c5c-0f0a-4a07-9c1e-0d5ad19d0004',
        Category: 'NonInteractiveUserSignInLogs',
        ResultType: '50053',
        UserPrincipalName: 'nora.lind@frostline.example',
        IPAddress: '203.0.113.7',
        Status: '{"errorCode":50053,"failureReason":"Account is locked."}',
        LocationDetails: '{"city":"Oslo","countryOrRegion":"NO"}',
      },
      becomes: {
        log: 'non-interactive-sign-in',
        time: '2024-01-10T06:41:07.000Z',
        errorCode: '50053',
        failureReason: 'Account is locked.',
        city: 'Oslo',
      },
    },
    {
      name: 'a Graph request of the same workspace is none',
      record: {
        TimeGenerated: '2024-01-10T06:41:09Z',
        RequestUri: 'https://graph.microsoft.com/v1.0/me',
        UserId: 'u',
        ResultType: '0',
      },
      becomes: undefined,
    },
  ],
});
