import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

interface Outcome {
  readonly rows: readonly { readonly right: boolean }[];
  readonly wrong: number;
  readonly metadata: Readonly<Record<string, string>>;
}

const script = fileURLToPath(new URL('../../bench/exercise.mjs', import.meta.url));

test('a directive is worked through: all planted credentials, their places and states come out, and no others', async () => {
  const run = promisify(execFile)(process.execPath, [script, '--messages', '2000', '--seed', '7', '--json'], {
    maxBuffer: 1e8,
  });
  // It ends with 1 if something is wrong; what it is stands in its output.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const { rows, wrong, metadata } = JSON.parse(stdout) as Outcome;
  expect(rows.filter(({ right }) => !right)).toEqual([]);
  expect(wrong).toBe(0);
  for (const [state, text] of Object.entries(metadata)) {
    const [found, planted] = text.split(' of ');
    expect(`${state}: ${found}`).toBe(`${state}: ${planted}`);
  }
}, 120_000);
