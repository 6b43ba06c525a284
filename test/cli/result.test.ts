import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layFiles, lines, purviewHeader, purviewRow, signIns } from '../support/evidence.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';

const role = {
  CreationTime: '2024-01-20T10:00:00',
  Id: 'a role',
  Operation: 'Add member to role.',
  RecordType: 8,
  Workload: 'AzureActiveDirectory',
  UserId: 'admin@frostline.example',
  ObjectId: 'nora@frostline.example',
  ModifiedProperties: [{ Name: 'Role.DisplayName', NewValue: '"Global Administrator"', OldValue: '' }],
};

let root = '';
let first: CliResult;
const at = (name: string): string => join(root, name);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snowfence-test-'));
  await layFiles(at('evidence'), {
    'sign-ins.json': lines(signIns(20)),
    'audit.csv': `${purviewHeader.join(',')}\r\n${purviewRow(1, role)}\r\nbroken,"x"y\r\n`,
    'note.txt': 'a note',
  });
  first = await runCli([
    'investigate',
    at('evidence'),
    '--case',
    at('case'),
    '--memory',
    '400MB',
    '--threads',
    '1',
    '--json',
  ]);
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Document {
  readonly ingested: {
    readonly read: number;
    readonly known: number;
    readonly records: number;
    readonly rejected: number;
  };
  readonly summary: { readonly findings: Readonly<Record<string, number>>; readonly records: number };
  readonly files: readonly string[];
}

/** The one document on standard output. */
function documentOf(run: CliResult): Document {
  expect(run.stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(run.stdout) as Document;
}

describe('--json', () => {
  test('prints one document on standard output and nothing else anywhere', async () => {
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const document = documentOf(first);
    expect(document.ingested).toMatchObject({ read: 3, known: 0, records: 21, rejected: 2 });
    expect(document.summary.records).toBe(21);
    expect(document.summary.findings['critical']).toBe(1);
    expect((await readdir(at('case'))).toSorted()).toEqual(
      ['case.duckdb', ...document.files].toSorted((a, b) => (a < b ? -1 : 1)),
    );
  });

  test('of the other commands', async () => {
    const ingested = await runCli(['ingest', at('evidence'), '--case', at('case'), '--json']);
    expect(ingested).toMatchObject({ code: 0, stderr: '' });
    expect(documentOf(ingested).ingested).toMatchObject({ read: 0, known: 3, records: 0, rejected: 0 });
    const reported = await runCli(['report', '--case', at('case'), '--json']);
    expect(reported).toMatchObject({ code: 0, stderr: '' });
    expect(documentOf(reported).summary).toEqual(documentOf(first).summary);
  });
});

describe('as text', () => {
  test('ingest says what became of each file, on standard error', async () => {
    const run = await runCli(['ingest', at('evidence'), '--case', at('another')]);
    expect(run).toMatchObject({
      code: 0,
      stdout: '3 files read, 0 known already: 21 records, 0 duplicates left out, 2 rejected\n',
    });
    expect(run.stderr.split('\n')).toEqual([
      `read      ${at('evidence/audit.csv')}: 1 record of unified-audit, 1 rejected`,
      `unknown   ${at('evidence/note.txt')}: neither JSON nor CSV`,
      `read      ${at('evidence/sign-ins.json')}: 20 records of sign-in-graph`,
      '',
    ]);
    const again = await runCli(['ingest', at('evidence'), '--case', at('another')]);
    expect(again.stdout).toBe('0 files read, 3 known already: 0 records, 0 duplicates left out, 0 rejected\n');
    expect(again.stderr.match(/^known {5}/gm)).toHaveLength(3);
  });

  test('report names the files that it wrote', async () => {
    const run = await runCli(['report', '--case', at('case')]);
    expect(run.stdout.trimEnd().split('\n')).toEqual(documentOf(first).files.map((file) => join(at('case'), file)));
  });
});

describe('--since, --until and --fail-on', () => {
  const detect = (...words: string[]): Promise<CliResult> =>
    runCli(['detect', '--case', at('case'), '--json', ...words]);

  test('a finding at or above the severity exits with 1', async () => {
    const run = await detect('--fail-on', 'critical', '--since', '2024-01-20', '--until', '2024-01-20T10:00:01Z');
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(documentOf(run).summary.findings['critical']).toBe(1);
  });

  test('none in the window exits with 0: the end is not in it', async () => {
    const run = await detect('--fail-on', 'critical', '--until', '2024-01-20T10:00:00Z');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(documentOf(run).summary.findings['critical']).toBe(0);
  });
});
