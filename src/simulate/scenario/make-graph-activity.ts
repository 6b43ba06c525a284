import type { Instant } from '../../shape/instant.ts';
import type { Random } from '../random.ts';
import type { GraphActivity, SignIn } from '../record.ts';
import type { Application } from './application.ts';

export interface GraphRequest {
  readonly time: Instant;
  readonly application: Pick<Application, 'appId' | 'servicePrincipalId'>;
  /** The sign-in that gave the token. */
  readonly signIn: SignIn;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** After `https://graph.microsoft.com/v1.0`. */
  readonly path: string;
  readonly status?: number;
  /** Application permissions, separated by blanks; or delegated ones, if the sign-in is a user's. */
  readonly roles: string;
  readonly userAgent: string;
}

/** A request with the permissions of an application, or with those that a user gave it. */
export function graphActivity(random: Random, request: GraphRequest): GraphActivity {
  const requestId = random.uuid();
  const { signIn } = request;
  const isDelegated = signIn.userId !== '';
  return {
    timeGenerated: request.time,
    location: 'Canada Central',
    requestId,
    operationId: requestId,
    clientRequestId: random.uuid(),
    apiVersion: 'v1.0',
    requestMethod: request.method,
    responseStatusCode: request.status ?? (request.method === 'POST' ? 201 : 200),
    tenantId: signIn.resourceTenantId,
    durationMs: random.integer(150_000, 900_000),
    responseSizeBytes: random.integer(400, 90_000),
    signInActivityId: signIn.uniqueTokenIdentifier,
    roles: isDelegated ? null : request.roles,
    appId: request.application.appId,
    userId: isDelegated ? signIn.userId : null,
    servicePrincipalId: isDelegated ? null : request.application.servicePrincipalId,
    scopes: isDelegated ? request.roles : null,
    identityProvider: `https://sts.windows.net/${signIn.resourceTenantId}/`,
    clientAuthMethod: isDelegated ? '0' : '1',
    // The templates of "no directory role": of an application, and of a user.
    wids: isDelegated ? 'b79fbf4d-3ef9-4689-8143-76b194e85509' : '0997a1d0-0d1d-4acb-b408-d5ca73121e90',
    ipAddress: signIn.ipAddress,
    userAgent: request.userAgent,
    requestUri: `https://graph.microsoft.com/v1.0${request.path}`,
    tokenIssuedAt: signIn.createdDateTime,
  };
}
