import type { FaultPlace } from '../shape/fault.ts';
import { type Advice, advise } from '../sigma/index.ts';
import type { AskedRules } from './asked-rules.ts';

/** From the mildest up. */
export const lintLevels = ['advice', 'warning', 'error'] as const;
export type LintLevel = (typeof lintLevels)[number];

/** A fault of a rule file, or a piece of advice. */
export interface LintFinding {
  readonly level: LintLevel;
  /** The fault's code, or the advice's kind. */
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
  readonly place: FaultPlace;
}

/** Everything that is to be said about the asked files, by file and place. */
export function lint({ set, faults, isAsked }: AskedRules): LintFinding[] {
  const errors = faults.map(
    ({ code, message, hint, place }): LintFinding => ({ level: 'error', kind: code, message, hint, place }),
  );
  const advice = advise(set, (file) => isAsked({ place: { file } })).map((found) => ({
    ...found,
    level: levelOf(found),
  }));
  return [...errors, ...advice].toSorted(byPlace);
}

function levelOf({ kind }: Advice): LintLevel {
  return kind === 'cannot-match' ? 'warning' : 'advice';
}

function byPlace({ place: a }: LintFinding, { place: b }: LintFinding): number {
  if (a.file !== b.file) return (a.file ?? '') < (b.file ?? '') ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

export function isAtLeastLevel(level: LintLevel, least: LintLevel): boolean {
  return lintLevels.indexOf(level) >= lintLevels.indexOf(least);
}
