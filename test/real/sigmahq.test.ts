import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventTables } from '../../src/shape/detection.ts';
import { type FitReason, fitRule } from '../../src/sigma/advice/fit.ts';
import { compileRules, loadRules, matchStatement } from '../../src/sigma/index.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { filesOf, isThere, titleFor } from './sample-data.ts';

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
      if (fit.verdict !== 'runs') expect(fit.reasons, `${rule.detection} gives reasons`).not.toEqual([]);
      for (const { reason, place } of fit.reasons) {
        expect(reason).toMatch(/^[A-Z].*\.$/s);
        expect(place.line).toBeGreaterThan(0);
      }
      if (fit.verdict === 'cannot-match') expect(fit.reasons.every(({ kind }) => kind === 'never')).toBe(true);
    }
  });

  test('those that run can be compiled, and so they have a table to look at', () => {
    const running = fits.filter(({ fit }) => fit.verdict !== 'cannot-match').map(({ rule }) => rule);
    const { compiled, refused } = compileRules({ rules: running });
    expect(refused).toEqual([]);
    for (const { rule, conditions } of compiled)
      expect(conditions.length, `conditions of ${rule.detection}`).toBeGreaterThan(0);
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
      expect(named(name).verdict, `${name} runs`).toBe('runs-through-map');
    }
  });

  test('alerts that no product exports as a log cannot be matched', () => {
    const pim = fits.filter(({ rule }) => rule.logSource.service === 'pim');
    expect(pim).not.toEqual([]);
    for (const { fit } of pim) expect(fit.verdict).toBe('cannot-match');
  });
});

const signIn = {
  createdDateTime: '2024-01-10T06:41:07Z',
  userPrincipalName: 'nora.lind@frostline.example',
  userId: 'uuuu',
  appId: 'aaaa',
  ipAddress: '203.0.113.7',
  authenticationRequirement: 'singleFactorAuthentication',
  status: { errorCode: 0, failureReason: 'Other.', additionalDetails: null },
};
const audit = {
  activityDateTime: '2024-01-10T06:41:07Z',
  loggedByService: 'Core Directory',
  result: 'success',
  initiatedBy: { user: { id: 'uuuu', userPrincipalName: 'nora.lind@frostline.example' } },
  targetResources: [{ id: 'tttt', type: 'ServicePrincipal', displayName: 'Shop', modifiedProperties: [] }],
};
const unified = {
  CreationTime: '2024-01-10T06:41:07',
  OrganizationId: 'oooo',
  RecordType: 40,
  Workload: 'SecurityComplianceCenter',
  UserId: 'SecurityComplianceAlerts',
  UserType: 4,
};
const alert = { ...unified, Operation: 'AlertTriggered', ResultStatus: 'Succeeded', Status: 'Active', Data: '{}' };

