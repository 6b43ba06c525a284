/**
 * Tables and pictures of the runs of `spray.mjs`:
 *
 *   node bench/spray-report.mjs FOLDER runs*.jsonl     (FOLDER gets the pictures)
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { rateText, shareOf, shareText } from './interval.mjs';
import { median, print } from './run.mjs';
import { drawDelay, drawGrid, drawRoc } from './spray-picture.mjs';

const daysOfTenant = 60;
const detectors = ['ours', 'per address', '15-minute bucket', 'multi-source', 'per account'];
const agentsText = { fixed: 'one client', copied: 'copied from anybody', own: 'all copied from the victim' };
const placeText = ({ agents, isNear = true }) => (agents === 'own' ? '' : isNear ? 'near' : 'far');

const isFound = (row, name = 'ours') => row.told[name]?.found === true;
const hitsOf = (rows, name) => rows.filter((row) => isFound(row, name)).length;
const found = (rows, name) => shareText(hitsOf(rows, name), rows.length);
const falseAlarms = (rows, name = 'ours') => rateText(rows.reduce((sum, { told }) => sum + told[name].falseAlarms, 0), (rows.length * daysOfTenant) / 30);
const distinct = (rows, of) => [...new Set(rows.map(of))].filter((value) => value !== undefined);
const ascending = (values) => values.toSorted((a, b) => a - b);

/** Rows in order of first appearance by a key, each group once. */
function groups(rows, keyOf) {
  const all = new Map();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    all.set(key, [...(all.get(key) ?? []), row]);
  }
  return [...all].map(([key, members]) => [JSON.parse(key), members]);
}

/** The rate that is found with this probability: shares that never fall, between two rates by the logarithm of the rate. */
function rateFor(rows, name, wanted) {
  let [before, share] = [undefined, 0];
  for (const rate of ascending(distinct(rows, ({ attack }) => attack.perDay))) {
    const here = rows.filter(({ attack }) => attack.perDay === rate);
    const next = Math.max(share, hitsOf(here, name) / here.length);
    if (next >= wanted) return before === undefined ? rate : Math.exp(Math.log(before) + ((wanted - share) / (next - share)) * Math.log(rate / before));
    [before, share] = [rate, next];
  }
  return Infinity;
}

/** With the interval of 200 draws of as many runs, always the same ones. */
function rateForText(rows, name, wanted) {
  let state = 1;
  const draw = (count) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % count;
  };
  const byRate = groups(rows, ({ attack }) => attack.perDay);
  const drawn = ascending(
    Array.from({ length: 200 }, () => rateFor(byRate.flatMap(([, members]) => members.map(() => members[draw(members.length)])), name, wanted)),
  );
  const slowest = Math.min(...rows.map(({ attack }) => attack.perDay));
  const fastest = Math.max(...rows.map(({ attack }) => attack.perDay));
  const text = (rate) => (rate === Infinity ? `> ${fastest}` : rate <= slowest ? `≤ ${slowest}` : rate.toFixed(rate < 10 ? 1 : 0));
  const [rate, low, high] = [rateFor(rows, name, wanted), drawn[5], drawn[194]].map(text);
  return low === high ? rate : `${rate} (${low}–${high})`;
}

