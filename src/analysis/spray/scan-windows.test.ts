import { describe, expect, test } from 'vitest';
import { baselineOf, scanWindows, type Series } from './scan-windows.ts';
import { slowestFound } from './measure-floor.ts';

/** Seeded draws, so that the numbers below never change by themselves. */
class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  uniform(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    value ^= value + Math.imul(value ^ (value >>> 7), 61 | value);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  poisson(mean: number): number {
    let count = 0;
    for (let left = -Math.log(1 - this.uniform()); left < mean; count += 1) left -= Math.log(1 - this.uniform());
    return count;
  }
}

interface Tenant {
  readonly days: number;
  readonly perDay: number;
  /** By how much days differ beyond chance, as standard deviation over mean. */
  readonly uneven: number;
  readonly attack?: { readonly from: number; readonly until: number; readonly perDay: number };
}

/** People make mistakes in the day and rather on weekdays; an attacker tries at any time. */
function seriesOf(draw: Draw, { days, perDay, uneven, attack }: Tenant): Series {
  const hours: number[] = [];
  for (let day = 0; day < days; day += 1) {
    const busy = perDay * (day % 7 < 5 ? 1.25 : 0.375) * Math.exp(uneven * draw.normal() - uneven ** 2 / 2);
    const attacked = attack !== undefined && day >= attack.from && day < attack.until ? attack.perDay / 24 : 0;
    for (let hour = 0; hour < 24; hour += 1)
      hours.push(draw.poisson((busy * (hour >= 7 && hour < 19 ? 1.5 : 0.5)) / 24 + attacked));
  }
  return { firstDay: 19_730, hours, covered: Array.from({ length: days }, () => 1) };
}

const falseAlarmsPerMonth = 0.2;
const tenants: readonly Tenant[] = [
  { days: 60, perDay: 0.5, uneven: 0.3 },
  { days: 60, perDay: 5, uneven: 0.2 },
  { days: 60, perDay: 40, uneven: 0.3 },
  { days: 90, perDay: 150, uneven: 0.15 },
];

describe('in a tenant that nobody sprays', () => {
  test.each(tenants)('windows stand out no more often than accepted: $perDay guesses a day', (tenant) => {
    const draw = new Draw(tenant.perDay + 1);
    const runs = 80;
    const months = (runs * tenant.days) / 30;
    let alarms = 0;
    for (let run = 0; run < runs; run += 1) {
      if (scanWindows(seriesOf(draw, tenant), (falseAlarmsPerMonth * tenant.days) / 30) !== undefined) alarms += 1;
    }
    // Twice what is accepted would be a mistake in the method, not chance.
    expect(alarms / months).toBeLessThan(2 * falseAlarmsPerMonth);
  });

  test('too few days say nothing', () => {
    expect(scanWindows(seriesOf(new Draw(1), { days: 9, perDay: 5, uneven: 0.2 }), 0.1)).toBeUndefined();
  });
});

describe('the detection floor', () => {
  test.each(tenants)('is the rate that is found nine times of ten: $perDay guesses a day', (tenant) => {
    const draw = new Draw(tenant.perDay + 2);
    const falseAlarms = (falseAlarmsPerMonth * tenant.days) / 30;
    const runs = 60;
    const found = { half: 0, most: 0, quarter: 0 };
    for (let run = 0; run < runs; run += 1) {
      const clean = seriesOf(draw, tenant);
      const rate = slowestFound(baselineOf(clean), falseAlarms, 1);
      if (rate === undefined) throw new Error('there are days enough for a floor');
      for (const [name, perDay] of [
        ['half', rate.half],
        ['most', rate.most],
        ['quarter', rate.half / 4],
      ] as const) {
        const attack = { from: tenant.days - 30, until: tenant.days, perDay };
        const excess = scanWindows(seriesOf(draw, { ...tenant, attack }), falseAlarms);
        if (excess !== undefined && excess.until > attack.from * 24) found[name] += 1;
      }
    }
    expect(found.most / runs).toBeGreaterThan(0.8);
    expect(found.half / runs).toBeGreaterThan(0.35);
    expect(found.half).toBeLessThan(found.most);
    expect(found.quarter / runs).toBeLessThan(0.5);
  });
});

describe('a campaign', () => {
  test('is dated by the window in which it stands out', () => {
    const excess = scanWindows(
      seriesOf(new Draw(5), { days: 90, perDay: 20, uneven: 0.2, attack: { from: 40, until: 47, perDay: 60 } }),
      0.6,
    );
    expect(excess).toMatchObject({ from: 40 * 24, until: 47 * 24 });
    expect(excess?.expected).toBeGreaterThan(100);
    expect(excess?.expected).toBeLessThan(180);
  });

  test('of one hour is seen in that hour or its day', () => {
    const series = seriesOf(new Draw(6), { days: 40, perDay: 10, uneven: 0.2 });
    const hours = series.hours.map((count, hour) => (hour === 500 ? count + 40 : count));
    const excess = scanWindows({ ...series, hours }, 0.3);
    expect(excess?.from).toBeGreaterThanOrEqual(480);
    expect(excess?.until).toBeLessThanOrEqual(504);
  });

  test('on a quarter of the days before does not hide the one that is looked for', () => {
    const draw = new Draw(7);
    const contaminated = seriesOf(draw, {
      days: 90,
      perDay: 20,
      uneven: 0.2,
      attack: { from: 0, until: 15, perDay: 20 },
    });
    const hours = contaminated.hours.map((count, hour) => count + (hour >= 60 * 24 ? draw.poisson(1) : 0));
    expect(scanWindows({ ...contaminated, hours }, 0.6)).toBeDefined();
  });
});
