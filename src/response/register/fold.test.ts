import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, noHash, sealed } from '../journal/entry.ts';
import { fold } from './fold.ts';
import { isRemediated, states, stateAfter } from './state.ts';

const times = [
  '2024-01-01T00:00:00.000Z',
  '2024-01-02T00:00:00.000Z',
  '2024-01-03T00:00:00.000Z',
  '2024-01-04T00:00:00.000Z',
];
const journal = (actions: readonly (readonly [Action, Readonly<Record<string, string>>])[]) =>
  actions.map(([action, values], index) =>
    sealed({
      number: index + 1,
      time: times[index] ?? '',
      actor: 'nora',
      action,
      credentials: ['a'],
      values,
      before: noHash,
    }),
  );

describe('the fold of a journal', () => {
  const entries = journal([
    ['enter', { at: '2023-12-31T00:00:00.000Z' }],
    ['assign', { to: 'ina' }],
    ['reset', { at: '2024-01-02T12:00:00.000Z', note: 'CHG-1' }],
    ['contradict', { note: 'used on 3 January' }],
  ]);

  test('says state, owner and times', () => {
    expect(fold(entries).standings.get('a')).toMatchObject({
      state: 'contradicted',
      owner: 'ina',
      entered: '2023-12-31T00:00:00.000Z',
      remediated: undefined,
      note: 'used on 3 January',
    });
  });

  test('up to a time says what was so then', () => {
    expect(fold(entries, times[2]).standings.get('a')).toMatchObject({
      state: 'reset',
      remediated: '2024-01-02T12:00:00.000Z',
    });
    expect(fold(entries, '2023-12-31T23:59:59.999Z').standings.size).toBe(0);
  });
});

describe('states', () => {
  test('logs verify what people said or have not said yet, and contradict only what they said', () => {
    expect(states.filter((state) => stateAfter(state, 'verify') !== undefined)).toEqual([
      'found',
      'assigned',
      'reset',
      'deactivated',
      'contradicted',
      'reopened',
    ]);
    expect(states.filter((state) => stateAfter(state, 'contradict') !== undefined)).toEqual([
      'reset',
      'deactivated',
      'verified',
    ]);
    expect(states.filter((state) => stateAfter(state, 'dismiss') !== undefined)).toEqual([
      'found',
      'assigned',
      'reopened',
    ]);
    expect(states.filter((state) => isRemediated(state))).toEqual(['reset', 'deactivated', 'verified', 'dismissed']);
  });

  test('whatever is asked for in whatever order, what is remediated has its time and what is not has none', () => {
    const action = fc.constantFrom<Action>(
      'enter',
      'assign',
      'reset',
      'deactivate',
      'verify',
      'contradict',
      'dismiss',
      'reopen',
      'note',
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const entries = journal(actions.map((one) => [one, { to: 'ina', at: '2024-01-01T00:00:00.000Z' }] as const));
        const standing = fold(entries).standings.get('a');
        if (standing !== undefined) expect(standing.remediated !== undefined).toBe(isRemediated(standing.state));
      }),
    );
  });
});
