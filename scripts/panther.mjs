/**
 * What our rules and SigmaHQ's decide about the test events of panther-analysis. `evaluate.mjs` prints it and
 * `test/real/panther.test.ts` proves it; so this file is given the program, built or not.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

export async function readClaims() {
  return parse(await readFile(new URL('../test/real/panther-claims.yml', import.meta.url), 'utf8'));
}

export async function readEvents(folder) {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.yml')).toSorted();
  const events = [];
  for (const path of paths) {
    const { Tests: tests = [] } = parse(await readFile(join(folder, path), 'utf8'));
    for (const [index, { Log: record, ExpectedResult: expected }] of tests.entries()) {
      events.push({ rule: basename(path, '.yml'), number: index + 1, expected, record });
    }
  }
  return events;
}

export async function runEvents({ openCase, openEvidence, ingestContent, detect, sql }, events, rules) {
  const root = await mkdtemp(join(tmpdir(), 'snowfence-panther-'));
  const path = join(root, 'events.jsonl');
  await writeFile(path, events.map(({ record }) => `${JSON.stringify(record)}\n`).join(''));
  const { store, folder, close } = await openCase(join(root, 'case'), { create: true });
  try {
    // Duplicates stay: events of different tests have the same id, and two are the same to the byte.
    const modified = new Date(0);
    for await (const content of openEvidence(path, folder)) await ingestContent(store, content, folder, { modified });
    await detect(store, { rules });
    const rows = await store.rows(sql`
      select record, coalesce(list(distinct detection) filter (detection is not null), []) as found
      from (select record from sign_in union all select record from activity union all select record from graph_activity)
      left join match using (record) group by record`);
    const found = new Map(rows.map((row) => [events[row.record - 1], row.found]));
    return events.map((event) => ({ event, found: found.get(event) }));
  } finally {
    close();
    await rm(root, { recursive: true });
  }
}

export function decide({ event, found }, claims) {
  const { claims: names = [], none, differs = {} } = claims[event.rule] ?? {};
  if (none !== undefined) return { event, verdict: 'not claimed', reason: none };
  const isFound = names.some((name) => found?.includes(name));
  const verdict = isFound === event.expected ? 'as labelled' : 'otherwise';
  return { event, verdict, isFound, reason: differs[event.number] };
}