const tables = {
  clean(rows) {
    const once = groups(rows.filter(({ options }) => Object.keys(options).length === 0), ({ tenant }) => tenant).map(([, members]) => members.toSorted((a, b) => Object.keys(b.told).length - Object.keys(a.told).length)[0]);
    for (const [[users, travel], members] of groups(once, ({ tenant }) => [tenant.users, tenant.travel])) {
      const floors = members.map(({ floor }) => floor.map(({ most }) => most ?? Infinity));
      this.row({
        users,
        'strange mistakes added a day': travel,
        'tenants': members.length,
        ...Object.fromEntries(detectors.map((name) => [`${name}, false in 30 days`, members.every(({ told }) => told[name] === undefined) ? '–' : falseAlarms(members.filter(({ told }) => told[name] !== undefined), name)])),
        'floor (9 of 10 found), median': [0, 1, 2].map((at) => median(floors.map((floor) => floor[at])).toFixed(1)).join(' / '),
      });
    }
  },
  grid(rows) {
    for (const [[users, perDay], members] of groups(rows, ({ tenant, attack }) => [tenant.users, attack.perDay]))
      this.row({ users, 'attempts a day': perDay, 'runs': members.length, ...Object.fromEntries(detectors.map((name) => [name, found(members, name)])) });
    this.end('Attempts a day that are found half of the time, and nine times of ten');
    const kinds = [
      ['all', () => true],
      ['one address each', ({ addresses }) => addresses === 0],
      ['20 addresses', ({ addresses }) => addresses === 20],
      ['one client, one address each', ({ addresses, agents }) => addresses === 0 && agents === 'fixed'],
      ['copied clients, one address each, near', ({ addresses, agents, isNear }) => addresses === 0 && agents === 'copied' && isNear],
      ['copied clients, one address each, far', ({ addresses, agents, isNear }) => addresses === 0 && agents === 'copied' && !isNear],
      ['5 accounts', ({ accounts }) => accounts === 5],
      ['20 accounts', ({ accounts }) => accounts === 20],
      ['200 accounts', ({ accounts }) => accounts === 200],
      ['all accounts', ({ accounts }) => accounts === 0],
    ];
    for (const [users, members] of groups(rows, ({ tenant }) => tenant.users)) {
      for (const [title, belongs] of kinds) {
        const chosen = members.filter(({ attack }) => belongs({ addresses: 0, isNear: true, ...attack }));
        if (chosen.length === 0) continue;
        const cells = detectors.map((name) => [name, `${rateForText(chosen, name, 0.5)}; ${rateForText(chosen, name, 0.9)}`]);
        this.row({ users, 'attackers': title, 'runs': chosen.length, ...Object.fromEntries(cells) });
      }
    }
  },
  goal(rows) {
    for (const [[travel, agents, place], members] of groups(rows, ({ tenant, attack }) => [tenant.travel, agentsText[attack.agents], placeText(attack)])) {
      const cells = groups(members, ({ attack }) => attack.perDay).map(([perDay, runs]) => [`${perDay} a day`, found(runs)]);
      this.row({ 'users': members[0].tenant.users, 'strange mistakes added a day': travel, 'clients': agents, 'places': place, ...Object.fromEntries(cells) });
    }
  },
  delay(rows) {
    for (const [[agents, perDay], members] of groups(rows, ({ attack }) => [attack.agents, attack.perDay])) {
      const cells = groups(members, ({ options }) => options.until).map(([until, runs]) => [`${until - 30} d`, found(runs)]);
      this.row({ 'clients': agentsText[agents], 'attempts a day': perDay, ...Object.fromEntries(cells) });
    }
  },
  roc(rows) {
    const of = (members, name) => {
      const attacked = members.filter(({ attack }) => attack !== undefined);
      const cells = groups(attacked, ({ attack }) => attack.perDay).map(([perDay, runs]) => [`${perDay} a day`, found(runs, name)]);
      return { 'false in 30 days': falseAlarms(members.filter(({ attack }) => attack === undefined), name), ...Object.fromEntries(cells) };
    };
    for (const [accepted, members] of groups(rows, ({ options }) => options.falseCampaigns)) this.row({ detector: `ours, ${accepted} accepted`, ...of(members, 'ours') });
    const withRules = rows.filter(({ told }) => Object.keys(told).length > 1);
    for (const name of Object.keys(withRules[0]?.told ?? {}).filter((one) => one !== 'ours')) this.row({ detector: name, ...of(withRules, name) });
  },
  ablation(rows) {
    const all = rows[0].options.features;
    for (const [features, members] of groups(rows, ({ options }) => options.features)) {
      const without = all.filter((name) => !features.includes(name)).join(', ') || 'nothing';
      const attacked = members.filter(({ attack }) => attack !== undefined);
      const cells = groups(attacked, ({ attack }) => [agentsText[attack.agents], placeText(attack), attack.perDay]).map(([names, runs]) => [`${names[0]}, ${names[1]}, ${names[2]} a day`, found(runs)]);
      this.row({ without, 'false in 30 days': falseAlarms(members.filter(({ attack }) => attack === undefined)), ...Object.fromEntries(cells) });
    }
  },
  knowing(rows) {
    for (const [[agents, part], members] of groups(rows, ({ attack }) => [attack.agents, attack.part])) {
      const attempts = members.reduce((sum, { attack }) => sum + attack.perDay * 30, 0) / members.length;
      this.row({ 'clients': agentsText[agents], 'of the rate that the floor says is found half of the time': part, 'attempts in 30 days': attempts.toFixed(0), 'found': found(members) });
    }
  },
  contaminated(rows) {
    for (const [from, members] of groups(rows, ({ attack }) => attack.from)) {
      const cells = groups(members, ({ attack }) => attack.agents).map(([agents, runs]) => [`${agentsText[agents]}, 15 a day`, found(runs)]);
      this.row({ 'from day': from, ...Object.fromEntries(cells) });
    }
  },
};

