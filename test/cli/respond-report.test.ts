import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/response/worklist/csv.ts';
import { credentialCase, hostile } from '../support/credential-case.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder = '';
let root = '';
const respond = (words: readonly string[], now = '2024-02-01T09:00:00Z'): Promise<CliResult> =>
  runCli(['respond', ...words, '--case', folder, '--now', now]);

beforeEach(async () => {
  root = await temporaryFolder();
  folder = await credentialCase(root);
});

describe('the list that goes out and comes back', () => {
  test('is inert in a spreadsheet, and its changes become steps', async () => {
    const file = join(root, 'to-do.csv');
    expect(await respond(['export', '--csv', file])).toMatchObject({ code: 0, stdout: `${file}: 4 credentials\n` });
    const text = await readFile(file, 'utf8');
    const rows = parseCsv(text);
    const cells = Array.isArray(rows) ? rows.flatMap((row) => row.cells) : [];
    expect(cells).toContain(`'${hostile.formula}`);
    expect(cells).toContain("'=Change it");
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(await respond(['import', file])).toMatchObject({
      code: 0,
      stdout: '0 credentials changed, 0 steps written\n',
    });

    const changed = text
      .replace(/^(c1a4f0.*),found,,,\r$/m, "$1,reset,ina,2024-01-31 16:20,'=done\r")
      .replace(/(,found),,,(\r\nd03e12)/, '$1,otto,,$2');
    await writeFile(file, changed);
    expect(await respond(['import', file])).toMatchObject({
      code: 0,
      stdout: '2 credentials changed, 3 steps written\n',
    });
    const list = JSON.parse((await respond(['list', '--json'])).stdout) as {
      id: string;
      state: string;
      owner?: string;
    }[];
    expect(list.map(({ id, state, owner }) => [id, state, owner])).toEqual([
      ['c1a4f0', 'reset', 'ina'],
      ['c1b577', 'assigned', 'otto'],
      ['d03e12', 'found', undefined],
      ['e77a00', 'found', undefined],
    ]);
    const journal = await readFile(join(folder, 'journal.ndjson'), 'utf8');
    expect(journal).toContain('"values":{"at":"2024-01-31T16:20:00.000Z","note":"=done"}');
  });

  test('is applied as a whole or not at all, and every trouble has its line', async () => {
    const file = join(root, 'to-do.csv');
    const rows = [
      'id,state,owner,time,note',
      'c1a4f0,reset,,,',
      'c1b577,verified,,,',
      'zz,reset,,,',
      'd03e12,dismissed,,,',
      'd03e12,reset,,,',
      'e77a00,reset,,31.1.2024,',
    ];
    await writeFile(file, rows.join('\n'));
    const run = await respond(['import', file]);
    expect(run.code).toBe(3);
    expect(run.stderr.replaceAll(`${file}:`, '')).toBe(
      `3: "verified" cannot be set here: write assigned, reset, deactivated, dismissed or reopened
4: no credential has the id "zz"
5: dismissed for what reason? Write it as the note
6: d03e12 stands twice in the file
7: "31.1.2024" is no time: write it as 2024-01-31 or 2024-01-31T16:20Z, in UTC
import-invalid: 3: 5 rows of the list cannot be applied
Nothing was applied. Correct this and import the file again.
`,
    );
    await expect(readFile(join(folder, 'journal.ndjson'))).rejects.toThrow('ENOENT');
  });
});

describe('the report for an authority', () => {
  test('has counts alone, is inert, and the same journal gives the same bytes', async () => {
    await respond(['enter'], '2024-04-03T00:00:00Z');
    await respond(['reset', 'c1a4', '--by', 'nora'], '2024-04-03T02:00:00Z');
    await respond(['assign', 'd0', '--to', 'ina'], '2024-04-10T02:00:00Z');
    const report = (out: string) =>
      respond(
        ['report', '--directive', 'ed-24-02', '--since', '2024-04-08', '--out', join(root, out)],
        '2024-05-01T00:00:00Z',
      );
    expect((await report('one')).code).toBe(0);
    await respond(['reset', 'd0'], '2024-06-01T00:00:00Z');
    expect((await report('two')).code).toBe(0);
    const texts = await Promise.all(
      ['csv', 'html', 'json'].map((kind) => readFile(join(root, 'one', `ed-24-02.${kind}`), 'utf8')),
    );
    const again = await Promise.all(
      ['csv', 'html', 'json'].map((kind) => readFile(join(root, 'two', `ed-24-02.${kind}`), 'utf8')),
    );
    expect(again).toEqual(texts);
    for (const text of texts) {
      expect(text).not.toMatch(/cmd\||app-1|nora|ina\b|frostline\.example"? *(said|wrote)|7Q~/);
      expect(text).toContain('vpn.frostline.example');
    }
    const [csv = '', page = '', json = ''] = texts;
    expect(csv).toContain('clause,reset-and-deactivate,open,3\r\n');
    expect(csv).toContain("change,found,difference,'-1\r\n");
    expect(csv).toContain('not examined,picture,parts,1\r\n');
    expect(page).toContain(`content="default-src &#39;none&#39;; style-src`);
    expect(page).toContain('<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>');
    expect(page).not.toMatch(/<script/i);
    expect(page).toContain('Retired since 2026-01-08.');
    const document = JSON.parse(json) as { change: { byState: Record<string, unknown> }; journal: { lines: number } };
    expect(document.change.byState['assigned']).toEqual({ before: 0, now: 1 });
    expect(document.journal.lines).toBe(3);
  });

  test('and credentials.json say the state of the journal', async () => {
    await respond(['reset', 'c1a4']);
    expect((await runCli(['report', '--case', folder])).code).toBe(0);
    const credentials = JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8')) as {
      id: string;
      state: string;
    }[];
    expect(credentials.map(({ id, state }) => [id, state])).toEqual([
      ['c1a4f0', 'reset'],
      ['c1b577', 'found'],
      ['d03e12', 'found'],
      ['e77a00', 'found'],
    ]);
  });
});
