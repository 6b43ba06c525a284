import { basename, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileRules } from '../../src/sigma/compile.ts';
import { type FitReason, fitRule } from '../../src/sigma/fit.ts';
import { loadRules } from '../../src/sigma/load.ts';
import { filesOf, isThere, sampleData, titleFor } from './sample-data.ts';

const folder = 'sigmahq-cloud';
const files = filesOf(folder, '.yml');

/** Values of their own for rules with placeholders, whose names mind capitals. */
const placeholders = {
  ApprovedUserUpn: ['admin@frostline.example'],
  Approved_Inviters: ['admin@frostline.example'],
  Important_AppIds: ['00000002-0000-0ff1-ce00-000000000000'],
  Known_Location: ['NO'],
  KNOWN_LOCATION: ['NO'],
  UnLegitCountries: ['XX'],
  UnApprovedIp: ['203.0.113.9'],
  UnApprovedDevice: ['dddddddd-2222-4333-8444-000000000001'],
  HomeTenantID: ['11111111-2222-4333-8444-000000000000'],
};

describe.skipIf(!isThere(folder))(titleFor(folder, 'the cloud rules of SigmaHQ'), () => {
  const { rules, faults } = isThere(folder) ? loadRules(files, { placeholders }) : { rules: [], faults: [] };
  const fits = rules.map((rule) => ({ name: basename(rule.place.file ?? '', '.yml'), rule, fit: fitRule(rule) }));
  const named = (name: string): { verdict: string; reasons: readonly FitReason[] } =>
    fits.find((one) => one.name === name)?.fit ?? { verdict: 'missing', reasons: [] };

  test('are all read, one a file', () => {
    expect(faults).toEqual([]);
    expect(rules.length).toBe(files.length);
  });

  test('each has a verdict, and whoever does not simply run learns why', () => {
    for (const { rule, fit } of fits) {
      if (fit.verdict !== 'runs')
        expect(fit.reasons, relative(join(sampleData, folder), rule.place.file ?? '')).not.toEqual([]);
      for (const { reason, place } of fit.reasons) {
        expect(reason).toMatch(/^[A-Z].*\.$/s);
        expect(place.line).toBeGreaterThan(0);
      }
      if (fit.verdict === 'cannot-match') expect(fit.reasons.every(({ kind }) => kind === 'never')).toBe(true);
    }
  });

  test('those that run can be compiled, and so they have a table to look at', () => {
    const running = fits.filter(({ fit }) => fit.verdict !== 'cannot-match').map(({ rule }) => rule);
    const { compiled, faults } = compileRules(running);
    expect(faults).toEqual([]);
    for (const { rule, conditions } of compiled) expect(conditions.length, rule.detection).toBeGreaterThan(0);
  });

  test('a field that no record has, and a value that is prose, are named', () => {
    const { verdict, reasons } = named('azure_legacy_authentication_protocols');
    expect(verdict).toBe('cannot-match');
    expect(reasons.map(({ field, value }) => [field, value])).toEqual([
      ['ActivityDetails', undefined],
      ['Username', 'UPN'],
    ]);
  });

  test.each([
    ['azure_pim_activation_approve_deny', 'Request Approved/Denied'],
    ['azure_app_uri_modifications', 'Update Application Sucess- Property Name AppAddress'],
    ['azure_ad_account_created_deleted_nonapproved_user', 'Sucess'],
    ['azure_subscription_permissions_elevation_via_auditlogs', 'Administrative'],
  ])('%s asks for a value that is none', (name, value) => {
    expect(named(name).verdict).toBe('cannot-match');
    expect(named(name).reasons.map((reason) => reason.value)).toContain(value);
  });

  test('one impossible value among possible ones is a doubt', () => {
    const { verdict, reasons } = named('azure_app_credential_added');
    expect(verdict).toBe('runs-through-map');
    expect(reasons.filter(({ kind }) => kind === 'doubt').map(({ value }) => value)).toEqual([
      'Update Service principal/Update Application',
    ]);
  });

  test('guide prose and words of other products run through the map', () => {
    for (const name of [
      'azure_app_ropc_authentication',
      'microsoft365_impossible_travel_activity',
      'azure_tap_added',
    ]) {
      expect(named(name).verdict, name).toBe('runs-through-map');
    }
  });

  test('alerts that no product exports as a log cannot be matched', () => {
    const pim = fits.filter(({ rule }) => rule.logSource.service === 'pim');
    expect(pim).not.toEqual([]);
    for (const { fit } of pim) expect(fit.verdict).toBe('cannot-match');
  });
});
