import { describe, expect, test } from 'vitest';
import { eventTables } from '../../shape/detection.ts';
import { eventColumns } from '../../store/tables.ts';
import { listFields } from '../field/field.ts';
import { fitRule, type RuleFit } from './fit.ts';
import { loadRules, parseRules, shippedRulesDirectory } from '../parse/load.ts';

function fit(service: string, detection: Record<string, unknown>, product = 'azure'): RuleFit {
  const text = JSON.stringify({ title: 'Rule', logsource: { product, service }, detection });
  const { rules, faults } = parseRules(text, 'rule.yml');
  expect(faults).toEqual([]);
  const [rule] = rules;
  if (rule === undefined) throw new Error('no rule');
  return fitRule(rule);
}

const audits = (selection: unknown): RuleFit => fit('auditlogs', { selection, condition: 'selection' });
const signIns = (selection: unknown): RuleFit => fit('signinlogs', { selection, condition: 'selection' });
const kindsOf = ({ reasons }: RuleFit): string[] => reasons.map(({ kind }) => kind);

test('real records can meet every rule of ours', () => {
  const { rules } = loadRules([shippedRulesDirectory()]);
  const impossible = rules.filter((rule) => fitRule(rule).verdict === 'cannot-match');
  expect(impossible.map(({ detection }) => detection)).toEqual([]);
});

describe('how a field is spelled', () => {
  test.each([
    [{ OperationName: 'Add user', Category: 'UserManagement' }, 'runs'],
    [{ operationName: 'Add user', 'properties.result': 'success' }, 'runs'],
    [{ activityDisplayName: 'Add user', category: 'UserManagement' }, 'runs'],
    [{ OperationName: 'Add user', 'properties.result': 'success' }, 'runs-through-map'],
    [{ OPERATIONNAME: 'Add user' }, 'runs-through-map'],
    [{ 'properties.message': 'Add user' }, 'runs-through-map'],
    // At the top of a diagnostic setting's record the category is the name of the log.
    [{ operationName: 'Add user', category: 'UserManagement' }, 'runs-through-map'],
    [{ 'properties.initiatedBy|contains': 'admin' }, 'runs'],
    [['anything in the record'], 'runs'],
  ])('%j: %s', (selection, verdict) => {
    expect(audits(selection).verdict).toBe(verdict);
  });

  test('an object is not the text that a rule wants there', () => {
    expect(signIns({ Status: 'Success', AuthenticationRequirement: 'singleFactorAuthentication' }).verdict).toBe(
      'runs-through-map',
    );
    expect(signIns({ 'Status|contains': 'MFA denied' }).verdict).toBe('runs');
  });
});

describe('what can never be met', () => {
  test('a field that no record has, unless its absence is wanted', () => {
    expect(signIns({ ActivityDetails: 'Sign-ins' }).verdict).toBe('cannot-match');
    expect(signIns({ ActivityDetails: null, ResultType: 0 }).verdict).toBe('runs');
    expect(signIns({ 'ActivityDetails|exists': false, ResultType: 0 }).verdict).toBe('runs');
    expect(signIns({ 'ActivityDetails|exists': true }).verdict).toBe('cannot-match');
    expect(signIns({ 'ActivityDetails|neq': 'x', ResultType: 0 }).verdict).toBe('runs');
  });

  test.each([
    { Result: 'Sucess' },
    { 'Result|startswith': 'ok' },
    { Result: 'su?cess*x' },
    { OperationName: 'Request Approved/Denied' },
    { OperationName: 'Update Service principal/Update Application' },
    { 'OperationName|contains|all': ['Add user', 'Add member to role'] },
    { Initiatedby: 'UPN' },
    { Result: ['ok', 'good'] },
  ])('%j', (selection) => {
    expect(audits(selection).verdict).toBe('cannot-match');
  });

  test.each([
    { Result: 'SUCCESS' },
    { Result: ['ok', 'success'] },
    { 'Result|contains': 'succ' },
    { Result: 'su?c*s' },
    { Result: '' },
    { OperationName: 'Disable/pause provisioning configuration' },
    { 'OperationName|contains|all': ['Add eligible member', 'role'] },
    { 'OperationName|contains|all': ['Add member to role', 'Add member'] },
    { OperationName: 'Update application – Certificates and secrets management' },
    { OperationName: 'An activity of next year' },
  ])('but not %j', (selection) => {
    expect(audits(selection).verdict).not.toBe('cannot-match');
  });

  test.each([
    ['a and b', 'cannot-match'],
    ['a or b', 'runs'],
    ['b and not a', 'runs'],
    ['not b', 'runs'],
    ['not (not a)', 'cannot-match'],
    ['b and not (not a)', 'cannot-match'],
    ['1 of *', 'runs'],
    ['all of *', 'cannot-match'],
  ])('is carried through the condition "%s"', (condition, verdict) => {
    const detection = { a: { Result: 'Sucess' }, b: { OperationName: 'Add user' }, condition };
    expect(fit('auditlogs', detection).verdict).toBe(verdict);
  });
});

