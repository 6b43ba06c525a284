/**
 * What reading evidence costs: hash, raw record kept, hot columns, duplicates removed, as a ratio to the engine's own
 * typed read of ten columns from the same file in the same run.
 *
 *   npm run build && node bench/ingest.mjs [records]     (default 1,000,000; needs about 8 GB of disk in the temporary folder)
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.mjs';
import { median, print, runMeasured } from './run.mjs';

const records = Number(process.argv[2] ?? 1_000_000);
const runs = Number(process.argv[3] ?? 3);
const folder = await mkdtemp(join(tmpdir(), 'snowfence-bench-'));
const rows = [];
try {
  for (const [kind, title] of [
    ['lines', 'sign-ins, one a line'],
    ['array', 'sign-ins, one array'],
    ['purview', 'unified audit, Purview CSV'],
  ]) {
    const file = join(folder, `${kind}.data`);
    await generate(kind, records, file);
    const { size } = await stat(file);
    const measured = { memory: [], disk: [], ours: [], peak: [] };
    let outcome;
    for (let run = 0; run < runs; run += 1) {
      measured.memory.push((await runMeasured(`floor-memory:${kind}`, file, folder)).seconds);
      measured.disk.push((await runMeasured(`floor-disk:${kind}`, file, folder)).seconds);
      await rm(join(folder, 'floor.duckdb'), { force: true });
      const caseFolder = join(folder, `case-${kind}-${run}`);
      outcome = await runMeasured('ingest', file, caseFolder);
      measured.ours.push(outcome.seconds);
      measured.peak.push(outcome.peakBytes);
      await rm(caseFolder, { recursive: true, force: true });
    }
    await rm(file);
    const ours = median(measured.ours);
    rows.push({
      evidence: title,
      'GB': (size / 1e9).toFixed(2),
      records: outcome.records,
      'ours, s': ours.toFixed(1),
      'floor to a table on disk, s': median(measured.disk).toFixed(1),
      'ratio': (ours / median(measured.disk)).toFixed(1),
      'floor in memory, s': median(measured.memory).toFixed(1),
      'ratio in memory': (ours / median(measured.memory)).toFixed(1),
      'peak, MB': Math.round(Math.max(...measured.peak) / 1e6),
      'case, MB': Math.round(outcome.caseBytes / 1e6),
    });
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
print(rows);
