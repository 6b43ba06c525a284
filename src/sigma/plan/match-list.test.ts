import { describe, expect, test } from 'vitest';
import type { Log } from '../../shape/detection.ts';
import { check, ruleText, type Values } from '../fixture/rule-bench.ts';
import { compileRules, matchStatement, parseRules } from '../index.ts';
import { homeOf } from '../field/field.ts';

const risks = (...riskEventTypes: (string | null)[]): Values => ({ riskEventTypes });

describe('a column with a list', () => {
  check('sign_in', [
    [{ RiskEventTypes_v2: 'anonymizedIPAddress' }, risks('x', 'AnonymizedIPAddress'), true],
    [{ 'properties.riskEventTypes': 'x' }, risks('x'), true],
    [{ RiskEventTypes: 'x' }, risks('xy'), false],
    [{ RiskEventTypes: 'x' }, {}, false],
    [{ 'RiskEventTypes|cased': 'X' }, risks('x'), false],
    [{ RiskEventTypes: ['y', 'z*'] }, risks('x', 'zz'), true],
    [{ 'RiskEventTypes|contains': 'nonymized' }, risks('x', 'anonymizedIPAddress'), true],
    [{ 'RiskEventTypes|re': '^x.$' }, risks('x', 'xy'), true],
    // Each value of `all` may be met by another element, and so may each item.
    [{ 'RiskEventTypes|contains|all': ['a', 'b'] }, risks('xa', 'by'), true],
    [{ 'RiskEventTypes|all': ['a', 'b'] }, risks('a', 'c'), false],
    [{ RiskEventTypes: 'a', RiskEventTypes_v2: 'b' }, risks('a', 'b'), true],
    [{ 'RiskEventTypes|neq': 'a' }, risks('a', 'b'), false],
    [{ 'RiskEventTypes|neq': 'a' }, risks('b'), true],
    [{ 'RiskEventTypes|neq': 'a' }, {}, true],
    [{ 'RiskEventTypes|all|neq': ['a', 'b'] }, risks('a'), true],
    [{ 'RiskEventTypes|fieldref': 'RiskLevel' }, { ...risks('a', 'High'), riskLevel: 'high' }, true],
    [{ 'RiskEventTypes|fieldref': 'RiskLevel' }, risks('a', null), false],
    [{ RiskEventTypes: '' }, risks(), false],
    [{ RiskEventTypes: '' }, risks(''), true],
  ]);
  for (const nothing of [{}, risks(), risks(null)]) {
    check('sign_in', [
      [{ RiskEventTypes: null }, nothing, true],
      [{ 'RiskEventTypes|neq': null }, nothing, false],
      [{ 'RiskEventTypes|exists': false }, nothing, true],
      [{ 'RiskEventTypes|exists': true }, nothing, false],
      [{ 'RiskEventTypes|contains': '' }, nothing, false],
    ]);
  }
  check('sign_in', [
    [{ RiskEventTypes: null }, risks(null, 'a'), false],
    [{ 'RiskEventTypes|exists': true }, risks('a'), true],
    [{ 'RiskEventTypes|exists': false }, risks('a'), false],
  ]);

  test('is read without the record, and has too many values to refer to', () => {
    const compile = (detection: unknown) => compileRules(parseRules(ruleText('sign_in', detection), 'rule.yml'));
    const { compiled } = compile({ s: { RiskEventTypes: 'a' }, condition: 's' });
    const statement = matchStatement(
      'sign_in',
      compiled.flatMap(({ conditions }) => conditions),
    );
    expect(statement.text).not.toContain('"raw"');
    const { refused } = compile({ s: { 'RiskLevel|fieldref': 'RiskEventTypes' }, condition: 's' });
    expect(refused).toMatchObject([{ fault: { message: '"RiskEventTypes" has many values in one record' } }]);
  });
});

