import type { Instant } from '../../shape/instant.ts';
import type { Account, Role } from '../scenario/account.ts';
import type { Application, AppRole, Resource } from '../scenario/application.ts';

/** What a change leaves in a tenant's directory. */
export type Effect =
  | { readonly kind: 'application' | 'service-principal'; readonly application: Application }
  | {
      readonly kind: 'secret';
      readonly application: Application;
      readonly keyId: string;
      readonly name: string;
      readonly on: 'application' | 'servicePrincipal';
      /** Two years from then, unless it says. */
      readonly until?: Instant;
    }
  | {
      readonly kind: 'app-role';
      readonly application: Application;
      readonly resource: Resource;
      readonly role: AppRole;
    }
  | {
      readonly kind: 'consent';
      readonly application: Application;
      readonly resource: Resource;
      /** Space separated. */
      readonly scopes: string;
      /** Without one for everybody. */
      readonly user: Account | undefined;
    }
  | { readonly kind: 'user' | 'second-factor' | 'password'; readonly account: Account }
  | { readonly kind: 'role'; readonly account: Account; readonly role: Role }
  | {
      readonly kind: 'member';
      readonly account: Account;
      readonly group: { readonly id: string; readonly displayName: string };
    };

export interface DatedEffect {
  readonly time: Instant;
  readonly effect: Effect;
  /** The user who did it, if one did. */
  readonly by?: Account;
}
