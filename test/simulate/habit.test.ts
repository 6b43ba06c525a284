import { beforeAll, describe, expect, test } from 'vitest';
import { type Agenda, Diary } from '../../src/simulate/habit/agenda.ts';
import { deedKind, form, formPart, kindOf, outcomePart } from '../../src/simulate/habit/deed.ts';
import { live } from '../../src/simulate/habit/live.ts';
import { outcome } from '../../src/simulate/habit/outcome.ts';
import { rates } from '../../src/simulate/habit/rate.ts';
import { scansPerDay } from '../../src/simulate/habit/scanner.ts';
import { dayNumber, weekdayOf } from '../../src/simulate/population/day.ts';
import { Draw } from '../../src/simulate/population/draw.ts';
import { autonomousSystemOf } from '../../src/simulate/population/network.ts';
import { populate } from '../../src/simulate/population/population.ts';
import type { LogName } from '../../src/simulate/scenario/evidence.ts';

const firstDay = '2024-01-15';
const weeks = 6;
const days = weeks * 7;
const population = populate({ users: 1_500, seed: 'habits', firstDay });

interface SignIn {
  readonly day: number;
  readonly time: number;
  readonly who: number;
  readonly result: number;
  readonly form: number;
  readonly network: number;
}

const signIns: SignIn[] = [];
const agendas: Agenda[] = [];

beforeAll(() => {
  const first = dayNumber(firstDay);
  const diary = new Diary(first - 1);
  const logs = new Set<LogName>(['signIn', 'directoryAudit', 'unifiedAudit', 'graphActivity']);
  const world = { population, diary, firstDay: first, days, activity: 8, logs, draw: new Draw() };
  live(world, first - 1);
  diary.turn();
  for (let day = first; day < first + days; day += 1) {
    live(world, day);
    const agenda = diary.turn();
    agendas.push(agenda);
    for (const at of agenda.ordered()) {
      const code = agenda.codes[at] ?? 0;
      if (kindOf(code) !== deedKind.signIn) continue;
      signIns.push({
        day,
        time: agenda.times[at] ?? 0,
        who: agenda.who[at] ?? 0,
        result: outcomePart(code),
        form: formPart(code),
        network: autonomousSystemOf(agenda.sources[at] ?? 0),
      });
    }
  }
});

/** Networks of the listed sources are rented machines, where nobody of the tenant sits. */
const hosting = new Set([11, 12]);
const isScan = ({ network, form: its }: SignIn) => hosting.has((network - 64_512) % 16) && its !== form.renewal;
const own = () => signIns.filter((signIn) => signIn.who >= 0 && !isScan(signIn));
const wrong = () => own().filter(({ result }) => result === outcome.wrongPassword);
const isWorkday = (day: number) => ![0, 6].includes(weekdayOf(day));

