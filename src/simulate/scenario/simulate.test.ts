import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '../../shape/fault.ts';
import { midnightBlizzard } from './midnight-blizzard.scenario.ts';
import type { SimulateOptions, Simulation } from './simulate.ts';
import { simulate } from './simulate.ts';
import { tokenTheft } from './token-theft.scenario.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snowfence-simulate-'));
});
afterAll(() => rm(root, { recursive: true }));

const usual = {
  scenarios: [midnightBlizzard],
  parameters: { quietDays: 2, sprayDays: 3, stageDays: 1, readingDays: 2 },
  without: [],
  format: 'goose,diagnostic',
  users: 20,
  firstDay: '2024-03-04',
  days: 14,
  activity: 2,
  seed: '1',
  directory: true,
} as const;

const make = (name: string, options: Partial<SimulateOptions> = {}): Promise<Simulation> =>
  simulate({ ...usual, ...options, out: join(root, name) });

/** Every file below a folder, by its path. */
async function contentOf(name: string): Promise<Record<string, string>> {
  const entries = await readdir(join(root, name), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      paths.toSorted().map(async (path) => [path.slice(join(root, name).length + 1), await readFile(path, 'utf8')]),
    ),
  ) as Record<string, string>;
}

const idsOf = ({ intrusions }: Pick<Simulation, 'intrusions'>) =>
  intrusions.flatMap(({ stages }) =>
    stages.flatMap(({ signIn, directoryAudit, unifiedAudit, graphActivity }) => [
      ...signIn,
      ...directoryAudit,
      ...unifiedAudit,
      ...graphActivity,
    ]),
  );

describe('a simulation', () => {
  it('is the same bytes for the same seed and others for another', async () => {
    await make('one');
    await make('same');
    await make('other', { seed: '2' });
    const one = await contentOf('one');
    expect(await contentOf('same')).toEqual(one);
    const other = await contentOf('other');
    const name = Object.keys(one).find((path) => path.includes('/m365/')) ?? '';
    expect(Object.values(other)).not.toContain(one[name]);
    expect(idsOf(JSON.parse(other['truth.json'] ?? '') as Simulation)).not.toEqual(
      idsOf(JSON.parse(one['truth.json'] ?? '') as Simulation),
    );
  });

  it('has a folder for each tenant and a truth whose records are all in them', async () => {
    const simulation = await make('same-again');
    const { 'truth.json': truthText = '', ...evidence } = await contentOf('same-again');
    const truth = JSON.parse(truthText) as Simulation & Record<string, unknown>;
    expect(truth).toMatchObject({
      seed: '1',
      format: 'goose,diagnostic',
      days: 14,
      users: 20,
      scenarios: ['midnight-blizzard'],
    });
    expect(truth).toMatchObject(JSON.parse(JSON.stringify(simulation)) as object);
    expect(new Set(Object.keys(evidence).map((path) => path.split('/').slice(0, 2).join('/')))).toEqual(
      new Set(['evidence/frostline.example', 'evidence/frostline-test.example']),
    );
    const text = Object.values(evidence).join('\n');
    expect(idsOf(truth).length).toBeGreaterThan(100);
    expect(idsOf(truth).filter((id) => !text.includes(id))).toEqual([]);
    expect(simulation.intrusions[0]?.stages).toHaveLength(13);
    expect(simulation.files).toBe(Object.keys(evidence).length);
    const logs = Object.entries(evidence).filter(([path]) => !path.includes('/directory/'));
    expect(logs.length).toBeLessThan(simulation.files);
    const lines = logs.flatMap(([, log]) => log.split('\n')).filter((line) => line.trim() !== '');
    expect(lines).toHaveLength(simulation.records);
  });

  it('names only what the format carries, and keeps the stages of the rest', async () => {
    const { intrusions } = await make('portal', { format: 'portal' });
    const stages = intrusions[0]?.stages ?? [];
    expect(stages).toHaveLength(13);
    for (const { unifiedAudit, graphActivity } of stages) expect([...unifiedAudit, ...graphActivity]).toEqual([]);
    expect(stages.find(({ id }) => id === 'spray')?.signIn).toHaveLength(12);
  });

  it('may have no directory, or one with weaknesses that were asked for', async () => {
    const without = await make('without directory', { directory: false });
    expect(without).not.toHaveProperty('posture');
    expect(Object.keys(await contentOf('without directory')).filter((path) => path.includes('directory/'))).toEqual([]);
    const quiet = { scenarios: [], days: 3 } as const;
    const none = await make('quiet', quiet);
    expect(none.posture?.planted).toEqual([]);
    const weak = await make('weak', { ...quiet, weak: ['logging'] });
    expect(new Set(weak.posture?.planted.map(({ lesson }) => lesson))).toEqual(new Set(['logging']));
  });

  it('may have no intruder, or two', async () => {
    const benign = await make('benign', { scenarios: [] });
    expect(benign.intrusions).toEqual([]);
    expect(benign.tenants).toHaveLength(1);
    expect(benign.records).toBeGreaterThan(300);
    const two = await make('two', { scenarios: [midnightBlizzard, tokenTheft] });
    expect(two.intrusions.map(({ scenario }) => scenario)).toEqual(['midnight-blizzard', 'token-theft']);
    expect(two.intrusions.map(({ parameters }) => 'sprayDays' in parameters)).toEqual([true, false]);
  });
});

describe('the folder', () => {
  it('is never overwritten', async () => {
    await mkdir(join(root, 'full'));
    await writeFile(join(root, 'full/note.txt'), 'mine');
    await expect(make('full')).rejects.toThrow(Fault);
    expect(await contentOf('full')).toEqual({ 'note.txt': 'mine' });
  });

  it('may be there if it is empty', async () => {
    await mkdir(join(root, 'empty'));
    await make('empty', { scenarios: [], days: 2 });
    expect((await readdir(join(root, 'empty'))).toSorted()).toEqual(['evidence', 'truth.json']);
  });

  it('is not there after a stop, nor is anything else', async () => {
    const before = await readdir(root);
    const stop = new AbortController();
    const onProgress = (_tenant: string, daysDone: number) => {
      if (daysDone === 3) stop.abort();
    };
    await expect(make('stopped', { signal: stop.signal, onProgress })).rejects.toMatchObject({ code: 'interrupted' });
    expect(await readdir(root)).toEqual(before);
  });

  it('is refused for a format that nobody knows, and for more than the format mixed can hold', async () => {
    await expect(make('unknown', { format: 'parquet' })).rejects.toMatchObject({ code: 'path-missing' });
    await expect(make('large', { format: 'mixed', users: 5000 })).rejects.toMatchObject({
      code: 'memory-exhausted',
    });
    expect(await readdir(root)).not.toContain('large');
  });
});
