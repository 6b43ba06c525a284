import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { credentialCase } from '../support/credential-case.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { isDangerous } from '../support/terminal-text.ts';

let folder = '';
const respond = (words: readonly string[], now = '2024-02-01T09:00:00Z', by = 'nora'): Promise<CliResult> => {
  const isReading = ['list', 'show', 'status'].includes(words[0] ?? '');
  return runCli(['respond', ...words, '--case', folder, '--now', now, ...(isReading ? [] : ['--by', by])]);
};
const read = async (words: readonly string[], now?: string): Promise<unknown> => {
  const run = await respond([...words, '--json'], now);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout);
};
const statesNow = async (): Promise<Record<string, string>> => {
  const rows = (await read(['list'], '2024-03-01T00:00:00Z')) as { id: string; state: string }[];
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
};

beforeEach(async () => {
  folder = await credentialCase(await temporaryFolder());
});

describe('the way of a credential', () => {
  test('is found, assigned, reset, and each step is in the journal', async () => {
    expect(await statesNow()).toEqual({ c1a4f0: 'found', c1b577: 'found', d03e12: 'found', e77a00: 'found' });
    expect(await respond(['assign', 'c1a4', 'd0', '--to', 'ina', '--note', 'today'])).toMatchObject({
      code: 0,
      stdout: '2 credentials assigned\n',
    });
    expect(await respond(['reset', 'c1a4', '--at', '2024-02-01T08:00:00Z'])).toMatchObject({ code: 0 });
    expect(await respond(['dismiss', 'e7', '--reason', 'an example'])).toMatchObject({ code: 0 });
    expect(await statesNow()).toEqual({ c1a4f0: 'reset', c1b577: 'found', d03e12: 'assigned', e77a00: 'dismissed' });
    const lines = (await readFile(join(folder, 'journal.ndjson'), 'utf8')).trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as { number: number; action: string; actor: string });
    expect(entries.map(({ number, action }) => [number, action])).toEqual([
      [1, 'enter'],
      [2, 'assign'],
      [3, 'reset'],
      [4, 'dismiss'],
    ]);
    expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(['nora']));
    expect(await runCli(['verify', '--case', folder])).toMatchObject({ code: 0 });
  });

  test('goes no impossible step, and then nothing is written', async () => {
    await respond(['reset', 'c1a4']);
    const before = await readFile(join(folder, 'journal.ndjson'), 'utf8');
    const refused: [string[], RegExp][] = [
      [['assign', 'd0', 'c1a4', '--to', 'ina'], /step-refused: assign is not possible for c1a4f0: it is reset/],
      [['reopen', 'd0'], /step-refused: reopen is not possible for d03e12: it is found, and must be reset or/],
      [['reset', 'd0', '--at', '2025-01-01'], /step-refused: 2025-01-01T00:00:00.000Z lies in the future/],
      [['reset', 'c1'], /object-ambiguous: 2 credentials have an id that begins with c1/],
      [['reset', 'zz'], /object-unknown: no credential has the id zz/],
    ];
    for (const [words, message] of refused) {
      const run = await respond(words);
      expect(run.stderr).toMatch(message);
      expect(run).toMatchObject({ code: 3, stdout: '' });
    }
    const earlier = await respond(['reset', 'd0'], '2024-01-01T00:00:00Z');
    expect(earlier.stderr).toMatch(/journal\.ndjson:2: the last line of the journal is of 2024-02-01T09:00:00.000Z/);
    expect(await readFile(join(folder, 'journal.ndjson'), 'utf8')).toBe(before);
    expect((await respond(['reopen', 'c1a4', '--note', 'wrong one'])).code).toBe(0);
    expect(await statesNow()).toMatchObject({ c1a4f0: 'reopened' });
  });

  test('goes together with all of its kind, those left alone that cannot go', async () => {
    await respond(['reset', 'd0']);
    const run = await respond(['reset', '--all-of', 'kind=prose-password', '--all-of', 'severity=high']);
    expect(run).toMatchObject({ code: 0, stdout: '1 credential reset; 1 other left as they are\n' });
    expect(await statesNow()).toEqual({ c1a4f0: 'found', c1b577: 'reset', d03e12: 'reset', e77a00: 'found' });
  });

  test('wrong use exits with 2', async () => {
    expect((await respond(['reset'])).stderr).toMatch(/give ids of credentials, or --all-of/);
    expect(await respond(['reset', '--all-of', 'color=red'])).toMatchObject({ code: 2 });
    expect(await respond(['dismiss', 'c1a4'])).toMatchObject({ code: 2 });
  });
});

