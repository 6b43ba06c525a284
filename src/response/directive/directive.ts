import type { Instant } from '../../shape/instant.ts';
import type { Severity } from '../../shape/severity.ts';
import type { Due } from './due.ts';

/** How we know a statement: pages that say it, what was written from memory and has to be confirmed, or a promise of one's own. */
export interface Basis {
  /** Ids of the directive's sources. */
  readonly confirmed: readonly string[];
  readonly memory?: string | undefined;
  readonly own?: string | undefined;
}

/** Which credentials a clause is about, or that it is about the organization as a whole. */
export type Scope =
  | { readonly of: 'organization' }
  | { readonly of: 'all' }
  | { readonly of: 'kinds'; readonly kinds: readonly string[] }
  | { readonly of: 'severities'; readonly severities: readonly Severity[] };

/** One thing that has to be done, by somebody, until some time. */
export interface Clause {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly scope: Scope;
  /** When a credential has it behind itself; of no meaning for the organization. */
  readonly done: 'remediated' | 'verified';
  readonly due: Due;
  readonly isWeekly: boolean;
  /** What the authority asks to be told. */
  readonly report: readonly string[];
  readonly basis: Basis;
}

/** What binds an organization after a breach: a file of `content/directive/`, whose README describes its fields. */
export interface Directive {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  readonly status: 'in force' | 'retired';
  /** Day, e.g. `2026-01-08`. */
  readonly since: string;
  readonly binds: string;
  readonly start: { readonly what: string; readonly date: Instant | undefined };
  /** Days, e.g. `2024-07-04`. */
  readonly holidays: readonly string[];
  readonly clauses: readonly Clause[];
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url: string }[];
  readonly facts: readonly { readonly fact: string; readonly basis: Basis }[];
}
