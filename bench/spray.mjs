/**
 * How slow a spray is found, by us and by public rules, in tenants of the laboratory:
 *
 *   npm run build && node bench/spray.mjs [--quick] [--only SECTION] [--cache FOLDER] [--out runs.jsonl] [--pictures FOLDER]
 *
 * Every run is a line of JSON in `--out`; the tables are printed, and drawn if `--pictures` is given. `--cache` keeps the tenants, which
 * take long to make. Sections may run side by side, each into a file of its own: `node bench/spray-report.mjs FOLDER runs*.jsonl`
 * prints and draws all of them.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { report } from './spray-report.mjs';
import { Bench, days } from './spray-run.mjs';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string' },
    cache: { type: 'string' },
    out: { type: 'string' },
    pictures: { type: 'string' },
  },
});
const isQuick = flags.quick === true;
const folder = flags.cache ?? (await mkdtemp(join(tmpdir(), 'snowfence-bench-')));
const out = flags.out === undefined ? undefined : createWriteStream(flags.out);
const rows = [];
const bench = new Bench(folder, (row) => {
  rows.push(row);
  out?.write(`${JSON.stringify(row)}\n`);
});

const tenantsOf = (users, count, travel = 0) =>
  Array.from({ length: isQuick ? Math.ceil(count / 4) : count }, (_, index) => ({ users, seed: `s${index + 1}`, travel }));
const middle = (count, travel = 0) => (isQuick ? tenantsOf(500, count, travel / 4) : tenantsOf(5000, count, travel));
const scales = [1];

/** Every combination of the values of an object of lists. */
function combinations(lists) {
  return Object.entries(lists).reduce((all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))), [{}]);
}

async function runAll(section, tenants, attacks, options) {
  const done = [];
  for (const tenant of tenants) for (const attack of attacks) done.push(await bench.run(section, tenant, attack, options));
  return done;
}

const clients = ['fixed', 'copied', 'own'];

const sections = {
  /** Tenants that nobody sprays, with more and more strange wrong passwords: what is told all the same. */
  async clean() {
    for (const travel of [0, 5]) await runAll('clean', tenantsOf(500, 16, travel), [undefined], { scales });
    for (const travel of isQuick ? [] : [0, 20, 90]) await runAll('clean', tenantsOf(5000, 4, travel), [undefined], { scales });
  },

  /** The whole grid of attackers, over four tenants by turns. */
  async grid() {
    for (const users of isQuick ? [500] : [500, 5000]) {
      const perDay = isQuick ? [5, 50] : users === 500 ? [1, 2, 5, 15, 50, 200, 1000] : [1, 5, 15, 50, 1000];
      const attacks = combinations({ perDay, accounts: [5, 20, 200, 0], addresses: [0, 20], isNear: [true, false], agents: ['fixed', 'copied'] });
      const tenants = tenantsOf(users, 4);
      for (const [at, tenant] of tenants.entries()) {
        const turn = attacks.filter((_, index) => (index + Math.floor(index / tenants.length)) % tenants.length === at);
        await runAll('grid', [tenant], turn, { scales });
      }
    }
  },

  /** A part of the grid in large tenants, where each run takes a minute. */
  async large() {
    const attacks = combinations({ perDay: [15, 50, 200, 1000], accounts: [20, 0], agents: ['fixed', 'copied'] });
    await runAll('grid', isQuick ? [] : [{ users: 50_000, seed: 's1', travel: 0 }], attacks, { scales });
  },

  /** 30-day campaigns of 15 attempts a day and fewer at all accounts, one address each: with as many strange mistakes as the laboratory has, and more. */
  async goal() {
    for (const travel of isQuick ? [0] : [0, 20, 90]) {
      const attacks = [
        ...combinations({ perDay: [2, 5, 10, 15, 30], agents: ['fixed', 'copied'], isNear: [true, false] }),
        ...combinations({ perDay: [2, 5, 10, 15, 30], agents: ['own'] }),
        ...combinations({ perDay: [15], agents: ['copied'], isNear: [true, false], seed: [2, 3] }),
      ].filter(({ perDay }) => (isQuick ? perDay === 15 : travel === 0 || perDay >= 10));
      await runAll('goal', middle(travel === 0 ? 4 : 2, travel), attacks);
    }
  },

  /** Days from the first attempt until it is told. */
  async delay() {
    for (const after of isQuick ? [4, 30] : [2, 7, 14, 30])
      await runAll('delay', middle(2), combinations({ perDay: isQuick ? [50] : [15, 50], agents: ['fixed', 'copied'] }), { until: 30 + after });
  },

  /** False campaigns that are accepted or thresholds of the public rules, and what is found. */
  async roc() {
    const attacks = [undefined, ...combinations({ perDay: [1, 2, 4, 8] })];
    const scaled = [0.1, 0.2, 0.4, 0.6, 1, 2];
    for (const falseCampaigns of isQuick ? [0.2, 1] : [0.02, 0.2, 1, 10])
      await runAll('roc', tenantsOf(500, 6), attacks, { falseCampaigns, scales: falseCampaigns === 0.2 ? scaled : [] });
  },

  /** What is found and falsely told without one of the features. */
  async ablation() {
    const all = ['network', 'country', 'client', 'protocol', 'application'];
    const kinds = [{ agents: 'copied', isNear: true }, { agents: 'copied', isNear: false }, { agents: 'fixed', isNear: true }];
    const chosen = [all, ...all.map((name) => all.filter((other) => other !== name)), ['network', 'country'], ['client', 'protocol', 'application']];
    const attacks = [undefined, ...kinds.map((kind) => ({ perDay: 1, ...kind }))];
    for (const features of chosen) await runAll('ablation', tenantsOf(500, 4), attacks, { features });
  },

  /** An attacker who reads the floor of this very tenant and stays below it, or a little above. */
  async knowing() {
    for (const tenant of middle(3)) {
      const { floor } = await bench.run('clean', tenant, undefined);
      for (const [position, agents] of clients.entries()) {
        for (const part of [0.5, 1, 1.5, 2]) {
          const perDay = Math.max(0.1, (floor[position].half ?? 0) * part);
          await bench.run('knowing', tenant, { perDay, agents, part });
        }
      }
    }
  },

  /** A spray that is older than the evidence, and one that began in its first half. */
  async contaminated() {
    await runAll('contaminated', middle(3), combinations({ perDay: [15], agents: clients, from: [0, 15, 30], until: [days] }));
  },
};

try {
  for (const [name, section] of Object.entries(sections)) {
    if (flags.only !== undefined && flags.only !== name) continue;
    process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${name}\n`);
    await section();
  }
  await report(rows, flags.pictures);
} finally {
  bench.close();
  out?.end();
  if (flags.cache === undefined) await rm(folder, { recursive: true, force: true });
}