test('a filter narrows the rule until nothing is left', () => {
  const rule = { title: 'Rule', name: 'it', logsource: { product: 'azure', service: 'auditlogs' } };
  const narrowed = (value: string): RuleFit | undefined => {
    const filter = { rules: ['it'], selection: { Result: value }, condition: 'selection' };
    const documents = [
      { ...rule, detection: { selection: { OperationName: 'Add user' }, condition: 'selection' } },
      { title: 'Filter', logsource: rule.logsource, filter },
    ];
    const { rules, faults } = parseRules(documents.map((one) => JSON.stringify(one)).join('\n---\n'), 'rule.yml');
    expect(faults).toEqual([]);
    return rules.map((one) => fitRule(one))[0];
  };
  expect(narrowed('success')?.verdict).toBe('runs');
  expect(narrowed('Sucess')?.verdict).toBe('cannot-match');
});

test('reasons name what made it so, with field, value and place; the rest is left out', () => {
  const { reasons } = audits({ OperationName: 'Add user', Status: ['Sucess'], Nothing: 'x' });
  expect(reasons.map(({ kind, field, value, place }) => [kind, field, value, place.line])).toEqual([
    ['never', 'Status', 'Sucess', 1],
    ['never', 'Nothing', undefined, 1],
  ]);
});

test('what is only unlikely is a doubt, and the rule runs', () => {
  const odd = audits({ OperationName: ['Add user', 'An activity of next year'] });
  expect([odd.verdict, kindsOf(odd)]).toEqual(['runs', ['doubt']]);
  const half = audits({ OperationName: ['Add user', 'Request Approved/Denied'] });
  expect([half.verdict, kindsOf(half)]).toEqual(['runs', ['doubt']]);
  const cluster = fit('activitylogs', {
    selection: { operationName: 'MICROSOFT.KUBERNETES/CONNECTEDCLUSTERS/PODS/DELETE' },
    condition: 'selection',
  });
  expect([cluster.verdict, kindsOf(cluster)]).toEqual(['runs', ['doubt']]);
});

test('several values of a list may be in one record', () => {
  const both = { 'RiskEventTypes|all': ['unlikelyTravel', 'leakedCredentials'] };
  expect(signIns(both)).toEqual({ verdict: 'runs', reasons: [] });
});

test('the unified audit log has fields that nobody listed', () => {
  const { verdict, reasons } = fit('audit', { selection: { SomethingNew: 'x' }, condition: 'selection' }, 'm365');
  expect(verdict).toBe('runs-through-map');
  expect(reasons.map(({ kind, field }) => [kind, field])).toContainEqual(['doubt', 'SomethingNew']);
});

test('a value with many wildcards is decided quickly', () => {
  const started = performance.now();
  const { verdict } = audits({ 'OperationName|contains': 'e*'.repeat(90) });
  expect(verdict).toBe('runs');
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a log source that nobody exports says so, and one that is not known says which are', () => {
  const alerts = fit('pim', { selection: { riskEventType: 'x' }, condition: 'selection' });
  expect(alerts.reasons[0]?.reason).toContain('Triggered PIM alert');
  const unknown = fit('nothing', { selection: { a: 'x' }, condition: 'selection' });
  expect([alerts.verdict, unknown.verdict]).toEqual(['cannot-match', 'cannot-match']);
  expect(unknown.reasons[0]?.reason).toContain('azure/auditlogs');
});

test('the list of fields is sorted, without repetition, and leads to columns that are there', () => {
  const fields = listFields();
  const keys = fields.map(({ table, log, field, target }) => [table, log ?? '', field, target].join('\t'));
  expect(keys).toEqual([...new Set(keys)].toSorted((a, b) => (a < b ? -1 : 1)));
  for (const { table, target } of fields) {
    const column = /^(\w+)(?:\.|$)/.exec(target)?.[1];
    if (!target.startsWith('record: ')) expect(Object.keys(eventColumns[table])).toContain(column);
  }
  expect(new Set(fields.map(({ table }) => table))).toEqual(new Set(eventTables));
  expect(keys).toContain('activity\trisk-detection\tRiskEventType\toperation');
  expect(keys).toContain('sign_in\t\tRiskEventTypes_v2\triskEventTypes');
  expect(keys).toContain('activity\tunified-audit\tEventName\trecord: Name where workload SecurityComplianceCenter');
  expect(keys.some((key) => key.startsWith('sign_in\tsign-in\triskDetail\trecord: '))).toBe(true);
});
