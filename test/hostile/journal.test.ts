import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Case, openCase } from '../../src/case/open-case.ts';
import { verifyEvidence } from '../../src/response/custody/verify-evidence.ts';
import { type Action, lineOf, sealed } from '../../src/response/journal/entry.ts';
import { rememberHead, readHead } from '../../src/response/journal/head.ts';
import { readJournalText } from '../../src/response/journal/read-journal.ts';
import { verifyJournal } from '../../src/response/journal/verify-journal.ts';
import { loadRegister } from '../../src/response/register/load-register.ts';
import { takeStep } from '../../src/response/register/take-steps.ts';
import { credentialCase } from '../support/credential-case.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder = '';
let file = '';
let lines: string[] = [];
const hand = { actor: 'nora', now: '2024-02-01T09:00:00.000Z' };

/** In this process, because a process for each step takes seconds on a busy machine. */
async function within<T>(work: (opened: Case) => Promise<T>): Promise<T> {
  const opened = await openCase(folder);
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
}
const step = (action: Action, ...credentials: string[]) =>
  within(async (opened) =>
    takeStep(opened, await loadRegister(opened), { action, credentials, values: { to: 'ina' } }, hand),
  );
const verify = () => within(verifyJournal);

beforeEach(async () => {
  folder = await credentialCase(await temporaryFolder());
  file = join(folder, 'journal.ndjson');
  await step('assign', 'c1a4f0');
  await step('reset', 'c1a4f0');
  await step('reset', 'd03e12');
  lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  expect(lines).toHaveLength(4);
});

const write = (changed: readonly string[]) => writeFile(file, changed.map((line) => `${line}\n`).join(''));
const at = (index: number): string => lines[index] ?? '';

describe('a journal that was tampered with', () => {
  const tricks: [string, () => Promise<void>, RegExp][] = [
    [
      'changed',
      () => write(lines.map((line) => line.replace('"to":"ina"', '"to":"eve"'))),
      /:2: what the line says does not fit its hash/,
    ],
    [
      'changed and sealed anew',
      () => {
        const entry = { ...JSON.parse(at(1)), actor: 'eve' };
        return write([at(0), lineOf(sealed(entry)), at(2), at(3)]);
      },
      /:3: the line does not follow the one before it/,
    ],
    ['removed', () => write([at(0), at(2), at(3)]), /:2: the line has number 3 where 2 belongs/],
    ['removed at the end', () => write([at(0), at(1), at(2)]), /:4: the journal ends before line 4/],
    ['swapped', () => write([at(0), at(2), at(1), at(3)]), /:2: the line has number 3 where 2 belongs/],
    [
      'appended by hand',
      () => {
        const last = JSON.parse(at(3));
        const forged = sealed({ ...last, number: 5, before: last.hash, action: 'verify', actor: 'eve' });
        return write([...lines, lineOf(forged)]);
      },
      /:5: this line and those after it were not written by snowfence/,
    ],
    ['written twice', () => write([...lines, at(3)]), /:5: the line has number 4 where 5 belongs/],
    [
      'cut in the middle',
      () => writeFile(file, lines.join('\n').slice(0, -20)),
      /:4: the last line is cut in the middle/,
    ],
    ['followed by anything', () => appendFile(file, 'x\n'), /:5: the line is no JSON/],
    [
      'written otherwise',
      () => write(lines.map((line) => line.replace('"action"', ' "action"'))),
      /:1: the line is not written as the journal writes it/,
    ],
    ['emptied', () => writeFile(file, ''), /:1: the journal ends before line 4/],
  ];
  test.each(tricks)('%s: verify names the line, and nothing is written', async (_, tamper, message) => {
    await tamper();
    const before = await readFile(file, 'utf8');
    const { break: broken, file: named } = await verify();
    expect(`${named}:${broken?.line}: ${broken?.why}`).toMatch(message);
    const refused: unknown = await step('reset', 'c1b577').catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'journal-broken', place: { file, line: broken?.line } });
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  test('ends every command with 3', async () => {
    await write([at(0), at(2), at(1), at(3)]);
    const run = await runCli(['verify', '--case', folder]);
    expect(run.stdout).toMatch(/journal\.ndjson:2: the line has number 3 where 2 belongs/);
    expect(run.code).toBe(3);
    const list = await runCli(['respond', 'list', '--case', folder]);
    expect(list.stderr).toMatch(/^journal-broken: .*journal\.ndjson:2: /);
    expect(list).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('a writing that was stopped', () => {
  test('counts as not written, and the next one removes what it left', async () => {
    await within(async ({ store }) => {
      const { head } = await readHead(store);
      expect(head?.number).toBe(4);
      if (head !== undefined) await rememberHead(store, 'intended', { ...head, number: 6, hash: 'f'.repeat(64) });
    });
    await appendFile(file, at(3).slice(0, 30));
    expect((await verify()).break).toMatchObject({
      line: 5,
      why: expect.stringMatching(/^a writing was stopped here/),
    });
    await step('reset', 'c1b577');
    expect((await verify()).break).toBeUndefined();
    expect((await readJournalText(folder)).entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('two at once', () => {
  test('one has the case, the other is told so and writes nothing', async () => {
    const words = ['respond', 'reset', 'c1b', '--case', folder];
    const run = await within(() => runCli(words));
    expect(run.stderr).toMatch(/^case-in-use: /);
    expect(run.code).toBe(3);
    const both = await Promise.all([runCli(words), runCli(['respond', 'reset', 'e7', '--case', folder])]);
    const written = both.filter(({ code }) => code === 0).length;
    expect(written).toBeGreaterThan(0);
    expect((await readJournalText(folder)).entries).toHaveLength(4 + written);
    expect((await verify()).break).toBeUndefined();
  });
});

describe('evidence that is not as it was', () => {
  test('is named', async () => {
    const evidence = join(folder, '..', 'evidence', 'mail.mbox');
    const check = () => within(({ store }) => verifyEvidence(store));
    expect(await check()).toEqual([{ file: evidence, verdict: 'same' }]);
    await appendFile(evidence, 'more');
    const run = await runCli(['verify', '--case', folder]);
    expect(run.stdout).toMatch(/^changed .*mail\.mbox\nEvidence {3}0 of 1 file as it was read\n/);
    expect(run.code).toBe(3);
    await rm(evidence);
    expect(await check()).toEqual([{ file: evidence, verdict: 'gone' }]);
  });
});
