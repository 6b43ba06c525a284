import { describe, expect, test } from 'vitest';
import { prepareSchema } from '../../src/store/schema.ts';
import { trusted } from '../../src/store/sql.ts';
import { Store } from '../../src/store/store.ts';
import { layFiles } from '../support/evidence.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const rule = `title: Sign-in by a tool
name: tool
logsource: {product: microsoft365, category: authentication}
detection: {selection: {UserAgent|contains: "cu'rl"}, condition: selection}
`;
const correlation = `title: Many
correlation: {type: value_count, rules: [tool], group-by: [UserId], timespan: 1h, condition: {field: IPAddress, gte: 3}}
`;
const filter = `title: Known tools
logsource: {product: microsoft365, category: authentication}
filter: {rules: [tool], selection: {AppId: abc}, condition: not selection}
`;

/** Every statement of the text runs on the tables of an empty case. */
async function expectToRun(text: string): Promise<void> {
  const statements = text.split(/;\n/).filter((statement) => statement.trim() !== '');
  const store = await Store.open(':memory:');
  try {
    await prepareSchema(store);
    for (const statement of statements) expect(await store.rows(trusted(statement))).toEqual([]);
  } finally {
    store.close();
  }
}

describe('sigma compile', () => {
  test('a shipped rule, by its name', async () => {
    const run = await runCli(['sigma', 'compile', 'app-role-granted']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(
      /^-- app-role-granted: Application permission granted\n-- logs: directory-audit, unified-audit\n-- tables: activity\nselect /,
    );
    await expectToRun(run.stdout);
  });

  test('several documents of a file, narrowed by a filter beside', async () => {
    const cwd = await layFiles(await temporaryFolder(), {
      'own.yml': `${rule}---\n${correlation}`,
      'more/filter.yml': filter,
    });
    const run = await runCli(['sigma', 'compile', 'own.yml', '--rules', 'more'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const headers = run.stdout.split('\n').filter((line) => line.startsWith('-- '));
    expect(headers).toContain('-- own: Sign-in by a tool');
    expect(headers).toContain('-- own-2: Many');
    expect(headers.filter((line) => line === '-- tables: sign_in, activity')).toHaveLength(2);
    expect(headers).toContain('-- narrowed by the filter: Known tools');
    expect(run.stdout).toContain("'cu''rl'");
    expect(run.stdout).toContain("'abc'");
    await expectToRun(run.stdout);
  });

  test('--table leaves out the others, --json gives the same as a document', async () => {
    const cwd = await layFiles(await temporaryFolder(), { 'own.yml': rule });
    const run = await runCli(['sigma', 'compile', 'own.yml', '--table', 'sign_in', '--json'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const { queries, faults } = JSON.parse(run.stdout) as { queries: { sql: string }[]; faults: string[] };
    expect(faults).toEqual([]);
    expect(queries).toMatchObject([{ detection: 'own', title: 'Sign-in by a tool', tables: ['sign_in'], filters: [] }]);
    const [{ sql } = { sql: '' }] = queries;
    expect(sql).toContain('"sign_in"');
    expect(sql).not.toContain('"activity"');
    await expectToRun(sql);
  });

  test('--table narrows the rules of a correlation, too', async () => {
    const cwd = await layFiles(await temporaryFolder(), { 'own.yml': `${rule}---\n${correlation}` });
    const run = await runCli(['sigma', 'compile', 'own.yml', '--table', 'sign_in'], { cwd });
    expect(run.code).toBe(0);
    expect(run.stdout.match(/^-- tables: sign_in$/gm)).toHaveLength(2);
    expect(run.stdout).not.toContain('"activity"');
    await expectToRun(run.stdout);
  });

  test('shows control characters of a rule without sending them to the terminal', async () => {
    const selection = String.raw`{UserAgent: "a\e[2J\u202Eb", "Odd\u202E Name": 5, AppId|re: "a\eb"}`;
    const hostile = rule.replace(/title: .*/, String.raw`title: "\e]0;x\a"`).replace(/\{UserAgent.*?\}/, selection);
    const cwd = await layFiles(await temporaryFolder(), { 'own.yml': hostile });
    const run = await runCli(['sigma', 'compile', 'own.yml'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(run.stdout).toContain('chr(27)');
    await expectToRun(run.stdout);
  });

  test('what cannot be compiled is a fault, the rest is printed', async () => {
    const cwd = await layFiles(await temporaryFolder(), {
      'own.yml': `${rule}---\n${rule.replace('contains', 'nope')}`,
    });
    const run = await runCli(['sigma', 'compile', 'own.yml'], { cwd });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain(
      `rule not used: own.yml:9:${'detection: {selection: {'.length + 1}: there is no modifier "nope"\n  Known are`,
    );
    expect(run.stdout).toContain('-- own: Sign-in by a tool');
    expect(await runCli(['sigma', 'compile', 'no-such-rule'])).toMatchObject({ code: 3, stdout: '' });
    expect(await runCli(['sigma', 'compile', 'x', '--table', 'users'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('sigma fields', () => {
  interface Fields {
    readonly fields: readonly {
      readonly table: string;
      readonly log?: string;
      readonly field: string;
      readonly target: string;
    }[];
  }

  test('lists names with what they mean', async () => {
    const run = await runCli(['sigma', 'fields', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const { fields } = JSON.parse(run.stdout) as Fields;
    expect(fields).toContainEqual({ table: 'activity', field: 'OperationName', target: 'operation' });
    expect(new Set(fields.map(({ table }) => table))).toEqual(new Set(['activity', 'graph_activity', 'sign_in']));
  });

  test('--table, in columns', async () => {
    const run = await runCli(['sigma', 'fields', '--table', 'sign_in']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const [header = '', ...lines] = run.stdout.trimEnd().split('\n');
    const columns = ['TABLE', 'LOG', 'FIELD', 'MEANS'].map((name) => header.indexOf(name));
    expect(columns[0]).toBe(0);
    for (const line of lines) {
      expect(line).toMatch(/^sign_in /);
      for (const column of columns.slice(1)) expect(line.slice(column - 2, column + 1)).toMatch(/^ {2}\S$/);
    }
    expect(lines.some((line) => /^sign_in +- +IPAddress +ip$/.test(line))).toBe(true);
  });
});
