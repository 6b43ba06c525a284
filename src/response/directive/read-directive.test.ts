import { describe, expect, test } from 'vitest';
import { Fault } from '../../shape/fault.ts';
import { readDirective } from './read-directive.ts';

const good = `id: own
title: A promise
authority: Us
status: in force
since: 2024-01-01
binds: Everybody
start:
  what: The day of the breach
clauses:
  - id: reset
    what: Reset all.
    who: owner
    of: {kinds: [jwt]}
    done: remediated
    due: discovery + 1 day
    source: {own: Ours.}
`;

function faultOf(text: string): string {
  try {
    readDirective(text, 'own.yaml');
  } catch (error) {
    if (error instanceof Fault) return `${error.code} ${error.located}`;
    throw error;
  }
  return 'none';
}

describe('a directive', () => {
  test('is read', () => {
    const { clauses, start } = readDirective(good, 'own.yaml');
    expect(start).toEqual({ what: 'The day of the breach', date: undefined });
    expect(clauses[0]).toMatchObject({
      id: 'reset',
      scope: { of: 'kinds', kinds: ['jwt'] },
      done: 'remediated',
      isWeekly: false,
    });
  });

  test.each([
    ['due: discovery + 1 day', 'due: soon', 'own.yaml:15:10: "due" is "soon"'],
    ['status: in force', 'status: maybe', 'own.yaml:4:9: "status" is "maybe"'],
    ['    who: owner\n', '', 'own.yaml:10:5: a clause needs "who"'],
    ['    who: owner', '    who: owner\n    whom: him', 'own.yaml:13:5: a clause has no field "whom"'],
    ['{own: Ours.}', '{confirmed: [page]}', 'own.yaml:16:26: "page" is not among the sources'],
    ['{own: Ours.}', '{}', 'own.yaml:16:13: a statement needs what it rests on'],
    ['{kinds: [jwt]}', '{severities: [bad]}', 'own.yaml:13:23: "bad" is no severity'],
    ['    done: remediated\n', '', 'own.yaml:10:5: clause "reset" is about credentials and needs "done"'],
    [
      'discovery + 1 day',
      'clause later + 1 day',
      'own.yaml:10:5: clause "reset" waits for "later", which is not above it',
    ],
    ['id: own', 'id: [own', 'own.yaml:'],
    [good, '', 'own.yaml:1: the file must hold one directive'],
    ['since: 2024-01-01', 'since: 2024-02-30', 'own.yaml:5:8: "since" is "2024-02-30"'],
  ])('with %j as %j is told with its line', (from, to, told) => {
    expect(faultOf(good.replace(from, to))).toContain(`directive-invalid ${told}`);
  });
});
