import { expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const commands = ['lint', 'compile', 'test', 'fields', 'explain'];

test.each(commands)('sigma %s --help shows examples', async (command) => {
  const run = await runCli(['sigma', command, '--help']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(new RegExp(`^Usage: snowfence sigma ${command} `));
  expect(run.stdout).toMatch(new RegExp(`\\nExamples:\\n(  \\$ snowfence sigma ${command} .*\\n)+$`));
});

test('sigma alone lists its commands and is wrong use', async () => {
  const run = await runCli(['sigma']);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  for (const command of commands) expect(run.stderr).toMatch(new RegExp(`\\n  ${command} `));
  expect(await runCli(['sigma', 'check'])).toMatchObject({ code: 2, stdout: '' });
  expect((await runCli(['--help'])).stdout).toMatch(/\n {2}sigma +Write, check/);
});
