import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeDuplicates } from '../../src/ingest/remove-duplicates.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { normalisedRows } from './normalised-rows.ts';

/** Risk detections as Graph has them; the second is written again when an administrator has looked at it. */
const graph = [
  { id: 'r1', riskEventType: 'passwordSpray', riskState: 'atRisk', riskDetail: 'none' },
  { id: 'r2', riskEventType: 'anonymizedIPAddress', riskState: 'atRisk', riskDetail: 'none' },
  {
    id: 'r2',
    riskEventType: 'anonymizedIPAddress',
    riskState: 'confirmedCompromised',
    riskDetail: 'adminConfirmedUserCompromised',
  },
].map((detection) => ({
  ...detection,
  requestId: 'q',
  correlationId: 'cccc',
  riskLevel: 'high',
  source: 'IdentityProtection',
  activity: 'signin',
  ipAddress: '203.0.113.7',
  location: { city: 'Oslo', countryOrRegion: 'NO' },
  activityDateTime: '2024-01-10T06:41:07.000Z',
  detectedDateTime: '2024-01-10T08:00:00.000Z',
  userId: 'uuuu',
  userDisplayName: 'Nora Lind',
  userPrincipalName: 'nora.lind@frostline.example',
  additionalInfo: '[{"Key":"userAgent","Value":"curl/8"}]',
}));

const diagnostic = graph.map((properties) => ({
  time: '1/10/2024 8:00:01 AM',
  resourceId: '/tenants/tttt/providers/microsoft.aadiam',
  operationName: 'User Risk Detection',
  category: 'UserRiskEvents',
  callerIpAddress: '203.0.113.7',
  identity: 'nora lind',
  properties,
}));

const signIn = {
  time: '2024-01-10T06:41:07Z',
  category: 'SignInLogs',
  operationName: 'Sign-in activity',
  resultType: '0',
  properties: { id: 's1', createdDateTime: '2024-01-10T06:41:07Z', userPrincipalName: 'a@frostline.example' },
};

const table = graph.map((detection) =>
  Object.fromEntries([
    ['TimeGenerated', '2024-01-10T08:00:01.000Z'],
    ...Object.entries(detection).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
    ['OperationName', 'User Risk Detection'],
    ['Type', 'AADUserRiskEvents'],
  ]),
);

const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n');

/** The columns of Microsoft-Extractor-Suite, with dates as PowerShell writes them. */
const extractorCsv = [
  'Activity,ActivityDateTime,AdditionalInfo,CorrelationId,DetectedDateTime,IPAddress,Id,RiskDetail,RiskEventType,RiskLevel,RiskState,Source,UserDisplayName,UserId,UserPrincipalName',
  ...graph.map(
    ({ id, riskEventType, riskState, riskDetail }) =>
      `signin,1/10/2024 6:41:07 AM,"[{""Key"":""userAgent"",""Value"":""curl/8""}]",cccc,1/10/2024 8:00:00 AM,203.0.113.7,${id},${riskDetail},${riskEventType},high,${riskState},IdentityProtection,Nora Lind,uuuu,nora.lind@frostline.example`,
  ),
].join('\r\n');

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

async function read(name: string, text: string) {
  const [loaded] = await scratch.load(await scratch.write(name, text));
  return { loaded, rows: await normalisedRows(scratch.store, 'activity', [loaded?.fileId ?? 0]) };
}

describe('every export of risk detections gives the same rows', () => {
  test.each([
    ['page.json', 'graph', JSON.stringify({ '@odata.context': 'x', value: graph })],
    ['array.json', 'graph', JSON.stringify(graph, null, 2)],
    ['lines.ndjson', 'graph', lines(graph)],
    ['RiskyDetections.csv', 'graph', extractorCsv],
    ['hub.json', 'diagnostic', JSON.stringify({ records: diagnostic })],
    ['PT1H.json', 'diagnostic', lines(diagnostic)],
    ['table.json', 'log-analytics', JSON.stringify(table)],
  ])('%s', async (name, source, text) => {
    const { loaded, rows } = await read(name, text);
    expect(loaded).toMatchObject({ records: graph.length, rejected: 0, source: `risk-detection-${source}` });
    expect(rows).toMatchObject(
      graph.map(({ id, riskEventType, riskState, riskDetail }) => ({
        log: 'risk-detection',
        id: `${id}/${riskState}`,
        time: '2024-01-10T06:41:07.000Z',
        operation: riskEventType,
        principal: 'nora.lind@frostline.example',
        ip: '203.0.113.7',
        userAgent: 'curl/8',
        category: 'high',
        result: riskState,
        resultReason: riskDetail,
        actorId: 'uuuu',
        correlationId: 'cccc',
      })),
    );
  });
});

test('a detection whose state changed is no duplicate, the same from another export is one', async () => {
  await scratch.store.run(sql`delete from activity`);
  await read('once.json', JSON.stringify(graph));
  await read('again.json', JSON.stringify({ records: diagnostic }));
  expect(await removeDuplicates(scratch.store)).toBe(graph.length);
});

const moreSignIns = diagnostic.flatMap(() => [signIn, signIn]);

test.each([
  ['after', [...moreSignIns, ...diagnostic]],
  ['before', [...diagnostic, ...moreSignIns]],
])('detections in a hub, %s more sign-ins, are no sign-ins', async (place, records) => {
  const { loaded, rows } = await read(`mixed-${place}.json`, JSON.stringify({ records }));
  expect(loaded).toMatchObject({ records: records.length, rejected: 0 });
  expect(rows.map(({ log }) => log)).toEqual(diagnostic.map(() => 'risk-detection'));
});
