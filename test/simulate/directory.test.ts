import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '../../src/case/audit.ts';
import { findPaths } from '../../src/case/find-paths.ts';
import { openCase } from '../../src/case/open-case.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { allChecks } from '../../src/posture/registry.ts';
import type { Path } from '../../src/privilege/path.ts';
import type { PathTruth, PostureTruth, ToldWeakness } from '../../src/simulate/directory/posture-truth.ts';
import { lessonIds } from '../../src/simulate/directory/weakness/lesson.ts';
import { consentPhish } from '../../src/simulate/scenario/consent-phish.scenario.ts';
import { midnightBlizzard } from '../../src/simulate/scenario/midnight-blizzard.scenario.ts';
import { simulate, type SimulateOptions } from '../../src/simulate/scenario/simulate.ts';
import { sql } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snowfence-directory-'));
});
afterAll(() => rm(root, { recursive: true }));

/** Few people and days: enough for the checks that read a week of sign-ins of applications. */
const small = {
  scenarios: [],
  parameters: {},
  without: [],
  format: 'diagnostic',
  users: 24,
  firstDay: '2024-01-08',
  days: 9,
  activity: 0.5,
  seed: '1',
} as const;

interface Audited {
  readonly posture: PostureTruth;
  readonly paths: PathTruth;
  /** By check and tenant. */
  readonly verdicts: ReadonlyMap<string, string>;
  readonly objects: ReadonlyMap<string, readonly string[]>;
  readonly found: readonly (Path & { readonly tenant: string })[];
}

async function auditOf(name: string, options: Partial<SimulateOptions>): Promise<Audited> {
  const out = join(root, name);
  const { posture, paths } = await simulate({ ...small, ...options, out });
  if (posture === undefined || paths === undefined) throw new Error('no directory');
  const opened = await openCase(join(root, `${name} case`), { create: true });
  try {
    await ingest(opened.store, join(root, `${name} case`), [join(out, 'evidence')]);
    await audit(opened.store);
    return { posture, paths, ...(await answersOf(opened.store)), found: await pathsOf(opened.store, paths) };
  } finally {
    opened.close();
  }
}

async function answersOf(store: Store): Promise<Pick<Audited, 'verdicts' | 'objects'>> {
  const verdicts = await store.rows<{ key: string; verdict: string }>(
    sql`select "check" || ' ' || tenantId as key, verdict from posture_verdict`,
  );
  const objects = await store.rows<{ key: string; ids: string[] }>(
    sql`select "check" || ' ' || tenantId as key, list(id order by id) as ids from posture_object group by all`,
  );
  return {
    verdicts: new Map(verdicts.map(({ key, verdict }) => [key, verdict])),
    objects: new Map(objects.map(({ key, ids }) => [key, ids])),
  };
}

/** Everybody's ways to the ends and to what else the truth names. */
async function pathsOf(store: Store, { planted }: PathTruth): Promise<Audited['found']> {
  const others = new Set(planted.map(({ to }) => to).filter((to) => to.includes(':')));
  const outcomes = [await findPaths(store, { limit: 100_000 })];
  for (const to of others) outcomes.push(await findPaths(store, { to, limit: 100_000 }));
  return outcomes.flatMap(({ sets }) => sets.flatMap(({ paths }) => paths));
}

const keyOf = ({ check, tenant }: Pick<ToldWeakness, 'check' | 'tenant'>) => `${check} ${tenant}`;

/** Objects that the truth names and the audit does not. */
function missed({ posture, objects }: Audited, isAsked: (weakness: ToldWeakness) => boolean = () => true) {
  return posture.planted.filter(isAsked).flatMap((weakness) => {
    const ids = weakness.objects.filter((id) => !(objects.get(keyOf(weakness)) ?? []).includes(id));
    return ids.length === 0 ? [] : [{ check: weakness.check, why: weakness.why, ids }];
  });
}

/** Whether the kinds come in this order among the steps. */
function hasSteps(path: Path | undefined, edges: readonly string[]): boolean {
  let next = 0;
  for (const { edge } of path?.steps ?? []) if (edge === edges[next]) next += 1;
  return path !== undefined && next === edges.length;
}

function pathFaults({ paths, found }: Audited) {
  const wayOf = (wanted: { tenant: string; from: string; to: string }) =>
    found.find(({ tenant, from, to }) => tenant === wanted.tenant && from === wanted.from && to === wanted.to);
  return {
    missing: paths.planted.filter((path) => !hasSteps(wayOf(path), path.edges)),
    wrong: paths.nearMisses.filter((path) => wayOf(path) !== undefined),
  };
}

