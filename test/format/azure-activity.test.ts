import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { type NormalisedRow, normalisedRows } from './normalised-rows.ts';
import { writers } from './sample.ts';

const resource = '/subscriptions/a/resourceGroups/shop/providers/Microsoft.Compute/disks/data';
const claims = {
  appid: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
  name: 'Nora Lind',
  'http://schemas.microsoft.com/identity/claims/objectidentifier': 'uuuu',
  'http://schemas.microsoft.com/identity/claims/tenantid': 'tttt',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'nora.lind@frostline.example',
  uti: 'tok',
};

/** The start and the end of one operation, as the two events that the log has of it. */
const events = [
  { id: 'e1', time: '2024-01-10T06:41:07.123Z', status: 'Started' },
  { id: 'e2', time: '2024-01-10T06:41:09.456Z', status: 'Succeeded' },
];

const rest = events.map(({ id, time, status }) => ({
  authorization: { action: 'Microsoft.Compute/disks/delete', scope: resource },
  caller: 'nora.lind@frostline.example',
  category: { value: 'Administrative', localizedValue: 'Administrative' },
  claims,
  correlationId: 'cccc',
  eventDataId: id,
  eventTimestamp: time,
  httpRequest: { clientIpAddress: '203.0.113.7', method: 'DELETE' },
  operationName: { value: 'Microsoft.Compute/disks/delete', localizedValue: 'Delete Disk' },
  properties: null,
  resourceId: resource,
  resourceProviderName: { value: 'Microsoft.Compute', localizedValue: 'Microsoft.Compute' },
  status: { value: status, localizedValue: status },
  subStatus: { value: '', localizedValue: '' },
  tenantId: 'tttt',
}));

const diagnostic = events.map(({ time, status }) => ({
  time,
  resourceId: resource,
  operationName: 'Microsoft.Compute/disks/delete',
  category: 'Administrative',
  resultType: status,
  callerIpAddress: '203.0.113.7',
  correlationId: 'cccc',
  identity: { authorization: { scope: resource, action: 'Microsoft.Compute/disks/delete' }, claims },
  level: 'Information',
  properties: { eventCategory: 'Administrative', entity: resource },
}));

const logAnalytics = events.map(({ id, time, status }) => ({
  TimeGenerated: time,
  OperationNameValue: 'Microsoft.Compute/disks/delete',
  ActivityStatusValue: status,
  ActivitySubstatusValue: '',
  Caller: 'nora.lind@frostline.example',
  CallerIpAddress: '203.0.113.7',
  CategoryValue: 'Administrative',
  ResourceProviderValue: 'Microsoft.Compute',
  _ResourceId: resource,
  CorrelationId: 'cccc',
  EventDataId: id,
  Claims: JSON.stringify(claims),
  Properties: '{}',
  TenantId: 'workspace',
}));

const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n');

function csv(records: readonly Readonly<Record<string, string>>[]): string {
  const cell = (value = '') => `"${value.replaceAll('"', '""')}"`;
  const header = Object.keys(records[0] ?? {});
  return [header, ...records.map((record) => header.map((name) => record[name]))]
    .map((row) => row.map(cell).join(','))
    .join('\r\n');
}

/** PowerShell's way of writing an object into a cell. */
function asShellText(value: string | Readonly<Record<string, string>> | null): string {
  if (value === null || typeof value === 'string') return value ?? '';
  const parts = Object.entries(value).map(([key, inner]) => `${key}=${inner}`);
  return `@{${parts.join('; ')}}`;
}

const shellRows = rest.map((record) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, asShellText(value)])),
);

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

async function read(name: string, text: string) {
  const [loaded] = await scratch.load(await scratch.write(name, text));
  return { loaded, rows: await normalisedRows(scratch.store, 'activity', [loaded?.fileId ?? 0]) };
}

/** The row without its columns in `names`. */
function without(row: NormalisedRow, names: readonly string[]): NormalisedRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

describe('every export of the Azure activity log gives the same rows', () => {
  const noId = ['id'];
  const noClaims = ['actorId', 'appId', 'uniqueTokenIdentifier'];
  const cases: [name: string, source: string, text: string, lost: string[]][] = [
    ['array.json', 'rest', JSON.stringify(rest, null, 2), []],
    ['page.json', 'rest', JSON.stringify({ value: rest, nextLink: 'https://management.azure.com/x' }), []],
    ['days.json', 'rest', rest.map((record) => JSON.stringify([record], null, 2)).join('\r\n'), []],
    ['shell.csv', 'rest', csv(shellRows), noClaims],
    ['hub.json', 'diagnostic', JSON.stringify({ records: diagnostic }), noId],
    ['PT1H.json', 'diagnostic', lines(diagnostic), noId],
    ['table.json', 'log-analytics', JSON.stringify(logAnalytics), []],
    ['table.ndjson', 'log-analytics', lines(logAnalytics), []],
    ['table.csv', 'log-analytics', csv(logAnalytics), []],
  ];

  test.each(cases)('%s', async (name, source, text, lost) => {
    const expected = events.map(({ id, time, status }) => ({
      log: 'azure-activity',
      id,
      time,
      operation: 'Microsoft.Compute/disks/delete',
      principal: 'nora.lind@frostline.example',
      ip: '203.0.113.7',
      appId: claims.appid,
      workload: 'Microsoft.Compute',
      category: 'Administrative',
      result: status,
      actorType: 'user',
      actorId: 'uuuu',
      objectId: resource,
      correlationId: 'cccc',
      organizationId: 'tttt',
      uniqueTokenIdentifier: 'tok',
    }));
    const { loaded, rows } = await read(name, text);
    expect(loaded).toMatchObject({ records: events.length, rejected: 0, source: `azure-activity-${source}` });
    expect(rows.map((row) => without(row, lost))).toMatchObject(expected.map((row) => without(row, lost)));
    expect(rows.map(({ resultReason }) => resultReason ?? '')).toEqual(['', '']);
  });
});

describe('an event hub that carries the activity log beside logs of Entra', () => {
  const ofEntra = ['signIn', 'directoryAudit', 'graphActivity'].flatMap((log) => {
    const writer = writers.find((one) => one.format === 'diagnostic-records' && one.log === log);
    return (writer?.write() ?? []).flatMap(({ bytes }) => {
      const message: { records: object[] } = JSON.parse(Buffer.from(bytes).toString('utf8'));
      return message.records;
    });
  });

  test.each([
    ['after', [...ofEntra, ...diagnostic]],
    ['before', [...diagnostic, ...ofEntra]],
  ])('puts only its own records there, %s the others', async (place, records) => {
    const { loaded, rows } = await read(`hub-${place}.json`, JSON.stringify({ records }));
    expect(loaded).toMatchObject({ records: records.length, rejected: 0 });
    expect(rows.filter(({ log }) => log === 'azure-activity')).toHaveLength(diagnostic.length);
  });

  test('rejects what Entra writes in the same form and no source knows', async () => {
    const unknown = { ...diagnostic[0], resourceId: '/tenants/tttt/providers/Microsoft.aadiam', category: 'Traffic' };
    const { loaded, rows } = await read('unknown.json', lines([unknown, ...diagnostic]));
    expect(loaded).toMatchObject({ records: diagnostic.length, rejected: 1 });
    expect(rows.map(({ objectId }) => objectId)).toEqual([resource, resource]);
  });
});
