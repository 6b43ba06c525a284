import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layFiles } from '../support/evidence.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const good = `title: Role granted
id: c1f0a7d2-3b64-4e58-9a10-7d2e5b8c4f31
name: role_granted
status: test
description: Somebody was given a role.
logsource: {product: azure, service: auditlogs}
detection: {selection: {OperationName: Add member to role}, condition: selection}
level: high
examples: [{name: a request, fires: false, records: [{}]}]
`;
const advised = good.replace('OperationName: Add', "UserAgent: '*', OperationName: Add").replace('c1f0', 'c2f0');
const warned = good.replace('OperationName: Add member to role', 'NoSuchField: x').replace('c1f0', 'c3f0');
const broken = 'title: \u001B[2Jbroken\nlogsource: {product: azure}\ndetection: {a: {X|nope: y}, condition: a}\n';

async function lint(files: Readonly<Record<string, string>>, ...words: string[]): Promise<CliResult> {
  const cwd = await layFiles(await temporaryFolder(), files);
  return runCli(['sigma', 'lint', ...words], { cwd });
}

describe('sigma lint', () => {
  test('tells faults and advice with their places, and a sum', async () => {
    const run = await lint({ 'rules/broken.yml': broken, 'rules/weak.yml': advised, 'rules/good.yml': good }, 'rules');
    expect(run).toMatchObject({ code: 1, stderr: '' });
    const lines = run.stdout.trimEnd().split('\n');
    const place = (text: string, part: string): string => {
      const before = text.slice(0, text.indexOf(part)).split('\n');
      return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
    };
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(`rules/broken.yml:${place(broken, 'X|nope')}: error: there is no modifier "nope"`);
    expect(lines[1]).toMatch(/^ {4}Known are: /);
    expect(lines[2]).toBe(
      `rules/weak.yml:${place(advised, "'*'")}: advice: "*" asks only whether "UserAgent" is there`,
    );
    expect(lines[4]).toBe('1 error, 0 warnings, 1 piece of advice');
  });

  test('a fault of a rule beside does not count', async () => {
    const run = await lint({ 'good.yml': good, 'beside/broken.yml': broken }, 'good.yml', '--rules', 'beside');
    expect(run).toMatchObject({ code: 0, stdout: '0 errors, 0 warnings, 0 pieces of advice\n' });
  });

  test('rules beside and shipped ones may be referred to, others not', async () => {
    const correlation = (rule: string): string =>
      `title: Often\nid: d1f0a7d2-3b64-4e58-9a10-7d2e5b8c4f31\ncorrelation: {type: event_count, rules: [${rule}], timespan: 1h, condition: {gte: 5}}\n`;
    const files = { 'a.yml': correlation('role_granted'), 'beside/good.yml': good };
    expect((await lint(files, 'a.yml', '--rules', 'beside')).code).toBe(0);
    const alone = await lint(files, 'a.yml');
    expect(alone.code).toBe(1);
    expect(alone.stdout).toContain('error: there is no rule "role_granted"');
    const shipped = correlation('a879bde7-5db4-49cf-a5cf-15a6e2ca0792');
    expect((await lint({ 'a.yml': shipped }, 'a.yml')).code).toBe(0);
  });

  test.each([
    ['advice', advised, 1],
    ['warning', advised, 0],
    ['warning', warned, 1],
  ])('--fail-on %s', async (level, text, code) => {
    expect((await lint({ 'rule.yml': text }, 'rule.yml', '--fail-on', level)).code).toBe(code);
  });

  test('--json', async () => {
    const run = await lint({ 'a.yml': broken, 'b.yml': warned }, '.', '--json');
    expect(run).toMatchObject({ code: 1, stderr: '' });
    const document = JSON.parse(run.stdout) as { counts: object; findings: object[] };
    expect(document.counts).toEqual({ error: 1, warning: 1, advice: 0 });
    expect(document.findings).toMatchObject([
      { level: 'error', kind: 'rule-invalid', place: { file: 'a.yml', line: 3 } },
      { level: 'warning', kind: 'cannot-match', place: { file: 'b.yml', line: 7 } },
    ]);
  });

  test('wrong use and missing files', async () => {
    expect(await lint({}, 'gone.yml')).toMatchObject({ code: 3, stdout: '' });
    const empty = await lint({ 'note.txt': good }, '.');
    expect(empty).toMatchObject({ code: 3, stdout: '' });
    expect(empty.stderr).toContain('nothing-to-read: .: there is no rule');
    expect(await lint({ 'a.yml': good }, 'a.yml', '--fail-on', 'fault')).toMatchObject({ code: 2, stdout: '' });
    expect(await lint({ 'a.yml': good }, 'a.yml', '--json', '--sarif')).toMatchObject({ code: 2, stdout: '' });
    expect(await lint({})).toMatchObject({ code: 2, stdout: '' });
  });
});

/** What the schema of SARIF 2.1.0 requires of, and allows in, the objects that we write. */
const shapes: Record<string, { required: string[]; allowed: string[] }> = {
  log: { required: ['version', 'runs'], allowed: ['$schema'] },
  run: { required: ['tool'], allowed: ['columnKind', 'results'] },
  tool: { required: ['driver'], allowed: [] },
  driver: { required: ['name'], allowed: ['version', 'rules'] },
  rule: { required: ['id'], allowed: ['shortDescription'] },
  text: { required: ['text'], allowed: [] },
  result: { required: ['message'], allowed: ['ruleId', 'ruleIndex', 'level', 'locations'] },
  location: { required: [], allowed: ['physicalLocation'] },
  physicalLocation: { required: ['artifactLocation'], allowed: ['region'] },
  artifactLocation: { required: [], allowed: ['uri'] },
  region: { required: [], allowed: ['startLine', 'startColumn'] },
};

function expectShape(name: string, value: object): void {
  const { required, allowed } = shapes[name] ?? { required: [], allowed: [] };
  for (const key of required) expect(value).toHaveProperty(key);
  expect([...required, ...allowed]).toEqual(expect.arrayContaining(Object.keys(value)));
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly shortDescription: object }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}

function expectValid(sarif: Sarif): void {
  expectShape('log', sarif);
  expect(sarif.version).toBe('2.1.0');
  for (const run of sarif.runs) {
    expectShape('run', run);
    expect(['utf16CodeUnits', 'unicodeCodePoints']).toContain(run.columnKind);
    expectShape('tool', run.tool);
    expectShape('driver', run.tool.driver);
    for (const rule of run.tool.driver.rules) {
      expectShape('rule', rule);
      expectShape('text', rule.shortDescription);
    }
    for (const result of run.results) {
      expectShape('result', result);
      expectShape('text', result.message);
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      for (const location of result.locations) {
        const { physicalLocation } = location;
        expectShape('location', location);
        expectShape('physicalLocation', physicalLocation);
        expectShape('artifactLocation', physicalLocation.artifactLocation);
        expectShape('region', physicalLocation.region);
        expect(physicalLocation.artifactLocation.uri).toMatch(/^(file:\/\/\/)?[\w./%-]+$/);
        expect(physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
        expect(physicalLocation.region.startColumn).toBeGreaterThanOrEqual(1);
      }
    }
  }
}

describe('--sarif', () => {
  const files = { 'ru les/a.yml': broken, 'ru les/b.yml': warned, 'ru les/c.yml': advised };

  test('prints a valid log', async () => {
    const run = await lint(files, 'ru les', '--sarif');
    expect(run).toMatchObject({ code: 1, stderr: '' });
    const sarif = JSON.parse(run.stdout) as Sarif;
    expectValid(sarif);
    const results = sarif.runs[0]?.results ?? [];
    expect(results.map(({ level, ruleId }) => [level, ruleId])).toEqual([
      ['error', 'rule-invalid'],
      ['warning', 'cannot-match'],
      ['note', 'only-wildcard'],
    ]);
    expect(results[0]?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'ru%20les/a.yml' },
      region: { startLine: 3 },
    });
  });

  test('writes a file beside the text, and of clean rules one without results', async () => {
    const cwd = await layFiles(await temporaryFolder(), { 'good.yml': good });
    const run = await runCli(['sigma', 'lint', 'good.yml', '--sarif', 'out.sarif'], { cwd });
    expect(run).toMatchObject({ code: 0, stdout: '0 errors, 0 warnings, 0 pieces of advice\n' });
    const sarif = JSON.parse(await readFile(join(cwd, 'out.sarif'), 'utf8')) as Sarif;
    expectValid(sarif);
    expect(sarif.runs[0]?.results).toEqual([]);
  });

  test('never writes over a rule that stands behind it', async () => {
    const cwd = await layFiles(await temporaryFolder(), { 'good.yml': good });
    const run = await runCli(['sigma', 'lint', '--sarif', 'good.yml', 'good.yml'], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(await readFile(join(cwd, 'good.yml'), 'utf8')).toBe(good);
  });

  test('a file that cannot be written is a fault', async () => {
    expect(await lint({ 'good.yml': good }, 'good.yml', '--sarif', 'no/folder/out.sarif')).toMatchObject({ code: 3 });
  });
});
