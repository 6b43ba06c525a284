import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { updateCoverage } from '../../src/ingest/coverage.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { sample } from './sample.ts';

let scratch: ScratchCase;
beforeEach(async () => {
  scratch = await openScratchCase();
});
afterEach(() => scratch.close());

const kindsOf = async () =>
  (await scratch.store.rows<{ kind: string }>(sql`select distinct kind from gap order by kind`)).map(
    ({ kind }) => kind,
  );

describe('coverage', () => {
  test('counts records by log and UTC day, duplicates once', async () => {
    const days = [
      ['a', '2024-01-10T23:59:59.999Z'],
      ['b', '2024-01-11T00:00:00.000Z'],
      ['c', '2024-01-11T12:00:00.000Z'],
    ].map(([id, createdDateTime]) => ({
      ...sample.signIn[0],
      id,
      createdDateTime,
      signInEventTypes: ['interactiveUser'],
    }));
    await scratch.write('one.json', JSON.stringify(days));
    await scratch.write('two.ndjson', days.map((record) => `${JSON.stringify(record)}\n`).join(''));
    await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    expect(await scratch.store.rows(sql`select log, day::varchar as day, records from coverage order by day`)).toEqual([
      { log: 'sign-in', day: '2024-01-10', records: 1 },
      { log: 'sign-in', day: '2024-01-11', records: 2 },
    ]);
  });

  test('a file that could not be read is told once, and still after a run that did not meet it', async () => {
    const unreadable = { path: 'evidence/locked.json', reason: 'no permission to read it' };
    await updateCoverage(scratch.store, [unreadable]);
    await updateCoverage(scratch.store, [unreadable]);
    await updateCoverage(scratch.store, []);
    expect(await scratch.store.rows(sql`select detail from gap where kind = 'unreadable-file'`)).toEqual([
      { detail: 'evidence/locked.json: no permission to read it' },
    ]);
  });

  test('a file that could not be read is told no longer once it has been', async () => {
    const path = await scratch.write('locked.json', JSON.stringify(sample.signIn));
    await updateCoverage(scratch.store, [{ path, reason: 'no permission to read it' }]);
    expect(await kindsOf()).toContain('unreadable-file');
    await ingest(scratch.store, scratch.folder, [path]);
    expect(await kindsOf()).not.toContain('unreadable-file');
  });

  test('files of other things are told as not recognised, broken records with their reason', async () => {
    await scratch.write('notes.txt', 'call the service desk tomorrow');
    await scratch.write('page.html', '<html></html>');
    await scratch.write('users.json', '[{"id":"1","displayName":"A"}]');
    const [first, second] = sample.signIn.map((record) => JSON.stringify(record));
    await scratch.write(
      'half.ndjson',
      `${first}\n{"id": broken\n{"createdDateTime":"soon","userId":"u","appId":"x","id":"y"}\n${second}\n`,
    );
    const outcome = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    expect(outcome).toMatchObject({ read: 4, records: 2, rejected: 5 });
    const rejected = await scratch.store.rows(
      sql`select parse_filename(path) as file, record, line, reason from rejection join evidence_file using (file_id) order by all`,
    );
    expect(rejected).toEqual([
      { file: 'half.ndjson', record: 2, line: 2, reason: 'not valid JSON' },
      { file: 'half.ndjson', record: 3, line: 3, reason: 'no readable time' },
      { file: 'notes.txt', record: 0, line: 0, reason: 'neither JSON nor CSV' },
      { file: 'page.html', record: 0, line: 0, reason: 'XML or HTML, no export that snowfence reads' },
      { file: 'users.json', record: 1, line: 1, reason: 'not a record of any export that snowfence knows' },
    ]);
    expect(await kindsOf()).toEqual(expect.arrayContaining(['rejected-records', 'unrecognised-file']));
  });

  test('nothing to read is a fault, not an empty case', async () => {
    await expect(ingest(scratch.store, scratch.folder, [scratch.evidence])).rejects.toMatchObject({
      code: 'nothing-to-read',
    });
  });

  test('an interrupted run keeps what was finished, and the next goes on', async () => {
    await scratch.write('1.json', JSON.stringify(sample.signIn.slice(0, 2)));
    await scratch.write('2.json', JSON.stringify(sample.signIn.slice(2)));
    const stop = new AbortController();
    const running = ingest(scratch.store, scratch.folder, [scratch.evidence], {
      signal: stop.signal,
      onFile: () => stop.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: 'interrupted' });
    expect(await scratch.store.row(sql`select count(*) as count from sign_in`)).toEqual({ count: 2 });
    expect(await ingest(scratch.store, scratch.folder, [scratch.evidence])).toMatchObject({
      read: 1,
      known: 1,
      records: 2,
    });
  });
});