/** Prints the tables of the sections that have runs; draws into `folder` if it is given. */
export async function report(rows, folder) {
  for (const [section, make] of Object.entries(tables)) {
    const chosen = rows.filter((row) => row.section === section);
    if (chosen.length === 0) continue;
    let table = [];
    const out = {
      row: (cells) => table.push(cells),
      end: (title) => {
        if (table.length > 0) print(table);
        table = [];
        process.stdout.write(`\n${title}:\n\n`);
      },
    };
    process.stdout.write(`\n### ${section}\n\n`);
    make.call(out, chosen);
    if (table.length > 0) print(table);
  }
  if (folder === undefined) return;
  const shares = (section, split) => groups(rows.filter((row) => row.section === section), split);
  await drawGrid(folder, pointsOfGrid(rows));
  await drawDelay(folder, shares('delay', ({ attack }) => [attack.agents, attack.perDay]).map(([[agents, perDay], members]) => ({
    name: `${agentsText[agents]}, ${perDay} a day`,
    points: groups(members, ({ options }) => options.until - 30).map(([after, runs]) => ({ x: after, ...shareOf(hitsOf(runs), runs.length) })),
  })));
  await drawRoc(folder, pointsOfRoc(rows.filter(({ section }) => section === 'roc')));
}

/** Of the size of tenants with the most runs. */
function pointsOfGrid(rows) {
  const bySize = groups(rows.filter(({ section }) => section === 'grid'), ({ tenant }) => tenant.users);
  const [users, grid] = bySize.toSorted(([, one], [, other]) => other.length - one.length)[0] ?? [0, []];
  const series = detectors.map((name) => ({
    name,
    points: groups(grid, ({ attack }) => attack.perDay).map(([perDay, runs]) => ({ x: perDay, ...shareOf(hitsOf(runs, name), runs.length) })),
  }));
  return { users, series };
}

/** Of each detector: false alarms in 30 days against the share found of sprays with two attempts a day. */
function pointsOfRoc(rows) {
  const perDay = 2;
  const point = (members, name) => {
    const clean = members.filter(({ attack }) => attack === undefined);
    const attacked = members.filter(({ attack }) => attack?.perDay === perDay);
    const alarms = clean.reduce((sum, { told }) => sum + told[name].falseAlarms, 0);
    return { x: alarms / ((clean.length * daysOfTenant) / 30), ...shareOf(hitsOf(attacked, name), attacked.length) };
  };
  const withRules = rows.filter(({ told }) => Object.keys(told).length > 1);
  const names = Object.keys(withRules[0]?.told ?? {}).filter((name) => name !== 'ours');
  return [
    { name: 'ours', points: groups(rows, ({ options }) => options.falseCampaigns).map(([, members]) => point(members, 'ours')) },
    ...detectors.slice(1).map((name) => ({ name, points: names.filter((one) => one.startsWith(name)).map((one) => point(withRules, one)) })),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, ...files] = process.argv.slice(2);
  const rows = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)));
  await report(rows, folder);
}
