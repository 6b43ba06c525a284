import type { Action } from '../journal/entry.ts';

/** Where a credential stands. `contradicted`: somebody said that it was reset, and the logs say otherwise. */
export const states = [
  'found',
  'assigned',
  'reset',
  'deactivated',
  'verified',
  'contradicted',
  'dismissed',
  'reopened',
] as const;

export type State = (typeof states)[number];

const open: readonly State[] = ['found', 'assigned', 'contradicted', 'reopened'];

const steps: Readonly<Partial<Record<Action, { readonly from: readonly State[]; readonly to: State }>>> = {
  assign: { from: open, to: 'assigned' },
  reset: { from: open, to: 'reset' },
  // What was reset may still be switched off for good, not the other way round.
  deactivate: { from: [...open, 'reset'], to: 'deactivated' },
  // Logs may show what nobody has said yet.
  verify: { from: [...open, 'reset', 'deactivated'], to: 'verified' },
  contradict: { from: ['reset', 'deactivated', 'verified'], to: 'contradicted' },
  dismiss: { from: ['found', 'assigned', 'reopened'], to: 'dismissed' },
  reopen: { from: ['reset', 'deactivated', 'verified', 'dismissed'], to: 'reopened' },
};

/** The state that follows, or undefined if this step is not possible. `enter` is none of these. */
export function stateAfter(state: State, action: Action): State | undefined {
  const step = steps[action];
  return step?.from.includes(state) === true ? step.to : undefined;
}

/** The states from which a step is possible. */
export function statesBefore(action: Action): readonly State[] {
  return steps[action]?.from ?? [];
}

/** True if nobody has to act on it any more. */
export function isRemediated(state: State): boolean {
  return state === 'reset' || state === 'deactivated' || state === 'verified' || state === 'dismissed';
}