describe('list and show', () => {
  test('filter, and know what is overdue', async () => {
    await respond(['enter', '--at', '2024-01-30T09:00:00Z']);
    await respond(['assign', 'd0', '--to', 'ina', '--due', '2024-02-02']);
    const ids = async (...words: string[]) =>
      ((await read(['list', ...words])) as { id: string }[]).map(({ id }) => id);
    expect(await ids()).toEqual(['c1a4f0', 'c1b577', 'd03e12', 'e77a00']);
    expect(await ids('--overdue')).toEqual(['c1a4f0']);
    expect(await ids('--severity', 'high', '--owner', 'INA')).toEqual(['d03e12']);
    expect(await ids('--state', 'found', '--system', 'vpn.frostline.example')).toEqual(['c1b577']);
    const rows = (await read(['list'])) as { due: string }[];
    expect(rows.map(({ due }) => due.slice(0, 10))).toEqual(['2024-01-31', '2024-02-06', '2024-02-02', '2024-02-29']);
  });

  test('tell nothing that a terminal would obey', async () => {
    const list = await respond(['list']);
    expect(list.stdout).toMatch(/^id +kind +system +account +severity +state +owner +first sent +due \(UTC\)\n/);
    const show = await respond(['show', 'c1b']);
    expect([list, show].map(({ stdout }) => isDangerous(stdout))).toEqual([false, false]);
    expect(show.stdout).toContain(
      'Seen by\n  bo@contoso.example\n  help@contoso.example\n  ina@fabrikam.example\n  nora@frostline.example\n',
    );
    expect(show.stdout).toContain('  high: 2024-02-08T09:00:00.000Z, in 7 d\n');
    expect(show.stdout).toContain('History\n  nothing written yet\n');
  });
});

describe('status', () => {
  test('counts against the clauses of a directive, at the time that is given', async () => {
    await respond(['enter'], '2024-04-03T00:00:00Z');
    await respond(['assign', 'c1a4', '--to', 'ina'], '2024-04-03T01:00:00Z');
    await respond(['reset', 'c1a4'], '2024-04-03T02:00:00Z');
    await respond(
      ['done', 'first-status-report', '--directive', 'ed-24-02', '--at', '2024-04-08T20:00:00Z'],
      '2024-04-08T20:01:00Z',
    );
    const status = (await read(['status', '--directive', 'ed-24-02'], '2024-05-02T00:00:00Z')) as {
      clauses: { clause: string; done: number; open: number; overdue: number; late: number; due?: string }[];
      debts: { owner: string; clause: string }[];
    };
    const rows = status.clauses.map(({ clause, done, open, overdue }) => [clause, done, open, overdue]);
    expect(rows).toEqual([
      ['immediate-remediation', 1, 0, 3],
      ['reset-and-deactivate', 1, 0, 3],
      ['log-review', 0, 0, 4],
      ['full-content', 0, 0, 1],
      ['impact-analysis', 0, 0, 1],
      ['own-discoveries', 0, 0, 1],
      ['first-status-report', 1, 0, 0],
      ['second-status-report', 0, 1, 0],
      ['weekly-update', 0, 1, 0],
    ]);
    expect(status.clauses[0]?.late).toBe(1);
    const text = await respond(['status', '--directive', 'ed-24-02'], '2024-05-02T00:00:00Z');
    expect(text.stdout).toMatch(/second-status-report +0 +1 +0 +2024-05-02 03:59 +in 3 h 59 min/);
    const moved = (await read(
      ['status', '--directive', 'ed-24-02', '--start', '2024-06-02T04:00:00Z'],
      '2024-05-02T00:00:00Z',
    )) as typeof status;
    expect(moved.clauses[1]).toMatchObject({
      clause: 'reset-and-deactivate',
      open: 3,
      overdue: 0,
      due: '2024-07-01T03:59:00.000Z',
    });
  });

  test('of a directive that is none names what there is', async () => {
    const run = await respond(['status', '--directive', 'ed-99']);
    expect(run.stderr).toMatch(/^directive-unknown: there is no directive "ed-99"\nGive one of ed-24-02, /);
    expect(run.code).toBe(3);
  });
});
