/**
 * How often the whole chain is told, and whether a clean tenant is ever told one: `node bench/story.mjs [seeds] [users]` after `npm run build`.
 * Every run simulates a tenant, reads its exports and examines them, then holds the stories against the truth, record by record.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openCase } from '../dist/index.js';
import { sql } from '../dist/store/sql.js';
import { wilson } from './interval.mjs';
import { print } from './run.mjs';

const run = promisify(execFile);
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const [seeds = '10', users = '300'] = process.argv.slice(2);

const tenants = [
  { title: 'no attack', options: ['--scenario', 'benign', '--days', '60'] },
  { title: 'midnight-blizzard, separate test tenant, 4 attempts a day', options: [] },
  { title: 'midnight-blizzard, separate test tenant, 1 attempt a day', options: ['--attempts-per-day', '1', '--spray-days', '30'] },
  {
    title: 'midnight-blizzard, same tenant, 1 attempt a day, copied clients, matched country',
    options: ['--attempts-per-day', '1', '--spray-days', '30', '--test-tenant', 'no', '--user-agents', 'copied', '--geography', 'matched'],
  },
  { title: 'two intruders: midnight-blizzard and consent-phish', options: ['--scenario', 'midnight-blizzard', '--scenario', 'consent-phish'] },
  { title: 'token-theft', options: ['--scenario', 'token-theft'] },
  { title: 'consent-phish', options: ['--scenario', 'consent-phish'] },
  { title: 'consent-phish from one rented server', options: ['--scenario', 'consent-phish', '--reading-servers', '1'] },
];

/** One tenant: what was told of it, and how that fits the truth. */
async function measure(options, seed) {
  const folder = mkdtempSync(join(tmpdir(), 'snowfence-bench-'));
  try {
    const out = join(folder, 'tenant');
    const common = ['--users', users, '--seed', String(seed), '--activity', '3', '--format', 'diagnostic,purview'];
    await run(process.execPath, [main, 'simulate', '--out', out, '--no-directory', ...common, ...options]);
    await run(process.execPath, [main, 'investigate', join(out, 'evidence'), '--case', join(folder, 'case')], { maxBuffer: 2 ** 26 });
    const { intrusions } = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8'));
    return { intrusions, stories: await toldStories(join(folder, 'case')), findings: await severities(join(folder, 'case')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function withStore(folder, query) {
  const opened = await openCase(folder);
  const rows = await opened.store.rows(query);
  opened.close();
  return rows;
}

/** Per story the ids of its records by stage. */
async function toldStories(folder) {
  const rows = await withStore(
    folder,
    sql`select e.story, s.stage, e.source_table, coalesce(a.id, b.id, c.id) as id from story_evidence e
      join story_stage s on s.story = e.story and s.position = e.position
      left join sign_in a on e.source_table = 'sign_in' and a.file_id = e.file_id and a.record = e.record
      left join activity b on e.source_table = 'activity' and b.file_id = e.file_id and b.record = e.record
      left join graph_activity c on e.source_table = 'graph_activity' and c.file_id = e.file_id and c.record = e.record`,
  );
  const stories = new Map();
  for (const { story, stage, id } of rows) {
    const told = stories.get(story) ?? { stages: new Set(), ids: new Set() };
    told.stages.add(stage);
    told.ids.add(id);
    stories.set(story, told);
  }
  return [...stories.values()];
}

function severities(folder) {
  return withStore(folder, sql`select severity, count(*)::integer as findings from finding group by all`);
}

const idsOf = (stages) => new Set(stages.flatMap((stage) => [...stage.signIn, ...stage.directoryAudit, ...stage.unifiedAudit, ...stage.graphActivity]));
const shared = (one, other) => [...one].filter((id) => other.has(id)).length;
const percent = (part, whole) => (whole === 0 ? '' : `${Math.round((100 * part) / whole)} %`);

const rows = [];
for (const { title, options } of tenants) {
  const sum = { intruders: 0, own: 0, complete: 0, stages: 0, stagesTold: 0, told: 0, right: 0, extra: 0, grave: 0 };
  for (let seed = 1; seed <= Number(seeds); seed += 1) {
    const { intrusions, stories, findings } = await measure(options, seed);
    const used = new Set();
    for (const { stages } of intrusions) {
      const truth = idsOf(stages);
      const best = stories.toSorted((a, b) => shared(b.ids, truth) - shared(a.ids, truth))[0];
      sum.intruders += 1;
      const seen = stages.filter((stage) => idsOf([stage]).size > 0);
      sum.stages += seen.length;
      if (best === undefined || shared(best.ids, truth) === 0) continue;
      if (!used.has(best)) sum.own += 1;
      used.add(best);
      const found = seen.filter((stage) => best.stages.has(stage.id) && shared(best.ids, idsOf([stage])) > 0);
      sum.stagesTold += found.length;
      const missing = seen.filter((stage) => !found.includes(stage)).map(({ id }) => id);
      process.stderr.write(`${title}, seed ${seed}: ${missing.length === 0 ? 'complete' : `without ${missing.join(', ')}`}\n`);
      if (missing.every((id) => id === 'spray')) sum.complete += 1;
    }
    const all = idsOf(intrusions.flatMap(({ stages }) => stages));
    for (const story of stories) {
      if (!used.has(story)) sum.extra += 1;
      sum.told += story.ids.size;
      sum.right += shared(story.ids, all);
    }
    sum.grave += findings.filter(({ severity }) => ['high', 'critical'].includes(severity)).reduce((total, one) => total + one.findings, 0);
  }
  rows.push({
    tenant: title,
    'a story of its own': sum.intruders === 0 ? '' : `${sum.own} of ${sum.intruders}`,
    'complete chain (without the spray)': sum.intruders === 0 ? '' : `${sum.complete} of ${sum.intruders}, ${wilson(sum.complete, sum.intruders)}`,
    'stages told': percent(sum.stagesTold, sum.stages),
    'records of stories that are the attacker’s': percent(sum.right, sum.told),
    'stories of nobody': `${sum.extra}, ${wilson(sum.extra, Number(seeds))} of tenants`,
    'high and critical findings a tenant': (sum.grave / Number(seeds)).toFixed(1),
  });
}
print(rows);
