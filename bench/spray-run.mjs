/** One run of all detectors over a tenant with or without an attacker, as a plain row. */
import { analysisViews } from '../dist/analysis/attempt.js';
import { measureSprays } from '../dist/analysis/spray/measure-sprays.js';
import { sql } from '../dist/store/sql.js';
import { ours, rules } from './spray-rules.mjs';
import { addTravel, attackTenant, openTenant, usualAttack } from './spray-tenant.mjs';

export const days = 60;
const dayMs = 86_400_000;
const start = Date.parse('2024-01-08T00:00:00Z');

/** An attacker's part of a campaign from which it counts as his, and the part of his attempts that is enough besides in a tenant without false campaigns. */
const partOfCampaign = 0.2;
const partOfAttack = 0.5;

export class Bench {
  #folder;
  #write;
  #open = { name: '', store: undefined };
  #falseCampaigns = new Map();

  /** @param {(row: object) => void} write gets every run */
  constructor(folder, write) {
    this.#folder = folder;
    this.#write = write;
  }

  async #tenant(tenant) {
    const name = JSON.stringify(tenant);
    if (this.#open.name !== name) {
      this.#open.store?.close();
      const { users, seed, travel = 0 } = tenant;
      const store = await openTenant(this.#folder, { users, days, seed });
      await addTravel(store, { perDay: travel, days, seed: 1 });
      this.#open = { name, store };
    }
    return this.#open.store;
  }

  /**
   * @param tenant users, seed, travel (unexplained guesses at new places a day on top of the laboratory's)
   * @param attack see `attackTenant`; none for a clean tenant
   * @param options of measureSprays; `until` (days) is how much of the evidence is seen; `withRules` runs the public rules too
   */
  async run(section, tenant, attack, { until, withRules = false, ...options } = {}) {
    const store = await this.#tenant(tenant);
    await store.run(sql`delete from sign_in where file_id = 2`);
    const attempts = attack === undefined ? 0 : await attackTenant(store, { ...usualAttack, ...attack });
    const window = until === undefined ? {} : { until: new Date(start + until * dayMs).toISOString() };
    for (const view of analysisViews(window)) await store.run(view);
    const before = performance.now();
    await measureSprays(store, options);
    const seconds = (performance.now() - before) / 1000;
    const campaigns = await store.rows(ours);
    const key = JSON.stringify([tenant, options, until]);
    if (attack === undefined) this.#falseCampaigns.set(key, campaigns.length);
    const isClean = (this.#falseCampaigns.get(key) ?? 0) === 0;
    const isOfAttacker = ({ attacks, attempts: all }) =>
      attacks > 0 && (attacks >= partOfCampaign * all || (isClean && attacks >= partOfAttack * attempts));
    const told = { ours: { found: campaigns.some(isOfAttacker), falseAlarms: campaigns.filter((one) => !isOfAttacker(one)).length } };
    for (const [name, query] of withRules ? Object.entries(rules) : []) {
      const alarms = await store.rows(query);
      const hits = alarms.filter(({ attacks }) => attacks > 0);
      const first = hits.length === 0 ? undefined : Math.min(...hits.map(({ at }) => at.getTime()));
      const from = attack?.from ?? usualAttack.from;
      told[name] = { found: hits.length > 0, falseAlarms: alarms.length - hits.length, ...(first === undefined ? {} : { days: (first - start) / dayMs - from }) };
    }
    const floor = await store.rows(sql`select attacker, noisePerDay, half, most from detection_floor order by position`);
    const row = { section, tenant, attack, options: { ...options, ...(until === undefined ? {} : { until }) }, attempts, seconds, told, floor };
    this.#write(row);
    return row;
  }

  close() {
    this.#open.store?.close();
  }
}

/** Wilson's interval of 95 % for `hits` of `runs`, as text in per cent. */
export function shareText(hits, runs) {
  if (runs === 0) return '–';
  const z = 1.96;
  const share = hits / runs;
  const middle = (share + z ** 2 / (2 * runs)) / (1 + z ** 2 / runs);
  const half = (z * Math.sqrt((share * (1 - share)) / runs + z ** 2 / (4 * runs ** 2))) / (1 + z ** 2 / runs);
  const percent = (value) => Math.round(100 * Math.min(1, Math.max(0, value)));
  return `${percent(share)} % (${percent(middle - half)}–${percent(middle + half)})`;
}

/** False alarms in 30 days with the interval of a Poisson count of 95 %, as text. */
export function rateText(alarms, months) {
  if (months === 0) return '–';
  // Wilson and Hilferty's approximation of the chi-square quantiles.
  const low = alarms === 0 ? 0 : alarms * (1 - 1 / (9 * alarms) - 1.96 / (3 * Math.sqrt(alarms))) ** 3;
  const next = alarms + 1;
  const high = next * (1 - 1 / (9 * next) + 1.96 / (3 * Math.sqrt(next))) ** 3;
  return `${(alarms / months).toFixed(2)} (${(low / months).toFixed(2)}–${(high / months).toFixed(2)})`;
}
