import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layFiles } from '../support/evidence.ts';
import { runCli } from '../support/run-cli.ts';

let root = '';
const limits = ['--memory', '400MB', '--threads', '1'];
const user = (id: string, accountEnabled: unknown) => ({
  id,
  userPrincipalName: `${id}@frostline.example`,
  accountEnabled,
  userType: 'Member',
});

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snowfence-test-'));
  await layFiles(join(root, 'exports'), {
    'users.json': JSON.stringify({ value: [user('u1', true), user('u2', 'perhaps'), user('u3', {}), user('u4', 7)] }),
  });
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('values that could not be read are told for their file and in the sum', async () => {
  const told = await runCli(['ingest', join(root, 'exports'), '--case', join(root, 'case'), ...limits]);
  expect(told.code).toBe(0);
  expect(told.stderr).toContain(
    '3 values of accountEnabled in users.json could not be read and count as not exported\n',
  );
  expect(told.stdout).toContain(
    '4 records, 0 duplicates left out, 0 rejected; 3 values could not be read and count as not exported\n',
  );
  const reported = await runCli(['investigate', join(root, 'exports'), '--case', join(root, 'case'), ...limits]);
  expect(reported.stdout).toContain(
    '0 rejected as unreadable or unknown; 3 values could not be read and count as not exported\n',
  );
});
