/**
 * What a large directory costs: reading its exports, auditing it and finding the paths to its mailboxes, with the commands as people
 * run them, each against the least that could be done with the same bytes or tables in the same run.
 *
 *   npm run build && node bench/directory.mjs [--users 500000] [--assignments 2000000] … [--pages] [--memory 2GB]
 *   npm run build && node bench/directory.mjs --azurehound 2GB
 *
 * `--keep DIR` leaves files and case there, and uses the files that are there already.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { print } from './run.mjs';
import { runProgram } from './run-program.mjs';
import { defaultSizes } from './tenant.mjs';
import { writeAzurehoundFile, writeGraphFiles } from './tenant-files.mjs';

const optionOf = (name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const { values } = parseArgs({
  options: {
    ...Object.fromEntries(Object.keys(defaultSizes).map((name) => [optionOf(name), { type: 'string' }])),
    azurehound: { type: 'string' },
    memory: { type: 'string' },
    keep: { type: 'string' },
    pages: { type: 'boolean', default: false },
  },
});
const sizes = Object.fromEntries(Object.entries(defaultSizes).map(([name, size]) => [name, Number(values[optionOf(name)] ?? size)]));
const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const floorProgram = fileURLToPath(new URL('directory-floor.mjs', import.meta.url));

const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'snowfence-bench-')));
const evidence = join(folder, 'evidence');
const caseFolder = join(folder, 'case');
try {
  const { paths, records, bytes } = await writeEvidence();
  await rm(caseFolder, { recursive: true, force: true });
  await floor('bytes', folder, paths);
  const rows = [
    { ...row('ingest', await command('ingest', evidence), await floor('bytes', folder, paths), bytes), records },
    ...(values.azurehound === undefined && !values.pages ? [row('ingest, against the engine', undefined, await floor('json', folder, paths), bytes)] : []),
  ];
  rows.push(row('audit', await command('audit'), await floor('scan', caseFolder)));
  rows.push(row('paths --to mailboxes', await command('paths', '--to', 'mailboxes'), await floor('scan', caseFolder)));
  rows.push(row('paths --to mailboxes --cut', await command('paths', '--to', 'mailboxes', '--cut'), await floor('scan', caseFolder)));
  const ours = rows[0].ours;
  if (rows[1].ours === undefined) Object.assign(rows[1], { ours, ratio: (ours / rows[1]['floor, s']).toFixed(1) });
  print(rows.map(({ ours: seconds, ...rest }) => ({ ...rest, 's': seconds.toFixed(1) })));
  const sizeOf = async (name) => `${name} ${((await stat(join(caseFolder, name))).size / 1e6).toFixed(1)} MB`;
  process.stdout.write(`\n${await sizeOf('case.duckdb')}, ${await sizeOf('audit.json')}, ${await sizeOf('report.html')}\n`);
} finally {
  await rm(join(folder, 'floor.duckdb'), { force: true });
  if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
}

/** Writes the files, unless a run before has left the same. */
async function writeEvidence() {
  const noted = join(folder, 'evidence.txt');
  const wanted = JSON.stringify({ ...sizes, azurehound: values.azurehound, pages: values.pages });
  if (existsSync(noted)) {
    const { made, ...rest } = JSON.parse(readFileSync(noted, 'utf8'));
    if (made === wanted) return rest;
  }
  await rm(evidence, { recursive: true, force: true });
  await mkdir(evidence, { recursive: true });
  const files =
    values.azurehound === undefined
      ? Object.values(await writeGraphFiles(evidence, sizes, values.pages))
      : [await writeAzurehoundFile(join(evidence, 'azurehound.json'), sizes, bytesOf(values.azurehound))];
  const total = (name) => files.reduce((sum, file) => sum + file[name], 0);
  const outcome = { paths: files.map(({ path }) => path), records: total('records'), bytes: total('bytes') };
  writeFileSync(noted, JSON.stringify({ made: wanted, ...outcome }));
  return outcome;
}

function bytesOf(text) {
  const [, number, unit = ''] = /^([\d.]+)\s*([KMG]?)B?$/i.exec(text) ?? [];
  if (number === undefined) throw new Error(`no size: ${text}`);
  return Number(number) * { '': 1, 'K': 1e3, 'M': 1e6, 'G': 1e9 }[unit.toUpperCase()];
}

async function command(name, ...args) {
  const memory = values.memory === undefined ? [] : ['--memory', values.memory];
  return succeeded(name, await runProgram([program, name, ...args, '--case', caseFolder, ...memory]));
}

async function floor(work, where, paths = []) {
  await rm(join(folder, 'floor.duckdb'), { force: true });
  return succeeded(`floor ${work}`, await runProgram([floorProgram, work, where, ...paths]));
}

function succeeded(what, outcome) {
  if (outcome.code === 0) return outcome;
  throw new Error(`${what} ended with ${outcome.code}: ${outcome.complained.slice(-2000)}`);
}

function row(work, ours, least, bytes) {
  return {
    work,
    ...(bytes === undefined ? {} : { GB: (bytes / 1e9).toFixed(2) }),
    ours: ours?.seconds,
    'floor, s': least.seconds.toFixed(1),
    'ratio': ours === undefined ? undefined : (ours.seconds / least.seconds).toFixed(1),
    'of the processors, s': ours?.processorSeconds.toFixed(1),
    'floor of them, s': least.processorSeconds.toFixed(1),
    'peak, MB': ours === undefined ? undefined : Math.round(ours.peakBytes / 1e6),
  };
}
