import { describe, expect, test } from 'vitest';
import type { Clause, Directive } from '../directive/directive.ts';
import { findDirective } from '../directive/find-directive.ts';
import type { Register } from '../register/fold.ts';
import { Clocks } from './clocks.ts';
import { countdown } from './countdown.ts';
import { type Duty, dutyOf } from './organization.ts';

const registerOf = (clauses: Readonly<Record<string, readonly string[]>>): Register => ({
  standings: new Map(),
  clauses: new Map(Object.entries(clauses)),
  tellings: [],
});

function duty(
  directive: Directive,
  id: string,
  now: string,
  times: Readonly<Record<string, readonly string[]>>,
  more: { start?: string; completed?: string } = {},
): Duty {
  const clause = directive.clauses.find((one): one is Clause => one.id === id);
  if (clause === undefined) throw new Error(id);
  const register = registerOf(
    Object.fromEntries(Object.entries(times).map(([name, list]) => [`${directive.id}/${name}`, list])),
  );
  const application = { directive, now, start: more.start };
  return dutyOf(clause, application, new Clocks(application, register), more.completed);
}

const ed = await findDirective('ed-24-02');
const weekly = (now: string, times: readonly string[], completed?: string): Duty =>
  duty(ed, 'weekly-update', now, { 'weekly-update': times }, completed === undefined ? {} : { completed });

describe('what repeats every week', () => {
  test.each([
    ['2024-05-03T00:00:00.000Z', [], '2024-05-09T03:59:00.000Z', false, 0],
    ['2024-05-10T00:00:00.000Z', [], '2024-05-09T03:59:00.000Z', true, 1],
    ['2024-05-10T00:00:00.000Z', ['2024-05-08T00:00:00.000Z'], '2024-05-16T03:59:00.000Z', false, 0],
    // Late, and counted for the week that runs.
    ['2024-05-11T00:00:00.000Z', ['2024-05-10T00:00:00.000Z'], '2024-05-23T03:59:00.000Z', false, 1],
    ['2024-05-20T00:00:00.000Z', ['2024-05-08T00:00:00.000Z'], '2024-05-16T03:59:00.000Z', true, 1],
  ] as const)('at %s after reports at %j', (now, times, due, isOverdue, missed) => {
    const told = weekly(now, times);
    expect([told.due, told.isOverdue, told.missed.length, told.isDone]).toEqual([due, isOverdue, missed, false]);
  });

  test('ends with the report after the last credential', () => {
    const times = ['2024-05-08T00:00:00.000Z', '2024-05-15T00:00:00.000Z'];
    expect(weekly('2024-06-20T00:00:00.000Z', times, '2024-05-14T00:00:00.000Z')).toMatchObject({
      isDone: true,
      due: undefined,
      isOverdue: false,
      missed: [],
    });
    expect(weekly('2024-06-20T00:00:00.000Z', times, '2024-05-16T00:00:00.000Z')).toMatchObject({
      isDone: false,
      isOverdue: true,
    });
  });
});

describe('laws', () => {
  test('count from the start that is given, and wait without one', async () => {
    const gdpr = await findDirective('gdpr-article-33');
    expect(duty(gdpr, 'notify-authority', '2024-02-01T00:00:00.000Z', {})).toMatchObject({
      due: undefined,
      isOverdue: false,
    });
    const started = { start: '2024-01-30T09:00:00.000Z' };
    expect(duty(gdpr, 'notify-authority', '2024-02-02T09:00:00.000Z', {}, started)).toMatchObject({
      due: '2024-02-02T09:00:00.000Z',
      isOverdue: true,
    });
    const late = { 'notify-authority': ['2024-02-03T00:00:00.000Z'] };
    expect(duty(gdpr, 'notify-authority', '2024-02-04T00:00:00.000Z', late, started)).toMatchObject({
      isDone: true,
      isLate: true,
    });
  });

  test('the final report of NIS 2 is due a month after the notification', async () => {
    const nis2 = await findDirective('nis2-article-23');
    const started = { start: '2024-01-29T09:00:00.000Z' };
    expect(duty(nis2, 'final-report', '2024-02-01T00:00:00.000Z', {}, started).due).toBe('2024-03-01T09:00:00.000Z');
    const sent = { notification: ['2024-01-30T12:00:00.000Z'] };
    expect(duty(nis2, 'final-report', '2024-02-01T00:00:00.000Z', sent, started).due).toBe('2024-02-29T12:00:00.000Z');
  });

  test('Form 8-K is due on the fourth business day, holidays and weekends left out', async () => {
    const sec = await findDirective('sec-8-k-item-1-05');
    // A Friday before the third Monday of January.
    const { due } = duty(sec, 'file-8-k', '2024-01-12T20:00:00.000Z', {}, { start: '2024-01-12T20:00:00.000Z' });
    expect(due).toBe('2024-01-19T22:30:00.000Z');
  });
});

test('a countdown tells minutes in the last hours', () => {
  const now = '2024-02-01T00:00:00.000Z';
  expect(
    [
      '2024-02-04T04:30:00.000Z',
      '2024-02-01T05:20:00.000Z',
      '2024-02-01T00:00:00.000Z',
      '2024-01-31T23:00:00.000Z',
      '2024-01-30T00:00:00.000Z',
    ].map((due) => countdown(due, now)),
  ).toEqual(['in 3 d 4 h', 'in 5 h 20 min', '0 min overdue', '1 h overdue', '2 d overdue']);
});
