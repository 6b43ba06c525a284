import { afterAll, beforeAll, expect, test } from 'vitest';
import { detect } from '../src/case/detect.ts';
import { readFindings } from '../src/report/read/finding.ts';
import { openScratchCase, type ScratchCase } from './contract/scratch-case.ts';

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

const resource = '6a2f1c00-0000-4000-8000-0000000000f1';
const [one, other] = ['6a2f1c00-0000-4000-8000-0000000000a1', '6a2f1c00-0000-4000-8000-0000000000a2'];

/** Both records that Entra writes when a user lets an application read their mail; they name it in different places. */
const consent = (user: string, minute: number, application: string) => [
  record(`grant-${user}`, minute, user, 'Add delegated permission grant', [
    {
      id: resource,
      displayName: 'Microsoft Graph',
      type: 'ServicePrincipal',
      modifiedProperties: [
        { displayName: 'DelegatedPermissionGrant.Scope', oldValue: '', newValue: '" Mail.Read offline_access"' },
        { displayName: 'ServicePrincipal.ObjectID', oldValue: null, newValue: `"${application}"` },
      ],
    },
  ]),
  record(`consent-${user}`, minute, user, 'Consent to application', [
    {
      id: application,
      displayName: 'Calendar Helper',
      type: 'ServicePrincipal',
      modifiedProperties: [
        { displayName: 'ConsentContext.IsAdminConsent', oldValue: null, newValue: '"False"' },
        {
          displayName: 'ConsentAction.Permissions',
          oldValue: null,
          newValue: '"[] => [[Id: x, ClientId: y, Scope: Mail.Read offline_access]];"',
        },
      ],
    },
  ]),
];

const record = (id: string, minute: number, user: string, activity: string, targetResources: readonly object[]) => ({
  id,
  category: 'ApplicationManagement',
  correlationId: `consent of ${user}`,
  result: 'success',
  activityDisplayName: activity,
  activityDateTime: new Date(Date.UTC(2024, 0, 8, 9, minute)).toISOString(),
  loggedByService: 'Core Directory',
  operationType: 'Assign',
  initiatedBy: {
    user: { id: `id of ${user}`, userPrincipalName: `${user}@frostline.example`, ipAddress: '203.0.113.7' },
  },
  targetResources,
});

test('consent is told once for each application, with all who gave it', async () => {
  const records = [...consent('ada', 0, one), ...consent('ben', 5, one), ...consent('cem', 9, other)];
  await scratch.load(await scratch.write('audit.json', records.map((each) => JSON.stringify(each)).join('\n')));
  await detect(scratch.store);
  const findings = (await readFindings(scratch.store)).filter(
    ({ detection }) => detection === 'delegated-mail-permission-granted',
  );
  expect(findings.map(({ principals, count }) => ({ principals, count }))).toEqual([
    { principals: [one, 'ada@frostline.example', 'ben@frostline.example'], count: 4 },
    { principals: [other, 'cem@frostline.example'], count: 2 },
  ]);
});
