import { sql } from '../store/sql.ts';
import { commonColumns, commonPaths, logFromEventTypes } from './sign-in-columns.ts';
import { bigint, boolean, defineSource, integer, json, text, texts } from './source.ts';

/** Graph `auditLogs/signIns` (v1.0 and beta), which the Entra portal's JSON download and most collectors write too. */
export default defineSource({
  id: 'sign-in-graph',
  title: 'Entra sign-ins as Graph or the Entra portal gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/signin-list',
  table: 'sign_in',
  logs: ['sign-in', 'non-interactive-sign-in', 'service-principal-sign-in', 'managed-identity-sign-in', 'adfs-sign-in'],
  fields: {
    ...texts(commonPaths),
    isInteractive: boolean('isInteractive'),
    signInEventTypes: json('signInEventTypes'),
    errorCode: integer('status/errorCode'),
    autonomousSystemNumber: bigint('autonomousSystemNumber'),
    activity: text('activityDisplayName'),
    timeGenerated: text('TimeGenerated'),
  },
  requires: [
    ['createdDateTime'],
    ['userPrincipalName', 'userId', 'servicePrincipalId'],
    ['appId', 'ipAddress', 'errorCode'],
  ],
  excludes: ['activity', 'timeGenerated'],
  columns: (field) => ({
    ...commonColumns(field),
    log: logFromEventTypes(sql`${field.signInEventTypes}::varchar`, field.isInteractive, field.servicePrincipalId),
    time: sql`instant(${field.createdDateTime})`,
    errorCode: field.errorCode,
    autonomousSystemNumber: field.autonomousSystemNumber,
  }),
  examples: [
    {
      name: 'a failed interactive sign-in',
      record: {
        id: '6e0f2c5c-0f0a-4a07-9c1e-0d5ad19d0001',
        createdDateTime: '2024-01-10T06:41:07Z',
        userPrincipalName: 'Nora.Lind@frostline.example',
        userId: '11111111-2222-4333-8444-000000000001',
        appId: '1b730954-1685-4b74-9bfd-dac224a7b894',
        ipAddress: '203.0.113.7:50123',
        clientAppUsed: 'Browser',
        isInteractive: true,
        signInEventTypes: ['interactiveUser'],
        status: {
          errorCode: 50126,
          failureReason: 'Error validating credentials due to invalid username or password.',
        },
        location: { city: 'Oslo', countryOrRegion: 'NO' },
      },
      becomes: {
        log: 'sign-in',
        time: '2024-01-10T06:41:07.000Z',
        principal: 'nora.lind@frostline.example',
        ip: '203.0.113.7',
        errorCode: '50126',
        country: 'NO',
      },
    },
    {
      name: 'a service principal, in the spelling with capitals',
      record: {
        Id: '6e0f2c5c-0f0a-4a07-9c1e-0d5ad19d0002',
        CreatedDateTime: '/Date(1704868867000)/',
        ServicePrincipalId: 'bbbbbbbb-2222-4333-8444-000000000002',
        ServicePrincipalName: 'Legacy mail test',
        ServicePrincipalCredentialKeyId: 'cccccccc-2222-4333-8444-000000000003',
        AppId: 'aaaaaaaa-2222-4333-8444-000000000004',
        IpAddress: '2001:db8::7',
        SignInEventTypes: ['servicePrincipal'],
        Status: { ErrorCode: 0 },
      },
      becomes: {
        log: 'service-principal-sign-in',
        time: '2024-01-10T06:41:07.000Z',
        principal: 'legacy mail test',
        ip: '2001:db8::7',
        errorCode: '0',
        servicePrincipalCredentialKeyId: 'cccccccc-2222-4333-8444-000000000003',
      },
    },
    {
      name: 'a user object is no sign-in',
      record: {
        id: '1',
        createdDateTime: '2024-01-10T06:41:07Z',
        userPrincipalName: 'a@frostline.example',
        displayName: 'A',
      },
      becomes: undefined,
    },
  ],
});
