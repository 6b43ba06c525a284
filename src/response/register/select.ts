import { Fault } from '../../shape/fault.ts';
import type { Credential } from './credential.ts';
import type { Standing } from './fold.ts';

/** A credential and where it stands. */
export interface Item extends Credential {
  readonly standing: Standing;
}

/** What a filter can ask for; several are all asked for. Texts are compared without regard to capitals. */
export interface Filter {
  readonly state?: string | undefined;
  readonly severity?: string | undefined;
  readonly kind?: string | undefined;
  readonly system?: string | undefined;
  readonly account?: string | undefined;
  readonly owner?: string | undefined;
}

export const filterNames = ['state', 'severity', 'kind', 'system', 'account', 'owner'] as const;

/** True if everything that the filter asks for is so. */
export function fits({ standing, kind, severity, system, account }: Item, filter: Filter): boolean {
  const values = { state: standing.state, severity, kind, system, account, owner: standing.owner ?? '' };
  return filterNames.every((name) => {
    const asked = filter[name];
    return asked === undefined || values[name].toLowerCase() === asked.toLowerCase();
  });
}

/**
 * The one whose id this is, or begins like this.
 *
 * @throws Fault `object-unknown`, `object-ambiguous`.
 */
export function oneOf(items: readonly Item[], text: string): Item {
  const exact = items.find(({ id }) => id === text);
  if (exact !== undefined) return exact;
  const begun = text === '' ? [] : items.filter(({ id }) => id.toLowerCase().startsWith(text.toLowerCase()));
  const [only, ...others] = begun;
  if (only === undefined) {
    throw new Fault('object-unknown', `no credential has the id ${text}`, {
      hint: 'List them with: snowfence respond list --case DIR',
    });
  }
  if (others.length > 0) {
    const some = begun.slice(0, 5).map(({ id }) => id);
    throw new Fault('object-ambiguous', `${begun.length} credentials have an id that begins with ${text}`, {
      hint: `Give more of it: ${some.join(', ')}${begun.length > some.length ? ', …' : ''}`,
    });
  }
  return only;
}
