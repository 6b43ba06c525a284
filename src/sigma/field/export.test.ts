import { expect, test } from 'vitest';
import { bareName, exportsOf, findField, knowsField, pathsOf } from './export.ts';
import { loadRules, shippedRulesDirectory } from '../parse/load.ts';

function leavesOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => leavesOf(element, path));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
}

test('the lists that claim to be complete know every field of our examples', () => {
  const records = loadRules([shippedRulesDirectory()]).rules.flatMap(({ examples }) =>
    examples.flatMap((example) => example.records.map((record) => leavesOf(record))),
  );
  const kinds: readonly (readonly [log: string, mark: RegExp])[] = [
    ['sign-in', /^(properties\.)?createdDateTime$/i],
    ['directory-audit', /^((properties\.)?activityDateTime|InitiatedBy\..*)$/],
    ['graph-activity', /^(properties\.)?requestMethod$/i],
  ];
  for (const [log, mark] of kinds) {
    const own = records.filter((fields) => fields.some((field) => mark.test(field)));
    expect(own.length, `examples of ${log}`).toBeGreaterThan(10);
    const unknown = own.flat().filter((field) => !knowsField(exportsOf(log), field));
    expect([...new Set(unknown)], `unknown in ${log}`).toEqual([]);
  }
});

test('a field is spelled as the export spells it, is an object, or is not there', () => {
  const found = exportsOf('sign-in').map((one) => findField(one, 'DeviceDetail.isCompliant'));
  expect(found).toEqual([undefined, undefined, 'value', undefined]);
  expect(exportsOf('sign-in').map((one) => findField(one, 'status'))).toEqual([
    'object',
    undefined,
    undefined,
    undefined,
  ]);
  const [graph] = exportsOf('directory-audit');
  expect(graph && findField(graph, 'targetResources.0.modifiedProperties.1.newValue')).toBe('value');
});

test('one name leads to the paths of all exports', () => {
  const exports = exportsOf('sign-in');
  const paths = (field: string): string[] => exports.flatMap((one) => pathsOf(one, bareName(exports, field)));
  const all = ['riskState', 'properties.riskState', 'RiskState'];
  for (const field of ['RISKSTATE', 'properties.riskState']) expect(paths(field)).toEqual(all);
  expect(paths('location.geoCoordinates.Latitude')).toEqual([
    'location.geoCoordinates.Latitude',
    'properties.location.geoCoordinates.Latitude',
  ]);
  expect(paths('nothing')).toEqual([]);
});
