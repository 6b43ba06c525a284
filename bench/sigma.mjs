/**
 * What Sigma rules cost: events a second, the ratio to one scan with one condition in the same run, peak memory, and how
 * the time grows with the number of rules (up to a million events).
 *
 *   npm run build && node bench/sigma.mjs [events] [FOLDER with further rules]     (default 1,000,000 events)
 *
 * Half of the events are sign-ins, half audit records. 10,000,000 events are the same million ten times over with other
 * record numbers. For more rules than there are, rules are repeated with other values: in every second copy the operation stays.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.mjs';
import { median, print, runMeasured } from './run.mjs';

const events = Number(process.argv[2] ?? 1_000_000);
const further = process.argv[3] ?? '';
const base = Math.min(events, 1_000_000);
const runs = events > base ? 1 : 3;
const folder = await mkdtemp(join(tmpdir(), 'snowfence-bench-'));
const caseFolder = join(folder, 'case');

async function measured(work, times) {
  const seconds = [];
  const scans = [];
  let last;
  for (let run = 0; run < times; run += 1) {
    scans.push((await runMeasured('floor-scan', '', caseFolder)).seconds);
    last = await runMeasured(work, further, caseFolder);
    seconds.push(last.matching);
  }
  return { ...last, matching: median(seconds), scan: median(scans) };
}

async function printGrowth() {
  const growth = [];
  for (const rules of [10, 30, 100, 300, 1000, 3000]) growth.push({ rules, ...(await measured(`sigma:${rules}`, 1)) });
  const thirty = growth.find(({ rules }) => rules === 30);
  process.stdout.write('\n');
  print(
    growth.map(({ rules, matching, peakBytes }) => ({
      rules,
      'matching, s': matching.toFixed(2),
      'as many times what 30 cost': (matching / thirty.matching).toFixed(1),
      'peak, MB': Math.round(peakBytes / 1e6),
    })),
  );
}

try {
  for (const kind of ['lines', 'purview']) {
    const file = join(folder, `${kind}.data`);
    await generate(kind, base / 2, file);
    await runMeasured('ingest', file, caseFolder);
    await rm(file);
  }
  if (events > base) await runMeasured(`multiply:${events / base}`, '', caseFolder);
  const all = await measured('sigma:all', runs);
  print([
    {
      events,
      rules: all.rules,
      'reading and compiling them, s': all.compiling.toFixed(2),
      'matching, s': all.matching.toFixed(2),
      'events/s': Math.round(events / all.matching),
      'one scan with one condition, s': all.scan.toFixed(2),
      ratio: (all.matching / all.scan).toFixed(0),
      'peak, MB': Math.round(all.peakBytes / 1e6),
      matches: all.matches,
    },
  ]);
  if (events <= base) await printGrowth();
} finally {
  await rm(folder, { recursive: true, force: true });
}
