import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nullText, writeTableRows } from '../../src/simulate/stream/table-rows.ts';
import { writeTenant } from '../../src/simulate/stream/write-tenant.ts';
import { identifier, join as joined, literal, sql, trusted } from '../../src/store/sql.ts';
import { eventColumns } from '../../src/store/tables.ts';
import { openScratchCase } from '../contract/scratch-case.ts';
import { type NormalisedRow, normalisedRows } from '../format/normalised-rows.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { aFewTold, filesIn, firstDay, smallTenant } from './small-tenant.ts';

test('rows are what the importer makes of the same sign-ins', async () => {
  const root = await temporaryFolder();
  const out = join(root, 'exports');
  const options = { population: smallTenant, firstDay, days: 3, activity: 3 };
  await writeTenant({ ...options, out, format: 'graph-lines', logs: ['signIn'] }, aFewTold);
  await writeTableRows({ ...options, out: join(root, 'rows') }, aFewTold);

  const scratch = await openScratchCase();
  try {
    const fileIds: number[] = [];
    for (const name of (await filesIn(out)).keys())
      for (const { fileId } of await scratch.load(join(out, name))) fileIds.push(fileId);
    const imported = await normalisedRows(scratch.store, 'sign_in', fileIds);
    expect(imported.length).toBeGreaterThan(300);

    // Every cell is text first, and then what the table has.
    const columns = Object.entries(eventColumns.sign_in).filter(([name]) => name !== 'file_id');
    const casts = columns.map(([name, type]) => sql`${identifier(name)}::${trusted(type)} as ${identifier(name)}`);
    await scratch.store.run(sql`insert into sign_in by name select 1000 as file_id, null as raw, ${joined(casts)}
      from read_csv(${literal(join(root, 'rows', 'sign_in.csv'))}, header = true, all_varchar = true, nullstr = ${literal(nullText)})`);
    const rows = await normalisedRows(scratch.store, 'sign_in', [1000]);
    expect(rows).toHaveLength(imported.length);
    const byId = (left: NormalisedRow, right: NormalisedRow) => ((left['id'] ?? '') < (right['id'] ?? '') ? -1 : 1);
    expect(rows.toSorted(byId)).toEqual(imported.toSorted(byId));
  } finally {
    await scratch.close();
  }
});
