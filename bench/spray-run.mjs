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
   * @param options of measureSprays; `until` (days) is how much of the evidence is seen; `scales` runs the public rules too, with
   * their thresholds multiplied by each
   */
  async run(section, tenant, attack, { until, scales = [], ...options } = {}) {
    const key = JSON.stringify([tenant, options, until]);
    if (attack !== undefined && !this.#falseCampaigns.has(key)) await this.run('clean', tenant, undefined, { until, scales, ...options });
    const store = await this.#tenant(tenant);
    await store.run(sql`delete from sign_in where file_id = 2`);
    const attempts = attack === undefined ? 0 : await attackTenant(store, { ...usualAttack, ...attack });
    const window = until === undefined ? {} : { until: new Date(start + until * dayMs).toISOString() };
    for (const view of analysisViews(window)) await store.run(view);
    const before = performance.now();
    await measureSprays(store, options);
    const seconds = (performance.now() - before) / 1000;
    const campaigns = await store.rows(ours);
    if (attack === undefined) this.#falseCampaigns.set(key, campaigns.length);
    const isClean = this.#falseCampaigns.get(key) === 0;
    const isOfAttacker = ({ attacks, attempts: all }) =>
      attacks > 0 && (attacks >= partOfCampaign * all || (isClean && attacks >= partOfAttack * attempts));
    const told = { ours: { found: campaigns.some(isOfAttacker), falseAlarms: campaigns.filter((one) => !isOfAttacker(one)).length } };
    for (const [name, rule] of Object.entries(rules)) {
      for (const scale of scales) told[scale === 1 ? name : `${name} x ${scale}`] = await this.#heard(store, rule(scale), attack);
    }
    const floor = await store.rows(sql`select attacker, noisePerDay, half, most from detection_floor order by position`);
    const row = { section, tenant, attack, options: { ...options, ...(until === undefined ? {} : { until }) }, attempts, seconds, told, floor };
    this.#write(row);
    return row;
  }

  /** Whether a public rule raised an alarm about the attacker, and after how many days; an alarm without any record of his is false. */
  async #heard(store, query, attack) {
    const alarms = await store.rows(query);
    const hits = alarms.filter(({ attacks }) => attacks > 0);
    const first = Math.min(...hits.map(({ at }) => at.getTime()));
    const days = hits.length === 0 ? {} : { days: (first - start) / dayMs - (attack?.from ?? usualAttack.from) };
    return { found: hits.length > 0, falseAlarms: alarms.length - hits.length, ...days };
  }

  close() {
    this.#open.store?.close();
  }
}
