import type { Instant } from '../../shape/instant.ts';
import type { Random } from '../random.ts';
import type { GraphActivity, SignIn } from '../record.ts';
import { tenant } from '../tenant.ts';
import type { Application } from './application.ts';

export interface GraphRequest {
  readonly time: Instant;
  readonly application: Application;
  /** The sign-in that gave the token. */
  readonly signIn: SignIn;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** After `https://graph.microsoft.com/v1.0`. */
  readonly path: string;
  readonly status?: number;
  readonly roles: string;
  readonly userAgent: string;
}

/** A request with application permissions. */
export function graphActivity(random: Random, request: GraphRequest): GraphActivity {
  const requestId = random.uuid();
  return {
    timeGenerated: request.time,
    location: 'Canada Central',
    requestId,
    operationId: requestId,
    clientRequestId: random.uuid(),
    apiVersion: 'v1.0',
    requestMethod: request.method,
    responseStatusCode: request.status ?? (request.method === 'POST' ? 201 : 200),
    tenantId: tenant.id,
    durationMs: random.integer(150_000, 900_000),
    responseSizeBytes: random.integer(400, 90_000),
    signInActivityId: request.signIn.uniqueTokenIdentifier,
    roles: request.roles,
    appId: request.application.appId,
    userId: null,
    servicePrincipalId: request.application.servicePrincipalId,
    scopes: null,
    identityProvider: `https://sts.windows.net/${tenant.id}/`,
    clientAuthMethod: '1',
    wids: '0997a1d0-0d1d-4acb-b408-d5ca73121e90',
    ipAddress: request.signIn.ipAddress,
    userAgent: request.userAgent,
    requestUri: `https://graph.microsoft.com/v1.0${request.path}`,
    tokenIssuedAt: request.signIn.createdDateTime,
  };
}
