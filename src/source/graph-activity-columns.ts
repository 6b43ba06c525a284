import { sql, type Sql } from '../store/sql.ts';

/** Fields of a Graph request, which its two exports name alike but for the place. */
export const requestPaths = {
  requestId: 'requestId',
  requestMethod: 'requestMethod',
  requestUri: 'requestUri',
  responseStatusCode: 'responseStatusCode',
  responseSizeBytes: 'responseSizeBytes',
  appId: 'appId',
  userId: 'userId',
  servicePrincipalId: 'servicePrincipalId',
  ipAddress: 'ipAddress',
  userAgent: 'userAgent',
  roles: 'roles',
  scopes: 'scopes',
  wids: 'wids',
  signInActivityId: 'signInActivityId',
  clientAuthMethod: 'clientAuthMethod',
  sessionId: 'sessionId',
} as const;

/** Columns of `graph_activity` but time and tenant. */
export function requestColumns(field: Readonly<Record<keyof typeof requestPaths, Sql>>): Record<string, Sql> {
  return {
    log: sql`'graph-activity'`,
    id: field.requestId,
    operation: field.requestMethod,
    principal: sql`bare_name(coalesce(nullif(${field.userId}, ''), nullif(${field.servicePrincipalId}, ''), ${field.appId}))`,
    ip: sql`bare_address(${field.ipAddress})`,
    userAgent: field.userAgent,
    appId: field.appId,
    userId: field.userId,
    servicePrincipalId: field.servicePrincipalId,
    requestUri: field.requestUri,
    responseStatusCode: sql`try_cast(${field.responseStatusCode} as integer)`,
    responseSizeBytes: sql`try_cast(${field.responseSizeBytes} as bigint)`,
    roles: field.roles,
    scopes: field.scopes,
    signInActivityId: field.signInActivityId,
    clientAuthMethod: field.clientAuthMethod,
    wids: field.wids,
    sessionId: field.sessionId,
  };
}