/** Records as products export them, none of which spells its fields as the rule does, and whether the rule finds them. */
const records: readonly (readonly [rule: string, isFound: boolean, record: Readonly<Record<string, unknown>>])[] = [
  ['azure_app_ropc_authentication', true, { ...signIn, authenticationProtocol: 'ropc' }],
  ['azure_app_device_code_authentication', true, { ...signIn, authenticationProtocol: 'deviceCode' }],
  ['azure_app_device_code_authentication', false, { ...signIn, authenticationProtocol: 'none' }],
  ['azure_ad_only_single_factor_auth_required', true, signIn],
  ['azure_ad_only_single_factor_auth_required', false, { ...signIn, status: { errorCode: 50126 } }],
  [
    'azure_mfa_denies',
    true,
    {
      ...signIn,
      authenticationRequirement: 'multiFactorAuthentication',
      status: { errorCode: 500121, additionalDetails: 'MFA denied; user declined the authentication' },
    },
  ],
  [
    'azure_app_credential_added',
    true,
    { ...audit, activityDisplayName: 'Update application – Certificates and secrets management ' },
  ],
  ['azure_app_credential_added', false, { ...audit, activityDisplayName: 'Update application' }],
  [
    'azure_tap_added',
    true,
    {
      ...audit,
      activityDisplayName: 'Admin registered security info',
      resultReason: 'Admin registered temporary access pass method for user',
    },
  ],
  ['azure_app_role_added', true, { ...audit, activityDisplayName: 'Add member to role' }],
  ['azure_guest_invite_failure', true, { ...audit, activityDisplayName: 'Invite external user', result: 'failure' }],
  ['azure_guest_invite_failure', false, { ...audit, activityDisplayName: 'Invite external user' }],
  [
    'azure_ad_user_added_to_admin_role',
    true,
    {
      ...audit,
      activityDisplayName: 'Add member to role',
      targetResources: [
        { id: 't', modifiedProperties: [{ displayName: 'Role.DisplayName', newValue: '"Teams Administrator"' }] },
      ],
    },
  ],
  [
    'azure_auditlogs_laps_credential_dumping',
    true,
    {
      ...audit,
      category: 'Device',
      activityDisplayName: 'Recover device local administrator password',
      additionalDetails: [
        { key: 'additionalInfo', value: 'Successfully recovered local credential by device id: dddd.' },
      ],
    },
  ],
  ['microsoft365_impossible_travel_activity', true, { ...alert, Name: 'Impossible travel activity' }],
  ['microsoft365_impossible_travel_activity', false, { ...alert, Name: 'Elevation of Exchange admin privilege' }],
  [
    'microsoft365_new_federated_domain_added_exchange',
    true,
    { ...unified, Operation: 'Add-FederatedDomain', Workload: 'Exchange', RecordType: 1, ResultStatus: 'True' },
  ],
  [
    'microsoft365_pst_export_alert_using_new_compliancesearchaction',
    true,
    {
      ...unified,
      Operation: 'New-ComplianceSearchAction',
      RecordType: 18,
      Parameters: '-SearchName "x" -Export "True" -ExchangeArchiveFormat "PerUserPst"',
    },
  ],
  [
    'microsoft365_disabling_mfa',
    true,
    { ...unified, Operation: 'Disable Strong Authentication.', Workload: 'AzureActiveDirectory', RecordType: 8 },
  ],
  [
    'azure_identity_protection_impossible_travel',
    true,
    {
      riskEventType: 'mcasImpossibleTravel',
      userId: 'uuuu',
      detectedDateTime: '2024-01-10T06:41:07Z',
      riskState: 'atRisk',
    },
  ],
  [
    'azure_subscription_permissions_elevation_via_activitylogs',
    true,
    {
      eventTimestamp: '2024-01-10T06:41:07Z',
      operationName: { value: 'Microsoft.Authorization/elevateAccess/action', localizedValue: 'Elevate access' },
      status: { value: 'Succeeded' },
      caller: 'nora.lind@frostline.example',
      resourceId: '/providers/Microsoft.Authorization',
    },
  ],
];

describe.skipIf(!isThere(folder))(titleFor(folder, 'records that rules reach through the map'), () => {
  let scratch: ScratchCase;
  const found = new Set<string>();

  beforeAll(async () => {
    scratch = await openScratchCase();
    const { compiled } = compileRules(loadRules(files, { placeholders }));
    const conditions = compiled.flatMap((rule) => rule.conditions);
    for (const [index, [, , record]] of records.entries()) {
      // A log of its own each, so that it is clear what was found.
      await scratch.load(
        await scratch.write(`${index}.json`, JSON.stringify({ id: `r${index}`, Id: `r${index}`, ...record })),
      );
    }
    for (const table of eventTables) {
      const rows = await scratch.store.rows<{ found: string }>(sql`
        select detection || ' ' || parse_filename(path, true) as found
        from (${matchStatement(table, conditions)}) join evidence_file using (file_id)`);
      for (const row of rows) found.add(row.found);
    }
  });
  afterAll(() => scratch.close());

  test.each(records.map(([rule, isFound], index) => ({ rule, isFound, index })))(
    '$rule: record $index',
    ({ rule, isFound, index }) => {
      expect(found.has(`${rule} ${index}`)).toBe(isFound);
    },
  );
});
