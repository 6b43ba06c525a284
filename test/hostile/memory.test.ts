import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { lines, signIn, signIns } from '../support/evidence.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { bomb, member, zip } from '../support/zip.ts';

const megabyte = 1_000_000;
/** What the program may use at a time: the 200 MB that the engine is given here, the runtime, one batch. */
const peakAtMost = 600 * megabyte;
/** The same where the engine has nothing to do: far less than the file. */
const idlePeakAtMost = 350 * megabyte;

/** Writes pieces until the file has the size; returns how many. */
async function writeLarge(
  path: string,
  bytes: number,
  piece: (number: number) => string,
  ends: [string, string] = ['', ''],
): Promise<number> {
  const file = createWriteStream(path);
  file.write(ends[0]);
  let written = 0;
  let count = 0;
  while (written < bytes) {
    let text = '';
    while (text.length < megabyte) {
      count += 1;
      text += piece(count);
    }
    written += text.length;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end(ends[1]);
  await once(file, 'close');
  return count;
}

async function read(
  path: string,
  atMost = peakAtMost,
): Promise<{ run: CliResult; outcome: { records: number; rejected: number } }> {
  const words = [
    'ingest',
    path,
    '--case',
    join(await temporaryFolder(), 'case'),
    '--memory',
    '200MB',
    '--threads',
    '1',
    '--json',
  ];
  const run = await runCli(words);
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  expect(run.peakBytes).toBeGreaterThan(0);
  expect(run.peakBytes).toBeLessThan(atMost);
  return { run, outcome: (JSON.parse(run.stdout) as { ingested: { records: number; rejected: number } }).ingested };
}

test('200 MB of ordinary records on one line are read whole', async () => {
  const path = join(await temporaryFolder(), 'a.json');
  const note = 'n'.repeat(4000);
  const count = await writeLarge(
    path,
    200 * megabyte,
    (number) => `${number === 1 ? '' : ','}${JSON.stringify(signIn(number, { note }))}`,
    ['[', ']'],
  );
  expect((await read(path)).outcome).toMatchObject({ records: count, rejected: 0 });
});

const giants: [string, [string, string]][] = [
  ['a value', ['{"id":"', '"}']],
  ['a key', ['{"', '":1}']],
  ['a line after an ordinary one', [`${JSON.stringify(signIn(1))}\n{"id":"`, '"}\n']],
  ['text outside of any record', [`[${JSON.stringify(signIn(1))},`, ']']],
  ['a field of CSV', ['a,b\n"', '",1\n']],
  ['a header of CSV', ['a,b', ',c\n1,2,3\n']],
];
test.each(giants)('a string of 200 MB as %s is one rejection', async (_, ends) => {
  const path = join(await temporaryFolder(), 'a.json');
  const piece = 'x'.repeat(megabyte);
  await writeLarge(path, 200 * megabyte, () => piece, ends);
  const { outcome } = await read(path, idlePeakAtMost);
  expect(outcome.rejected).toBe(1);
  expect(outcome.records).toBe(ends.join('').includes('userPrincipalName') ? 1 : 0);
});

test('broken lines by the hundred thousand', async () => {
  const path = join(await temporaryFolder(), 'a.json');
  await writeFile(path, lines(signIns(30)));
  const more = 100_000;
  await writeFile(path, `{"broken":}\nno object\n`.repeat(more / 2), { flag: 'a' });
  expect((await read(path)).outcome).toMatchObject({ records: 30, rejected: more });
});

test('bombs', async () => {
  const folder = await temporaryFolder();
  const zeros = await bomb('zeros.json', 300 * 1024 * 1024);
  await writeFile(
    join(folder, 'a.zip'),
    zip([zeros, member('inner.zip', zip([zeros])), member('good.json', lines([signIn(1)]))]),
  );
  await writeFile(join(folder, 'b.json.gz'), gzipSync(Buffer.alloc(120 * megabyte, ' ')));
  // Each is told twice: as no export, and as a bomb. The second has the same beginning as the first.
  expect((await read(folder)).outcome).toMatchObject({ records: 1, known: 1, rejected: 4 });
});
