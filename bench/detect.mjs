/**
 * What all shipped detections cost over sign-ins and audit records, as events a second and as a ratio to one scan of the
 * same tables with one condition in the same run.
 *
 *   npm run build && node bench/detect.mjs [records]     (default 1,000,000 of each kind)
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.mjs';
import { median, print, runMeasured } from './run.mjs';

const records = Number(process.argv[2] ?? 1_000_000);
const runs = Number(process.argv[3] ?? 3);
const folder = await mkdtemp(join(tmpdir(), 'snowfence-bench-'));
const caseFolder = join(folder, 'case');
try {
  for (const kind of ['lines', 'purview']) {
    const file = join(folder, `${kind}.data`);
    await generate(kind, records, file);
    await runMeasured('ingest', file, caseFolder);
    await rm(file);
  }
  const measured = { ours: [], floor: [], peak: [] };
  let outcome;
  for (let run = 0; run < runs; run += 1) {
    measured.floor.push((await runMeasured('floor-scan', '', caseFolder)).seconds);
    outcome = await runMeasured('detect', '', caseFolder);
    measured.ours.push(outcome.seconds);
    measured.peak.push(outcome.peakBytes);
  }
  const ours = median(measured.ours);
  print([
    {
      events: 2 * records,
      rules: outcome.rules,
      'all detections, s': ours.toFixed(1),
      'events/s': Math.round((2 * records) / ours),
      'one scan with one condition, s': median(measured.floor).toFixed(2),
      'ratio': (ours / median(measured.floor)).toFixed(0),
      'peak, MB': Math.round(Math.max(...measured.peak) / 1e6),
      findings: outcome.findings,
    },
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
