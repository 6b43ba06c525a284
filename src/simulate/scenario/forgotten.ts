import type { Person } from '../population/population.ts';
import { microsoftGraph, servicePrincipalIn } from './application.ts';
import type { Cast } from './cast.ts';
import { graphRole, legacyPermissions } from './permission.ts';
import type { Scene } from './scene.ts';

/** When somebody made what nobody looks after any more. */
const made = { account: '2019-05-14T08:20:00.000Z', application: '2019-05-14T09:05:00.000Z' } as const;

/** A test account of years ago, with the password that it got then. */
export function tellForgottenAccount({ attacked }: Scene, fallen: Person): void {
  attacked.chronicle.was(made.account, { kind: 'user', account: fallen });
  attacked.chronicle.was(made.account, { kind: 'password', account: fallen });
}

/** The account, and the application that it registered, which got power over production and has a secret that lasts for good. */
export function tellForgotten(scene: Scene, { fallen, legacy }: Cast): void {
  const { attacked, production } = scene;
  const time = made.application;
  tellForgottenAccount(scene, fallen);
  attacked.chronicle.was(time, { kind: 'application', application: legacy }, fallen);
  const secret = { application: legacy, keyId: legacy.keyId, name: 'initial', until: '2299-12-30T00:00:00.000Z' };
  attacked.chronicle.was(time, { kind: 'secret', on: 'application', ...secret });
  if (production !== attacked) {
    const own = servicePrincipalIn(attacked.population.tenantId, legacy);
    attacked.chronicle.was(time, { kind: 'service-principal', application: own });
  }
  production.chronicle.was(time, { kind: 'service-principal', application: legacy });
  for (const value of legacyPermissions)
    production.chronicle.was(time, {
      kind: 'app-role',
      application: legacy,
      resource: microsoftGraph,
      role: graphRole(value),
    });
}