describe('the noise of a tenant', () => {
  test('has the wrong passwords that the literature assumes', () => {
    const perUserAndDay = wrong().length / population.users / days;
    expect(perUserAndDay).toBeGreaterThan(0.12);
    expect(perUserAndDay).toBeLessThan(0.19);
  });

  test('has some of them in networks where the user never was', () => {
    const half = dayNumber(firstDay) + days / 2;
    const known = new Set(
      own()
        .filter(({ day, result }) => day < half && result <= outcome.given)
        .map(({ who, network }) => `${who} ${network}`),
    );
    const later = wrong().filter(({ day }) => day >= half);
    const strange = later.filter(({ who, network }) => !known.has(`${who} ${network}`)).length / later.length;
    expect(strange).toBeGreaterThan(0.07);
    expect(strange).toBeLessThan(0.18);
  });

  test('is unevenly spread over people and days', () => {
    const count = (key: (signIn: SignIn) => number) => {
      const counts = new Map<number, number>();
      for (const signIn of wrong()) counts.set(key(signIn), (counts.get(key(signIn)) ?? 0) + 1);
      return counts;
    };
    const dispersion = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length / mean;
    };
    const byPerson = count(({ who }) => who);
    expect(dispersion(Array.from({ length: population.users }, (_, who) => byPerson.get(who) ?? 0))).toBeGreaterThan(3);
    const byDay = count(({ day }) => day);
    expect(dispersion([...byDay].filter(([day]) => isWorkday(day)).map(([, value]) => value))).toBeGreaterThan(3);
    const mean = (weekday: number) => {
      const values = [...byDay].filter(([day]) => weekdayOf(day) === weekday).map(([, value]) => value);
      return values.reduce((sum, value) => sum + value, 0) / weeks;
    };
    expect(mean(1)).toBeGreaterThan((mean(2) + mean(3) + mean(4)) / 3);
  });

  test('ends well: most who mistype are in a moment later, from the same network', () => {
    const typed = wrong().filter((attempt) => attempt.form === form.interactive);
    const entered = new Map<number, SignIn[]>();
    for (const signIn of own())
      if (signIn.result <= outcome.given) entered.set(signIn.who, [...(entered.get(signIn.who) ?? []), signIn]);
    const recovered = typed.filter(({ who, day, time, network }) =>
      entered
        .get(who)
        ?.some((next) => next.day === day && next.network === network && next.time > time && next.time < time + 1.5e7),
    );
    expect(recovered.length / typed.length).toBeGreaterThan(0.85);
    expect(recovered.length).toBeLessThan(typed.length);
  });

  test('has phones that go on with an old password for days', () => {
    const retries = new Map<number, Set<number>>();
    for (const { who, day, form: its } of wrong())
      if (its === form.activeSync) retries.set(who, (retries.get(who) ?? new Set()).add(day));
    expect(retries.size).toBeGreaterThan(5);
    expect([...retries.values()].some((all) => all.size >= 2)).toBe(true);
  });

  test('is scanned by the internet every day, mostly for names that nobody has', () => {
    const scans = signIns.filter(({ result }) => result === outcome.unknownUser);
    expect(new Set(scans.map(({ day }) => day)).size).toBe(days);
    const expected = scansPerDay(population) * days * (1 - rates.scannedExisting);
    expect(scans.length / expected).toBeGreaterThan(0.7);
    expect(scans.length / expected).toBeLessThan(1.4);
  });
});

describe('people', () => {
  test('sign in about as often as they should on a working day, and less on others', () => {
    const people = population.users - population.dormant.length - population.service.length - population.test.length;
    const isPerson = ({ who }: SignIn) => who >= 0 && !population.service.includes(who);
    const mean = (wanted: boolean) => {
      const all = signIns.filter((signIn) => isPerson(signIn) && isWorkday(signIn.day) === wanted);
      return all.length / people / (wanted ? weeks * 5 : weeks * 2);
    };
    expect(mean(true)).toBeGreaterThan(rates.signInsPerWorkday * 0.75);
    expect(mean(true)).toBeLessThan(rates.signInsPerWorkday * 1.25);
    expect(mean(false)).toBeLessThan(mean(true) / 3);
  });

  test('who are dormant never do, except in the attempts of scanners', () => {
    const dormant = new Set(population.dormant);
    expect(own().filter(({ who }) => dormant.has(who))).toEqual([]);
  });

  test('use several networks each, and share the large ones', () => {
    const networks = new Map<number, Set<number>>();
    for (const { who, network, result } of own())
      if (result <= outcome.given) networks.set(who, (networks.get(who) ?? new Set()).add(network));
    const counts = [...networks.values()].map(({ size }) => size);
    expect(counts.reduce((sum, size) => sum + size, 0) / counts.length).toBeGreaterThan(1.8);
    const users = new Map<number, number>();
    for (const all of networks.values()) for (const each of all) users.set(each, (users.get(each) ?? 0) + 1);
    expect(Math.max(...users.values())).toBeGreaterThan(population.users / 10);
  });
});

test('administrators and applications do what they do in every tenant', () => {
  const operations = new Set(
    agendas.flatMap(({ told }) =>
      told.flatMap(({ log, record }) =>
        log === 'directoryAudit' && 'activityDisplayName' in record ? [record.activityDisplayName] : [],
      ),
    ),
  );
  for (const operation of [
    'Add user',
    'Reset user password',
    'Change user password',
    'User registered security info',
    'Add member to group',
    'Change user license',
    'Add application',
    'Add service principal',
    'Add app role assignment to service principal',
    'Update application – Certificates and secrets management ',
  ])
    expect(operations).toContain(operation);
  const kinds = new Set(agendas.flatMap(({ codes, count }) => [...codes.subarray(0, count)].map(kindOf)));
  expect([...kinds].toSorted((left, right) => left - right)).toEqual(Object.values(deedKind));
});
