import { describe } from 'vitest';
import { check, type Values } from '../fixture/rule-bench.ts';

const property = (name: string, value: string, old: string | null = null): Values => ({ name, old, new: value });
const target = (...properties: Values[]): Values => ({ id: 'i', name: 'App', type: 'ServicePrincipal', properties });
const grant = {
  'Target.Type': 'serviceprincipal',
  'ModifiedProperties.AppRole.Value.NewValue': 'full_access_as_app',
};

describe('elements of lists', () => {
  check('activity', [
    [grant, { targets: [target(property('AppRole.Value', 'Full_Access_As_App'))] }, true],
    [grant, { targets: [target(property('Other', 'full_access_as_app'), property('AppRole.Value', 'x'))] }, false],
    [
      grant,
      { targets: [target(property('AppRole.Value', 'x')), target(property('Other', 'full_access_as_app'))] },
      false,
    ],
    [grant, { targets: [target(property('X', 'y'))] }, false],
    [
      grant,
      { targets: [{ ...target(property('AppRole.Value', 'full_access_as_app')), type: 'User' }, target()] },
      false,
    ],
    [grant, { targets: null }, false],
    [
      { 'ModifiedProperties.A.NewValue': 'n', 'ModifiedProperties.A.OldValue': 'o' },
      { targets: [target(property('A', 'n', 'x'), property('A', 'y', 'o'))] },
      false,
    ],
    [
      { 'ModifiedProperties.A.NewValue': 'n', 'ModifiedProperties.B.OldValue': 'o' },
      { targets: [target(property('A', 'n', 'x'), property('b', 'y', 'o'))] },
      true,
    ],
    [
      { 'ModifiedProperties.A.NewValue': 'n', 'ModifiedProperties.B.OldValue': 'o' },
      { targets: [target(property('A', 'n')), target(property('B', 'y', 'o'))] },
      false,
    ],
    [
      { 'ModifiedProperties.A.OldValue': null, 'ModifiedProperties.A.NewValue': 'n' },
      { targets: [target(property('A', 'n'))] },
      true,
    ],
    [{ 'ModifiedProperties.A.NewValue': null }, { targets: [] }, true],
    [{ 'ModifiedProperties.A.NewValue': null }, { targets: [target(property('A', 'n'))] }, false],
    [{ 'ModifiedProperties.A.NewValue|neq': 'n' }, { targets: [target(property('A', 'n'))] }, false],
    [{ 'ModifiedProperties.A.NewValue|neq': 'n' }, { targets: [target(property('A', 'm'))] }, true],
    [{ 'ModifiedProperties.A.NewValue|exists': true }, { targets: [target(property('a', 'm'))] }, true],
    [{ 'ModifiedProperties.A.NewValue|exists': true }, { targets: [target(property('b', 'm'))] }, false],
    [{ 'Target.Name|contains': ['x', 'PP'], 'Target.Id|neq': 'j' }, { targets: [target()] }, true],
    [{ 'Target.Name': null }, { targets: null }, true],
    [
      { 'ModifiedProperties.A.NewValue': Array.from({ length: 1000 }, (_, n) => `v${n}`) },
      { targets: [target(property('A', 'V999'))] },
      true,
    ],
    [
      { 'OperationProperties.MailAccessType': 'sync' },
      { parameters: [{ list: 'OperationProperties', name: 'MailAccessType', value: 'Sync' }] },
      true,
    ],
    [
      { 'OperationProperties.MailAccessType': 'sync' },
      {
        parameters: [
          { list: 'Parameters', name: 'MailAccessType', value: 'Sync' },
          { list: 'OperationProperties', name: 'x', value: 'Sync' },
        ],
      },
      false,
    ],
    [
      { 'Parameters.A': 'x', 'Parameters.B': 'y', 'Parameters.C': null, 'Parameters.D|neq': 'z' },
      {
        parameters: [
          { list: 'Parameters', name: 'A', value: 'x' },
          { list: 'Parameters', name: 'B', value: 'y' },
        ],
      },
      true,
    ],
    [{ 'Parameters.A': 'x' }, { parameters: null }, false],
  ]);
});