describe('typed columns instead of the record', () => {
  check('sign_in', [
    [{ 'DeviceDetail.DeviceId': '' }, { deviceId: '' }, true],
    [{ 'DeviceDetail.deviceId': '' }, { deviceId: null }, false],
    [{ 'properties.deviceDetail.deviceId': null }, { deviceId: null }, true],
    [{ 'DeviceDetail.isCompliant': false }, { isCompliant: false }, true],
    [{ 'deviceDetail.isCompliant': 'False' }, { isCompliant: false }, true],
    [{ 'deviceDetail.isCompliant': false }, { isCompliant: null }, false],
    [{ 'properties.status.additionalDetails|contains': 'denied' }, { statusDetails: 'MFA Denied' }, true],
    [{ RiskState: 'atRisk' }, { riskState: 'atrisk' }, true],
  ]);
});

/** A record of the unified audit log with this workload. */
const record = (workload: string | null, raw: unknown): Values => ({ workload, raw: JSON.stringify(raw) });

describe('a place that only some records have', () => {
  check('activity', [
    [{ EventName: 'Phish' }, record('SecurityComplianceCenter', { Name: 'phish' }), true],
    [{ EventName: 'Phish' }, record('securitycompliancecenter', { Name: 'phish' }), true],
    [{ EventName: 'Phish' }, record('MicrosoftTeams', { Name: 'phish' }), false],
    [{ EventName: 'Phish' }, record(null, { Name: 'phish' }), false],
    [{ EventName: 'Phish' }, { ...record('MicrosoftTeams', { Name: 'x' }), operation: 'Phish' }, true],
    [{ 'EventName|neq': 'Phish' }, record('MicrosoftTeams', { Name: 'phish' }), true],
    [{ 'EventName|neq': 'Phish' }, record('SecurityComplianceCenter', { Name: 'phish' }), false],
    [{ EventName: null }, record('MicrosoftTeams', { Name: 'phish' }), true],
    [{ EventName: null }, record(null, { Name: 'phish' }), true],
    [{ EventName: null }, record('SecurityComplianceCenter', { Name: 'phish' }), false],
    [{ EventName: null }, record('SecurityComplianceCenter', {}), true],
    [{ 'EventName|exists': false }, record('MicrosoftTeams', { Name: 'phish' }), true],
    [{ 'EventName|exists': false }, record('SecurityComplianceCenter', { Name: 'phish' }), false],
    [{ 'EventName|exists': true }, record('MicrosoftTeams', { Name: 'phish' }), false],
    [{ 'EventName|exists': true }, record('SecurityComplianceCenter', { Name: 'phish' }), true],
    [{ EventSource: 'ObjectModel' }, record('OneDrive', { EventSource: 'ObjectModel' }), true],
    [{ EventSource: 'ObjectModel' }, record('Exchange', { EventSource: 'ObjectModel' }), false],
    [{ Workload: 'SecurityComplianceCenter', EventName: 'x' }, record('SecurityComplianceCenter', { Name: 'x' }), true],
    [{ Workload: ['Exchange', 'AirInvestigation'], EventName: 'x' }, record('Exchange', { Name: 'x' }), false],
    [{ Workload: ['Exchange', 'AirInvestigation'], EventName: null }, record('Exchange', { Name: 'x' }), true],
    // Each value of `all` may be at another of the places.
    [
      { 'Payload|contains|all': ['New-Action', 'Export'] },
      { ...record('SecurityComplianceCenter', { Parameters: '-Export' }), operation: 'New-Action' },
      true,
    ],
    [
      { 'Payload|contains|all': ['New-Action', 'Export'] },
      { ...record('SharePoint', { Parameters: '-Export' }), operation: 'New-Action' },
      false,
    ],
    // So many workloads have a status that it is sought in all.
    [{ Status: 'Running' }, record('AirInvestigation', { Status: 'running' }), true],
  ]);

  test('never comes first, so that whoever takes the first place need not ask', () => {
    const logs: Log[] = ['unified-audit'];
    for (const field of ['EventSource', 'EventName', 'Payload']) {
      expect(homeOf('activity', field, logs)?.kind).toBe('column');
    }
  });
});
