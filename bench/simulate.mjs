/**
 * What it costs to make up a tenant: records and bytes a second for a few formats, as a ratio to writing as many bytes of one
 * prepared buffer to the same disk in the same run, and peak memory.
 *
 *   npm run build && node bench/simulate.mjs [users] [days]     (default 5,000 users and 20 days; needs about 3 GB of disk)
 */
import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { populate } from '../dist/simulate/population/population.js';
import { writeTableRows } from '../dist/simulate/stream/table-rows.js';
import { writeTenant } from '../dist/simulate/stream/write-tenant.js';
import { median, print } from './run.mjs';

const run = promisify(execFile);
const nothing = { signIn: [], directoryAudit: [], unifiedAudit: [], graphActivity: [] };
const bufferBytes = 1 << 19;

/** In a process of its own, so that its peak memory is its own. */
async function measure(format, users, days, out) {
  const before = performance.now();
  const firstDay = '2024-01-08';
  const options = { out, population: populate({ users, seed: 'bench', firstDay }), firstDay, days };
  const written =
    format === 'table-rows' ? await writeTableRows(options, nothing) : await writeTenant({ ...options, format }, nothing);
  const seconds = (performance.now() - before) / 1000;
  process.stdout.write(JSON.stringify({ ...written, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 }));
}

/** Seconds for as many bytes, without making any. */
async function floor(bytes, file) {
  const buffer = Buffer.alloc(bufferBytes, 'x');
  const before = performance.now();
  const handle = await open(file, 'wx');
  for (let left = bytes; left > 0; left -= bufferBytes) await handle.write(buffer, 0, Math.min(left, bufferBytes));
  await handle.close();
  const seconds = (performance.now() - before) / 1000;
  await rm(file);
  return seconds;
}

async function compare(users, days, runs = 3) {
  const folder = await mkdtemp(join(tmpdir(), 'snowfence-bench-'));
  const rows = [];
  try {
    for (const format of ['graph-lines', 'diagnostic-lines', 'log-analytics-csv', 'purview-csv', 'table-rows']) {
      const measured = { ours: [], floor: [], peak: [] };
      let outcome;
      for (let number = 0; number < runs; number += 1) {
        const out = join(folder, 'out');
        const { stdout } = await run(process.execPath, [fileURLToPath(import.meta.url), '--one', format, users, days, out]);
        outcome = JSON.parse(stdout);
        await rm(out, { recursive: true });
        measured.ours.push(outcome.seconds);
        measured.peak.push(outcome.peakBytes);
        measured.floor.push(await floor(outcome.bytes, join(folder, 'floor')));
      }
      const seconds = median(measured.ours);
      rows.push({
        format,
        records: outcome.records,
        'MB': Math.round(outcome.bytes / 1e6),
        's': seconds.toFixed(1),
        'records/s': Math.round(outcome.records / seconds),
        'MB/s': Math.round(outcome.bytes / seconds / 1e6),
        'floor, s': median(measured.floor).toFixed(1),
        'ratio': (seconds / median(measured.floor)).toFixed(1),
        'peak, MB': Math.round(Math.max(...measured.peak) / 1e6),
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  print(rows);
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--one') await measure(rest[0], Number(rest[1]), Number(rest[2]), rest[3]);
else await compare(first ?? '5000', rest[0] ?? '20');
