import { expect, test } from 'vitest';
import { compileRules, parseRules } from '../sigma/index.ts';
import { testRules } from './test-rules.ts';

/** A directory audit as Graph gives it. */
function audit(id: string, activityDisplayName: string, second = 0): Record<string, unknown> {
  return {
    id: `Directory_${id}`,
    category: 'RoleManagement',
    activityDisplayName,
    activityDateTime: `2024-01-12T12:00:${String(second).padStart(2, '0')}Z`,
    loggedByService: 'Core Directory',
    result: 'success',
    initiatedBy: { user: { userPrincipalName: 'admin@frostline.example' } },
    targetResources: [],
  };
}

interface Example {
  readonly name: string;
  readonly fires: boolean;
  readonly records: readonly unknown[];
}

/** Rules that find an operation, by its first word, with their examples. */
function ruleText(word: string, examples: readonly Example[]): string {
  return `title: ${word}
name: ${word}
logsource: {product: azure, service: auditlogs}
detection: {selection: {OperationName|startswith: ${word}}, condition: selection}
examples: ${JSON.stringify(examples)}
`;
}

/** Failures by the names of the examples; \`passed\` for the others. */
async function run(...documents: string[]): Promise<Record<string, string>> {
  const set = parseRules(documents.join('---\n'), 'rules.yml');
  expect(set.faults.map(({ located }) => located)).toEqual([]);
  const outcomes = await testRules(compileRules(set));
  return Object.fromEntries(outcomes.map(({ example, failure }) => [example.name, failure ?? 'passed']));
}

const add = audit('1', 'Add member to role');
const remove = audit('2', 'Remove member from role');

test('every record of an example that fires must be found, none of the others', async () => {
  const examples = [
    { name: 'found', fires: true, records: [add] },
    { name: 'quiet', fires: false, records: [remove] },
    { name: 'one is missed', fires: true, records: [add, remove] },
    { name: 'one too many', fires: false, records: [remove, add] },
    { name: 'nothing', fires: false, records: [] },
  ];
  expect(await run(ruleText('Add', examples))).toEqual({
    found: 'passed',
    quiet: 'passed',
    'one is missed': 'record 2 of 2 is not found',
    'one too many': 'record 2 of 2 is found, but should not be',
    nothing: 'the example has no records',
  });
});

test('examples do not see each other, though they share ids', async () => {
  const same = (name: string) => audit('same', name);
  const first = [{ name: 'a', fires: true, records: [same('Add member to role')] }];
  const second = [
    { name: 'b', fires: true, records: [same('Remove member from role')] },
    { name: 'c', fires: false, records: [same('Add member to role')] },
  ];
  expect(await run(ruleText('Add', first), ruleText('Remove', second))).toEqual({
    a: 'passed',
    b: 'passed',
    c: 'passed',
  });
});

test('what cannot be read fails, also where nothing should be found', async () => {
  const examples = [
    { name: 'before', fires: true, records: [add] },
    { name: 'without time', fires: false, records: [remove, { ...remove, activityDateTime: 'soon' }] },
    { name: 'of no export', fires: false, records: [{ hello: 'world' }] },
    { name: 'no object', fires: false, records: ['text'] },
    { name: 'behind', fires: true, records: [add] },
  ];
  const outcome = await run(ruleText('Add', examples));
  expect(outcome).toMatchObject({ before: 'passed', behind: 'passed' });
  expect(outcome['without time']).toMatch(/^record 2 cannot be read: /);
  expect(outcome['of no export']).toMatch(/^record 1 cannot be read: /);
  expect(outcome['no object']).toMatch(/^record 1 cannot be read: /);
});

test('a page with several records does not shift those of other examples', async () => {
  const examples = [
    { name: 'page', fires: true, records: [{ value: [add, add, add] }] },
    { name: 'mixed page', fires: true, records: [{ value: [add, remove] }] },
    { name: 'found', fires: true, records: [add] },
    { name: 'quiet', fires: false, records: [remove] },
  ];
  expect(await run(ruleText('Add', examples))).toEqual({
    page: 'passed',
    'mixed page': 'record 2 of 2 is not found',
    found: 'passed',
    quiet: 'passed',
  });
});

test('more records than one file takes', async () => {
  const many = Array.from({ length: 130 }, (_, index) => ({
    name: String(index),
    fires: index % 3 === 0,
    records: [audit(String(index), index % 3 === 0 ? 'Add member to role' : 'Remove member from role')],
  }));
  expect(new Set(Object.values(await run(ruleText('Add', many))))).toEqual(new Set(['passed']));
});

const correlationText = (examples: readonly Example[]): string => `title: several
correlation: {type: event_count, rules: [Add], timespan: 1m, condition: {gte: 3}}
examples: ${JSON.stringify(examples)}
`;

test('a correlation is held against one example at a time', async () => {
  const adds = (count: number) => Array.from({ length: count }, (_, index) => audit(`${index}`, 'Add member', index));
  const examples = [
    { name: 'three', fires: true, records: adds(3) },
    { name: 'two', fires: false, records: adds(2) },
    { name: 'another two', fires: false, records: adds(2) },
    { name: 'one of three is double', fires: false, records: [...adds(2), ...adds(1)] },
    { name: 'three among others', fires: true, records: [...adds(3), remove] },
    { name: 'too few', fires: true, records: adds(2) },
    { name: 'too many', fires: false, records: adds(4) },
    { name: 'broken', fires: false, records: [{ hello: 'world' }] },
  ];
  const outcome = await run(ruleText('Add', []), correlationText(examples));
  expect(outcome).toMatchObject({
    three: 'passed',
    two: 'passed',
    'another two': 'passed',
    'one of three is double': 'passed',
    'three among others': 'passed',
    'too few': 'no window meets its condition; its rules found: rules 2',
    'too many': 'it consists of 4 of 4 records, but should find nothing',
  });
  expect(outcome['broken']).toMatch(/^record 1 cannot be read: /);
});
