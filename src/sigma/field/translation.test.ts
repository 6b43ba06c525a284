import { describe, expect, test } from 'vitest';
import type { Log } from '../../shape/detection.ts';
import { targetOf } from './field.ts';
import { translateItem } from './translation.ts';
import { parseItem } from '../parse/parse-item.ts';
import type { Pattern } from '../parse/pattern.ts';
import { readYaml } from '../parse/yaml-document.ts';

/** What the patterns ask for, with `*` for wildcards. */
function textsOf(pattern: Pattern): string[] {
  if (pattern.kind === 'any') return pattern.of.flatMap(textsOf);
  if (pattern.kind !== 'text') return [pattern.kind];
  return [pattern.text.pieces.map((piece) => (typeof piece === 'string' ? piece : '*')).join('')];
}

function translate(table: string, log: Log, key: string, value: unknown): [target: string, texts: string[]][] {
  const [document] = readYaml(JSON.stringify(value), 'rule.yml').documents;
  if (document === undefined) throw new Error('no value');
  const item = parseItem(key, document, {}, {});
  return translateItem(item, table, [log]).map((one) => [
    one.home === undefined ? '' : targetOf(one.home),
    one.item.patterns.flatMap(textsOf),
  ]);
}

const audit = 'directory-audit';
const unified = 'unified-audit';

describe('a field', () => {
  test('of a guide leads to the column, and its words to those of the log', () => {
    const words = ['Device Code', 'ROPC', 'saml20'];
    expect(translate('sign_in', 'sign-in', 'properties.message', words)).toEqual([
      ['authenticationProtocol', ['deviceCode', 'Device Code', 'ROPC', 'saml20']],
    ]);
  });

  test('may mean several places, each with words of its own', () => {
    expect(translate('activity', unified, 'status', 'success')).toEqual([
      ['result', ['Success', 'Succeeded', 'PartiallySucceeded', 'True']],
      ['record: Status', ['success']],
    ]);
    expect(translate('activity', unified, 'eventName', 'Impossible travel activity')).toEqual([
      ['operation', ['Impossible travel activity']],
      ['record: Name where workload SecurityComplianceCenter', ['Impossible travel activity']],
    ]);
  });

  test('means another column in another log of the table', () => {
    const targets = (log: Log): string[] => translate('activity', log, 'Status', 'x').map(([target]) => target);
    expect(targets(audit)).toEqual(['result', 'resultReason']);
    expect(targets('azure-activity')).toEqual(['result']);
    expect(translate('activity', 'risk-detection', 'RiskLevel', 'high')).toEqual([['category', ['high']]]);
    expect(translate('activity', unified, 'RiskLevel', 'high')).toEqual([['', ['high']]]);
  });

  test('that no column holds leads to where each export has it', () => {
    expect(translate('sign_in', 'sign-in', 'deviceDetail.isManaged', '')).toEqual([
      ['record: deviceDetail.isManaged or properties.deviceDetail.isManaged or DeviceDetail.isManaged', ['']],
    ]);
  });

  test('that is not known stays as it is', () => {
    expect(translate('sign_in', 'sign-in', 'ActivityDetails', 'Sign-ins')).toEqual([['', ['Sign-ins']]]);
  });
});

test.each([
  ['Operation', 'Update application – Certificates ', ['Update application - Certificates']],
  ['Operation', 'Add member to role.', ['Add member to role']],
  ['Operation|contains', 'Strong Authentication.', ['*Strong Authentication.*', '*Strong Authentication']],
  ['Operation|endswith', 'role.', ['*role']],
  ['Operation|startswith', 'Add ', ['Add *', 'Add']],
  ['Operation|contains', '.', ['*.*']],
  ['Category', 'a – b.', ['a – b.']],
])('%s: %s is asked of the column as %j', (key, value, texts) => {
  expect(translate('activity', audit, key, value)[0]?.[1]).toEqual(texts);
});
