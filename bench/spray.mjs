/**
 * How slow a spray is found, by us and by public rules, in tenants of the laboratory:
 *
 *   npm run build && node bench/spray.mjs [--quick] [--only SECTION] [--cache FOLDER] [--out runs.jsonl]
 *
 * Every run is a line of JSON in `--out`; the tables are printed. `--cache` keeps the tenants, which take most of the time to make.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { print } from './run.mjs';
import { Bench, days, rateText, shareText } from './spray-run.mjs';

const { values: flags } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, cache: { type: 'string' }, out: { type: 'string' } },
});
const isQuick = flags.quick === true;
const folder = flags.cache ?? (await mkdtemp(join(tmpdir(), 'snowfence-bench-')));
const out = flags.out === undefined ? undefined : createWriteStream(flags.out);
const bench = new Bench(folder, (row) => out?.write(`${JSON.stringify(row)}\n`));

const seeds = (count) => Array.from({ length: isQuick ? Math.ceil(count / 4) : count }, (_, index) => `s${index + 1}`);
const small = (count, travel = 0) => seeds(count).map((seed) => ({ users: 500, seed, travel }));
const middle = (count, travel = 0) => (isQuick ? small(count, travel / 4) : seeds(count).map((seed) => ({ users: 5000, seed, travel })));
const detectors = ['ours', 'per address', '15-minute bucket', 'multi-source', 'per account'];
const count = (rows, of) => rows.filter(of).length;
const found = (rows, name = 'ours') => shareText(count(rows, ({ told }) => told[name]?.found === true), rows.length);
const falseAlarms = (rows, name = 'ours') =>
  rateText(rows.reduce((sum, { told }) => sum + told[name].falseAlarms, 0), (rows.length * days) / 30);
const agentsText = { fixed: 'one client', copied: 'copied from anybody', own: 'all copied from the victim' };

async function runAll(section, tenants, attacks, options) {
  const rows = [];
  for (const tenant of tenants) for (const attack of attacks) rows.push(await bench.run(section, tenant, attack, options));
  return rows;
}

const sections = {
  /** Tenants that nobody sprays: what is told all the same. */
  async clean() {
    const kinds = [
      ['500', small(24)],
      ['500, 5 travel guesses a day', small(12, 5)],
      ['5,000', middle(6)],
      ['5,000, 20 travel guesses a day', middle(6, 20)],
      ...(isQuick ? [] : [['50,000', [{ users: 50_000, seed: 's1', travel: 0 }]]]),
    ];
    const table = [];
    for (const [name, tenants] of kinds) {
      const rows = await runAll('clean', tenants, [undefined], { withRules: true });
      table.push({ 'users': name, 'tenants': rows.length, ...Object.fromEntries(detectors.map((one) => [one, falseAlarms(rows, one)])) });
    }
    print(table);
  },

  /** Which part of all attackers of the grid is found, by attempts a day. */
  async grid() {
    const rates = isQuick ? [5, 50] : [1, 2, 5, 15, 50, 200, 1000];
    for (const [users, tenants] of isQuick ? [[500, small(4)]] : [[500, small(3)], [5000, middle(1)]]) {
      const table = [];
      for (const perDay of rates) {
        const attacks = [5, 20, 200, 0].flatMap((accounts) =>
          [0, 20].flatMap((addresses) => [true, false].flatMap((isNear) => ['fixed', 'copied'].map((agents) => ({ perDay, accounts, addresses, isNear, agents })))),
        );
        const chosen = isQuick ? attacks.filter((_, index) => index % 4 === 0) : attacks;
        const rows = await runAll('grid', tenants, chosen, { withRules: true });
        table.push({ users, 'attempts a day': perDay, 'runs': rows.length, ...Object.fromEntries(detectors.map((one) => [one, found(rows, one)])) });
      }
      print(table);
    }
  },

  /** 30-day campaigns of 15 attempts a day at all accounts, one address each, and slower ones. */
  async goal() {
    for (const travel of isQuick ? [20] : [0, 20, 90]) {
      const table = [];
      for (const agents of ['fixed', 'copied', 'own']) {
        for (const isNear of agents === 'own' ? [true] : [true, false]) {
          const row = { 'travel guesses a day': travel, 'clients': agentsText[agents], 'places': isNear ? 'near' : 'far' };
          for (const perDay of isQuick ? [15] : [2, 5, 10, 15]) {
            const attacks = [1, 2].map((seed) => ({ perDay, agents, isNear, seed }));
            row[`${perDay} a day`] = found(await runAll('goal', middle(5, travel), attacks));
          }
          table.push(row);
        }
      }
      print(table);
    }
  },

  /** Days from the first attempt until it is told. */
  async delay() {
    const table = [];
    const seen = isQuick ? [4, 30] : [1, 2, 4, 7, 14, 21, 30];
    for (const agents of ['fixed', 'copied', 'own']) {
      for (const perDay of isQuick ? [50] : [15, 50, 200]) {
        const row = { 'clients': agentsText[agents], 'attempts a day': perDay };
        for (const after of seen) row[`${after} d`] = found(await runAll('delay', middle(4, 20), [{ perDay, agents }], { until: 30 + after }));
        table.push(row);
      }
    }
    print(table);
  },

  /** False campaigns that are accepted, false campaigns that there are, and what is found. */
  async roc() {
    const table = [];
    for (const falseCampaigns of isQuick ? [0.2, 1] : [0.02, 0.05, 0.1, 0.2, 0.5, 1, 3, 10]) {
      const row = { 'accepted in 30 days': falseCampaigns };
      row['told in 30 days'] = falseAlarms(await runAll('roc', small(16, 5), [undefined], { falseCampaigns }));
      for (const perDay of [2, 4, 8]) row[`${perDay} a day`] = found(await runAll('roc', small(16, 5), [{ perDay }], { falseCampaigns }));
      table.push(row);
    }
    print(table);
  },

  /** What is found and falsely told without one of the features. */
  async ablation() {
    const all = ['network', 'country', 'client', 'protocol', 'application'];
    const table = [];
    for (const features of [all, ...all.map((name) => all.filter((other) => other !== name)), ['network'], ['client', 'protocol', 'application']]) {
      const without = all.filter((name) => !features.includes(name));
      const row = { 'without': without.length === 0 ? 'nothing' : without.join(', ') };
      row['false in 30 days'] = falseAlarms(await runAll('ablation', small(8, 5), [undefined], { features }));
      for (const attack of [{ agents: 'copied', isNear: true }, { agents: 'copied', isNear: false }, { agents: 'fixed', isNear: true }]) {
        row[`${agentsText[attack.agents]}, ${attack.isNear ? 'near' : 'far'}, 4 a day`] = found(
          await runAll('ablation', small(8, 5), [{ perDay: 4, ...attack }], { features }),
        );
      }
      table.push(row);
    }
    print(table);
  },

  /** An attacker who reads the floor of this very tenant and stays below it, and attempts that he has in 30 days. */
  async knowing() {
    const table = [];
    for (const [agents, position] of [['fixed', 0], ['copied', 1], ['own', 2]]) {
      for (const part of [0.5, 1, 2]) {
        const rows = [];
        let attempts = 0;
        for (const tenant of middle(5, 20)) {
          const { floor } = await bench.run('knowing', tenant, undefined);
          const perDay = Math.max(0.1, (floor[position].half ?? 0) * part);
          rows.push(await bench.run('knowing', tenant, { perDay, agents }));
          attempts += perDay * 30;
        }
        table.push({ 'clients': agentsText[agents], 'of the rate found half of the time': part, 'attempts in 30 days': (attempts / rows.length).toFixed(0), 'found': found(rows) });
      }
    }
    print(table);
  },

  /** A spray that is older than the evidence, and one that began in its first half. */
  async contaminated() {
    const table = [];
    for (const from of [0, 15, 30]) {
      const row = { 'from day': from };
      for (const agents of ['fixed', 'copied', 'own']) {
        row[`${agentsText[agents]}, 15 a day`] = found(await runAll('contaminated', middle(5, 20), [{ perDay: 15, agents, from, until: days }]));
      }
      table.push(row);
    }
    print(table);
  },
};

try {
  for (const [name, section] of Object.entries(sections)) {
    if (flags.only !== undefined && flags.only !== name) continue;
    process.stdout.write(`\n### ${name}\n\n`);
    await section();
  }
} finally {
  bench.close();
  out?.end();
  if (flags.cache === undefined) await rm(folder, { recursive: true, force: true });
}
