/** Records for the examples of analyses, in real export shapes. `minute` counts from the same beginning. */

const beginning = Date.UTC(2024, 0, 10, 6, 0, 0);

function timeAt(minute: number): string {
  return new Date(beginning + minute * 60_000).toISOString();
}

/** A sign-in as Graph gives it. */
export function signInExample(
  id: string,
  minute: number,
  user: string,
  errorCode: number,
  extra: Record<string, unknown> = {},
) {
  return {
    id,
    createdDateTime: timeAt(minute),
    userPrincipalName: `${user}@frostline.example`,
    userId: `id-of-${user}`,
    appId: '1b730954-1685-4b74-9bfd-dac224a7b894',
    ipAddress: '203.0.113.7',
    userAgent: 'ExampleAgent/1.0',
    isInteractive: true,
    status: { errorCode },
    ...extra,
  };
}

/** A record of the unified audit log. */
export function auditExample(id: string, minute: number, operation: string, extra: Record<string, unknown> = {}) {
  return {
    CreationTime: timeAt(minute).slice(0, 19),
    Id: id,
    Operation: operation,
    OrganizationId: 'aaaaaaaa-0000-4000-8000-000000000001',
    RecordType: 8,
    ResultStatus: 'Success',
    UserId: 'admin@frostline.example',
    UserType: 0,
    Workload: 'AzureActiveDirectory',
    ...extra,
  };
}
