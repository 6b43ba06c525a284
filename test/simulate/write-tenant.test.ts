import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../src/shape/fault.ts';
import { formats } from '../../src/simulate/format/index.ts';
import { Agenda } from '../../src/simulate/habit/agenda.ts';
import { toldCode } from '../../src/simulate/habit/deed.ts';
import { dayNumber } from '../../src/simulate/population/day.ts';
import { populate } from '../../src/simulate/population/population.ts';
import type { LogName } from '../../src/simulate/scenario/evidence.ts';
import { bundles } from '../../src/simulate/stream/bundle.ts';
import { Printer } from '../../src/simulate/stream/printer.ts';
import { type TenantOptions, writeTenant } from '../../src/simulate/stream/write-tenant.ts';
import { sql, trusted } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { aFewTold, filesIn, firstDay, nothingTold, smallTenant } from './small-tenant.ts';

const few = { population: smallTenant, firstDay, days: 2, activity: 0.5 };

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

async function write(options: Partial<TenantOptions>, told = aFewTold) {
  const out = join(await temporaryFolder(), 'out');
  const written = await writeTenant({ ...few, out, format: 'graph-lines', ...options }, told);
  return { out, written, files: await filesIn(out) };
}

// The other formats need no reading: their files are byte for byte their writers', which test/format reads.
describe('what a tenant is written to is read again', () => {
  test.each(bundles.map(({ name }) => name))('%s', async (format) => {
    const { out, written, files } = await write({ format });
    let records = 0;
    for (const name of files.keys()) {
      for (const loaded of await scratch.load(join(out, name))) {
        expect(loaded).toMatchObject({ rejected: 0 });
        expect(loaded.source).not.toBe('');
        records += loaded.records;
      }
    }
    expect(records).toBe(written.records);
    expect(records).toBeGreaterThan(aFewTold.signIn.length);
  });

  test('a record that is alone in its file too', async () => {
    for (const format of formats.filter(({ unifiedAudit }) => unifiedAudit !== undefined)) {
      const [record] = aFewTold.unifiedAudit;
      if (record === undefined) throw new RangeError('nothing told');
      const out = join(await temporaryFolder(), 'out');
      const agenda = new Agenda(dayNumber(firstDay));
      agenda.told.push({ log: 'unifiedAudit', record });
      agenda.add(11_045_678, 0, toldCode, 0, 0);
      const printer = new Printer(out, smallTenant, { unifiedAudit: format });
      await printer.print(agenda);
      await printer.finish();
      const expected = format.unifiedAudit?.([record]) ?? [];
      const found = expected.length === 0 ? [] : [...(await filesIn(out)).values()];
      expect(found.map(String)).toEqual(expected.map(({ bytes }) => Buffer.from(bytes).toString()));
    }
  });

  test('in order of time, with what was told in its place', async () => {
    const { out, files } = await write({});
    const fileIds: number[] = [];
    for (const name of files.keys()) for (const { fileId } of await scratch.load(join(out, name))) fileIds.push(fileId);
    const where = trusted(fileIds.join(', '));
    const disorder = await scratch.store.rows(sql`
      select * from (select time, lag(time) over (partition by file_id order by record) as before
        from sign_in where file_id in (${where})) where time < before`);
    expect(disorder).toEqual([]);
    const told = await scratch.store.rows<{ id: string; errorCode: number }>(sql`
      select id, errorCode from sign_in where file_id in (${where})
        and list_contains(string_split(${aFewTold.signIn.map(({ id }) => id).join(' ')}, ' '), id) order by time`);
    expect(told.map(({ id }) => id)).toEqual(aFewTold.signIn.map(({ id }) => id));
  });
});

describe('a tenant', () => {
  const hashes = async (options: Partial<TenantOptions>) =>
    [...(await write(options)).files].map(
      ([name, bytes]) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`,
    );

  test('is the same with the same seed, and another with another', async () => {
    const first = await hashes({});
    expect(await hashes({})).toEqual(first);
    const other = await hashes({ population: populate({ users: 40, seed: 'other', firstDay }) });
    expect(other.filter((line) => line.includes('/signin_') && first.includes(line))).toEqual([]);
  });

  test('has the same ids in every format, and whichever logs are wanted', async () => {
    const idsIn = (files: ReadonlyMap<string, Buffer>) =>
      [...files]
        .filter(([name]) => name.endsWith('.json'))
        .flatMap(([, bytes]) => bytes.toString().match(/"id":"[0-9a-f-]{36}"/g) ?? [])
        .toSorted();
    const lines = idsIn((await write({ logs: ['signIn'] })).files);
    const array = idsIn((await write({ format: 'portal-json,purview', logs: ['signIn', 'unifiedAudit'] })).files);
    expect(array).toEqual(lines);
  });

  test('may be written in two formats that fill each other', async () => {
    const { files } = await write({ format: 'diagnostic, purview' });
    expect([...files.keys()]).toContain('AuditLog.csv');
    expect([...files.keys()].some((name) => name.startsWith('insights-logs-microsoftgraphactivitylogs'))).toBe(true);
  });

  test('tells its progress day by day', async () => {
    const days: string[] = [];
    await write({ days: 3, onProgress: ({ day }) => days.push(day) }, nothingTold);
    expect(days).toEqual(['2024-01-09', '2024-01-10', '2024-01-11']);
  });

  test('overwrites nothing', async () => {
    const out = await temporaryFolder();
    const path = 'entraid/signin_rt/rt_signin_log_2024-01-09.json';
    await mkdir(join(out, 'entraid/signin_rt'), { recursive: true });
    await writeFile(join(out, path), 'mine');
    const failure = await writeTenant({ ...few, out, format: 'goose' }, nothingTold).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Fault);
    expect(failure).toMatchObject({ code: 'path-unreadable', place: { file: join(out, path) } });
    expect((await filesIn(out)).get(path)?.toString()).toBe('mine');
  });

  test('knows no format that is not there, and names those that are', async () => {
    const failure = await writeTenant({ ...few, out: '/nowhere', format: 'splunk' }, nothingTold).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Fault);
    expect(failure).toMatchObject({ hint: expect.stringContaining('sentinel') });
  });

  test('refuses what was told of another time', async () => {
    const out = join(await temporaryFolder(), 'out');
    await expect(writeTenant({ ...few, out, format: 'goose', days: 1 }, aFewTold)).rejects.toThrow(RangeError);
  });
});

test('bundles name writers of the logs that they have, and say what they lack', () => {
  const logs = ['signIn', 'directoryAudit', 'unifiedAudit', 'graphActivity'] as const satisfies readonly LogName[];
  for (const bundle of bundles) {
    for (const log of logs) {
      const format = formats.find(({ id }) => id === bundle.formats[log]);
      expect(format?.[log] === undefined).toBe(bundle.formats[log] === undefined);
    }
    expect(bundle.without === undefined).toBe(logs.every((log) => bundle.formats[log] !== undefined));
  }
});