describe.each(['1', '2'])('the directory of seed %s', (seed) => {
  test('of a tenant that is well kept fails no check that its truth does not explain', async () => {
    const { posture, verdicts, objects } = await auditOf(`kept ${seed}`, { seed });
    expect(posture.planted).toEqual([]);
    const unexplained = [...objects].flatMap(([key, ids]) => {
      const told = posture.accepted.filter((each) => keyOf(each) === key);
      const left = ids.filter((id) => !told.some((each) => each.objects.includes(id)));
      return left.length === 0 ? [] : [{ key, left }];
    });
    expect(unexplained).toEqual([]);
    const met = [...verdicts.values()].filter((verdict) => verdict === 'met');
    expect(met.length).toBeGreaterThan(verdicts.size * 0.75);
    expect([...verdicts].filter(([, verdict]) => verdict === 'not-examined')).toEqual([]);
  }, 240_000);

  test('with the weaknesses of every lesson fails each check for what was planted, and has the ways that were', async () => {
    const audited = await auditOf(`weak ${seed}`, { seed, weak: lessonIds });
    expect(missed(audited)).toEqual([]);
    expect(pathFaults(audited)).toEqual({ missing: [], wrong: [] });
    expect(new Set(audited.posture.planted.map(({ lesson }) => lesson))).toEqual(new Set(lessonIds));
    expect(audited.paths.planted.length).toBeGreaterThan(8);
    expect(audited.paths.nearMisses.length).toBeGreaterThan(4);
  }, 240_000);
});

describe('the directories of an intrusion', () => {
  const brief = { quietDays: 2, sprayDays: 3, stageDays: 1, readingDays: 2 };

  test('hold what the intruder made, and the way from one tenant into the other', async () => {
    const audited = await auditOf('intrusion', { scenarios: [midnightBlizzard], parameters: brief, days: 14 });
    // A case keeps a file once: what the policies of the two tenants have alike to the byte is examined in one of them.
    const isExamined = (weakness: ToldWeakness) => audited.verdicts.get(keyOf(weakness)) !== 'not-examined';
    expect(missed(audited, isExamined)).toEqual([]);
    expect(pathFaults(audited)).toEqual({ missing: [], wrong: [] });
    const ways = audited.paths.planted.filter(({ edges }) => edges.includes('foreign-application-signs-in-as'));
    expect(new Set(ways.map(({ to }) => to))).toEqual(new Set(['mailboxes', 'global-admin']));
    expect(audited.posture.planted.some(({ lesson }) => lesson === 'intrusion')).toBe(true);
    expect(new Set(audited.posture.planted.map(({ tenant }) => tenant)).size).toBe(2);
  }, 240_000);

  test('have the same keys, accounts and applications as the logs', async () => {
    const out = join(root, 'intrusion', 'evidence');
    const text = async (below: string, isWanted: (name: string) => boolean) => {
      const entries = await readdir(join(out, below), { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && isWanted(join(entry.parentPath, entry.name)));
      return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join('\n');
    };
    const isDirectory = (path: string) => path.includes(join('example', 'directory'));
    const logs = await text('', (path) => !isDirectory(path));
    const directories = await text('', isDirectory);
    // A secret that was renewed before is gone.
    const lately = logs.split('\n').filter((line) => /"time":"2024-01-(?:19|20|21)T/.test(line));
    const keys = [...lately.join('\n').matchAll(/"servicePrincipalCredentialKeyId":"([-0-9a-f]{36})"/g)].map(
      ([, key]) => key,
    );
    expect(new Set(keys).size).toBeGreaterThan(3);
    expect([...new Set(keys)].filter((key) => !directories.includes(key ?? ''))).toEqual([]);
    const users = [...logs.matchAll(/"userId":"([-0-9a-f]{36})"/g)].map(([, id]) => id);
    expect([...new Set(users)].filter((id) => !directories.includes(id ?? ''))).toEqual([]);
  });

  test('tell of users who consented to a foreign application', async () => {
    const parameters = { quietDays: 2, readingDays: 2 };
    const audited = await auditOf('phish', { scenarios: [consentPhish], parameters });
    expect(missed(audited)).toEqual([]);
    expect(pathFaults(audited)).toEqual({ missing: [], wrong: [] });
    expect(audited.paths.planted.filter(({ edges }) => edges[0] === 'consented-for-user')).not.toEqual([]);
  }, 240_000);
});

describe('the lessons', () => {
  test('are those of the content, and the truth names checks that there are', async () => {
    const content = await readFile(new URL('../../content/lesson/midnight-blizzard.yml', import.meta.url), 'utf8');
    expect([...content.matchAll(/^- id: (.+)$/gm)].map(([, id]) => id)).toEqual(lessonIds);
    const known = new Map((await allChecks()).map(({ check, lesson }) => [check, lesson]));
    const truth = JSON.parse(await readFile(join(root, 'weak 1', 'truth.json'), 'utf8')) as { posture: PostureTruth };
    const told = [...truth.posture.planted, ...truth.posture.accepted];
    expect(told.filter(({ check }) => !known.has(check))).toEqual([]);
    expect(told.filter(({ check, lesson }) => lesson !== 'intrusion' && known.get(check) !== lesson)).toEqual([]);
    // Of every check something is planted, so that it is tried.
    const planted = new Set(truth.posture.planted.map(({ check }) => check));
    expect([...known.keys()].filter((check) => !planted.has(check))).toEqual([
      'legacy-authentication-used',
      'logs-long-enough',
      'mfa-registration-unfinished',
    ]);
  });
});
