import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { lossOf } from './loss.ts';
import { byId, type NormalisedRow, normalisedRows } from './normalised-rows.ts';
import { countOf, type LogName, sample, tableOf, type Writer, writers } from './sample.ts';

/** The form nearest to the record itself, with which all others are compared. */
const plainFormat: Readonly<Record<LogName, string>> = {
  signIn: 'graph-lines',
  directoryAudit: 'graph-lines',
  unifiedAudit: 'goose-lines',
  graphActivity: 'diagnostic-lines',
};

const stem: Readonly<Record<LogName, string>> = {
  signIn: 'sign-in',
  directoryAudit: 'directory-audit',
  unifiedAudit: 'unified-audit',
  graphActivity: 'graph-activity',
};

/** The source that has to recognise a writer's files. */
function sourceOf({ format, log }: Writer): string {
  if (log === 'unifiedAudit') return format.startsWith('log-analytics') ? 'office-activity' : 'unified-audit';
  if (format.startsWith('diagnostic')) return `${stem[log]}-diagnostic`;
  if (format.startsWith('log-analytics')) return `${stem[log]}-log-analytics`;
  return format === 'portal-csv' ? `${stem[log]}-portal-csv` : `${stem[log]}-graph`;
}

let scratch: ScratchCase;
const plain = new Map<LogName, Map<string, NormalisedRow>>();

beforeAll(async () => {
  scratch = await openScratchCase();
  for (const writer of writers) {
    if (writer.format === plainFormat[writer.log]) plain.set(writer.log, byId((await readBack(writer)).rows));
  }
});
afterAll(() => scratch.close());

async function readBack(writer: Writer) {
  const loaded = [];
  for (const { name, bytes } of writer.write()) {
    loaded.push(...(await scratch.load(await scratch.write(`${writer.format}/${writer.log}/${name}`, bytes))));
  }
  const fileIds = loaded.map(({ fileId }) => fileId);
  return { loaded, rows: await normalisedRows(scratch.store, tableOf[writer.log], fileIds) };
}

/** Empty text and nothing are the same: CSV cannot tell them apart. */
function differences(row: NormalisedRow, expected: NormalisedRow): string[] {
  return Object.keys(expected).filter((column) => (row[column] ?? '') !== (expected[column] ?? ''));
}

/** The plain form of a record; the portal's CSV has no id of a directory audit. */
function plainOf(log: LogName, row: NormalisedRow): NormalisedRow {
  const rows = plain.get(log) ?? new Map<string, NormalisedRow>();
  const found =
    rows.get(row['id'] ?? '') ??
    [...rows.values()].find(
      (other) => other['correlationId'] === row['correlationId'] && other['operation'] === row['operation'],
    );
  if (found === undefined) throw new Error(`no record ${row['id']} among those of the plain form`);
  return found;
}

describe('what a format wrote is read back', () => {
  test.each(writers)('$format: $log', async (writer) => {
    const { loaded, rows } = await readBack(writer);
    expect(loaded.map(({ source }) => source)).toEqual(loaded.map(() => sourceOf(writer)));
    expect(loaded.map(({ rejected }) => rejected)).toEqual(loaded.map(() => 0));
    expect(rows).toHaveLength(countOf(writer));
    const differing = rows.map((row) => differences(row, plainOf(writer.log, row)));
    // Both ways: nothing else differs, and everything that is excused still does.
    expect([...new Set(differing.flat())].toSorted()).toEqual(lossOf(writer.format, writer.log));
    const found = new Set(rows.map((row) => plainOf(writer.log, row)));
    expect(found.size).toBe(rows.length);
  });

  test('the portal loses only the properties after the fifth, and fractions of a second', async () => {
    for (const writer of writers.filter(({ format }) => format === 'portal-csv')) {
      for (const row of (await readBack(writer)).rows) {
        const expected = plainOf(writer.log, row);
        expect(row['time']?.slice(0, 19)).toBe(expected['time']?.slice(0, 19));
        expect(firstFive(row['targets'])).toEqual(firstFive(expected['targets']));
      }
    }
  });
});

function firstFive(targets: string | null | undefined): unknown {
  const parsed: { properties: unknown[] }[] = JSON.parse(targets ?? '[]');
  return parsed.map((target) => ({ ...target, properties: target.properties.slice(0, 5) }));
}

describe('the plain form is what the record says', () => {
  test('sign-ins', () => {
    for (const record of sample.signIn) {
      const row = plain.get('signIn')?.get(record.id);
      expect(row).toMatchObject({
        time: record.createdDateTime,
        ip: record.ipAddress,
        appId: record.appId,
        errorCode: String(record.status.errorCode),
        country: record.location.countryOrRegion,
        resourceTenantId: record.resourceTenantId,
        principal: (record.userPrincipalName || record.servicePrincipalName || '').toLowerCase(),
        statusDetails: record.status.additionalDetails,
        deviceId: record.deviceDetail.deviceId,
        isCompliant: String(record.deviceDetail.isCompliant),
        riskState: record.riskState,
        riskEventTypes: record.riskEventTypes_v2.length === 0 ? null : JSON.stringify(record.riskEventTypes_v2),
      });
    }
  });

  test('directory audits, with every property of every target', () => {
    for (const record of sample.directoryAudit) {
      const row = plain.get('directoryAudit')?.get(record.id);
      expect(row).toMatchObject({ time: record.activityDateTime, category: record.category, result: record.result });
      expect(row?.['operation']).toBe(record.activityDisplayName.replaceAll('–', '-').trim());
      const targets: { properties: { name: string }[] }[] = JSON.parse(row?.['targets'] ?? '[]');
      expect(targets.map(({ properties }) => properties.map(({ name }) => name))).toEqual(
        record.targetResources.map(({ modifiedProperties }) =>
          modifiedProperties.map(({ displayName }) => displayName),
        ),
      );
      expect(row?.['userAgent'] ?? null).toBe(
        record.userAgent ?? record.additionalDetails.find(({ key }) => key === 'User-Agent')?.value ?? null,
      );
    }
  });

  test('records of the unified audit log', () => {
    for (const record of sample.unifiedAudit) {
      const row = plain.get('unifiedAudit')?.get(record.Id);
      expect(row).toMatchObject({
        time: `${record.CreationTime}.000Z`,
        operation: record.Operation.replaceAll('–', '-').replace(/[ .]+$/, ''),
        // Of a service principal the name is told instead of its id.
        principal: record.UserId.startsWith('ServicePrincipal_')
          ? expect.stringMatching(/./)
          : record.UserId.toLowerCase(),
        recordType: String(record.RecordType),
        workload: record.Workload,
        result: record.ResultStatus,
      });
      for (const list of ['Parameters', 'ExtendedProperties', 'OperationProperties']) {
        const rows: { list: string; name: string; value: string }[] = JSON.parse(row?.['parameters'] ?? '[]');
        const read = rows
          .filter((entry) => entry.list === list)
          .map(({ name, value }) => ({ Name: name, Value: value }));
        expect(read).toEqual(record[list] ?? []);
      }
    }
  });

  test('Graph activity', () => {
    for (const record of sample.graphActivity) {
      expect(plain.get('graphActivity')?.get(record.requestId)).toMatchObject({
        time: record.timeGenerated,
        operation: record.requestMethod,
        requestUri: record.requestUri,
        responseStatusCode: String(record.responseStatusCode),
        ip: record.ipAddress,
      });
    }
  });
});
