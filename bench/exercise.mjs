/**
 * The exercise of an emergency directive from one end to the other, with the commands as people run them: stolen mail is scanned, its
 * metadata matched, resets are claimed and held against logs and directories. Prints what came out against what was planted, and how
 * long it took; ends with 1 if anything is otherwise than planted.
 *
 *   npm run build && node bench/exercise.mjs [--messages 50000] [--seed 1] [--keep DIR] [--json]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeExercise } from './exercise-evidence.mjs';
import { print } from './run.mjs';
import { runProgram } from './run-program.mjs';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'snowfence-exercise-'));
const dir = join(folder, 'case');
const steps = [];
try {
  rmSync(dir, { recursive: true, force: true });
  const truth = await writeExercise(folder, { messages: Number(values.messages), seed: Number(values.seed) });
  await command('ingest', join(folder, 'logs'), join(folder, 'directory'));
  await command('scan', join(folder, 'mail'), '--metadata', join(folder, 'metadata.csv'), '--yes');
  const found = credentials();
  for (const account of truth.claims) {
    const id = found.find((one) => one.account === account)?.id;
    if (id !== undefined) await command('respond reset', id, '--at', '2024-05-01T00:00:00Z', '--by', 'exercise');
  }
  await command('respond verify', '--by', 'exercise');
  const journal = await command('verify');
  const rows = compare(truth, credentials());
  const wrong = rows.filter(({ right }) => !right).length + (journal === 0 ? 0 : 1);
  if (values.json) process.stdout.write(`${JSON.stringify({ rows, metadata: metadataStates(truth), steps, wrong })}\n`);
  else {
    print(summary(rows));
    print([metadataStates(truth)]);
    print(steps.map(({ step, seconds, 'peak, MB': peak }) => ({ step, seconds, 'peak, MB': peak })));
  }
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

async function command(name, ...args) {
  const outcome = await runProgram([program, ...name.split(' '), ...args, '--case', dir, '--json']);
  if (outcome.code > 1) throw new Error(`${name} ended with ${outcome.code}: ${outcome.complained}`);
  if (name !== 'respond reset') steps.push({ step: name, seconds: outcome.seconds.toFixed(1), 'peak, MB': Math.round(outcome.peakBytes / 1e6) });
  if (name === 'scan') steps.at(-1).said = JSON.parse(outcome.printed).exposure;
  return outcome.code;
}

function credentials() {
  return JSON.parse(readFileSync(join(dir, 'credentials.json'), 'utf8'));
}

/** Every planted credential, and every one that was not planted. */
function compare(truth, found) {
  const rows = truth.credentials.map((planted) => {
    const own = found.filter(({ account }) => account === planted.account);
    const [one] = own;
    const places = one?.messages.length ?? 0;
    const state = stateOf(planted, truth.claims.includes(planted.account));
    return { ...planted, found: own.length, foundPlaces: places, foundVerdict: one?.verdict, state: one?.state, right: own.length === 1 && places === planted.places && one.verdict === planted.verdict && one.state === state };
  });
  const accounts = new Set(truth.credentials.map(({ account }) => account));
  const others = found.filter(({ account }) => !accounts.has(account)).map(({ kind, account }) => ({ type: kind, account, outcome: 'not planted', right: false }));
  return [...rows, ...others];
}

function stateOf({ verdict }, isClaimed) {
  if (verdict === 'verified' || (verdict === 'contradicted' && isClaimed)) return verdict;
  return isClaimed ? 'reset' : 'found';
}

function summary(rows) {
  const kinds = [...new Set(rows.map(({ type, outcome }) => `${type}, ${outcome}`))];
  return kinds.map((kind) => {
    const own = rows.filter(({ type, outcome }) => `${type}, ${outcome}` === kind);
    return { planted: kind, number: own.length, 'must be': own[0].verdict ?? '–', right: own.filter(({ right }) => right).length };
  });
}

function metadataStates(truth) {
  const { matched, ambiguous, notFound } = steps.find(({ step }) => step === 'scan').said;
  const expected = (state) => truth.metadata.filter((one) => one === state).length;
  return { matched: `${matched} of ${expected('matched')}`, ambiguous: `${ambiguous} of ${expected('ambiguous')}`, 'not found': `${notFound} of ${expected('not-found')}` };
}
