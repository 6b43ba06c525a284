import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScratchCase, type ScratchCase } from '../../../test/contract/scratch-case.ts';
import { sql } from '../../store/sql.ts';
import { joinRoots } from './one-intruder.ts';

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

/**
 * Accounts ada, ben and cem that fell by themselves, all of them guessed at by one spray at so many of 200 accounts, and whether it opened ada's
 * and ben's. Cem's way in is not of the kind that follows guesses.
 */
async function storiesOf(accounts: number, isOpened: boolean): Promise<string[]> {
  const { store } = scratch;
  await store.run(sql`create or replace temp table tainted as
    select 'user ' || name as root, 'user ' || name as entity, timestamp '2024-01-10 06:00:00' as since from (values ('ada'), ('ben'), ('cem')) v(name)`);
  await store.run(
    sql`create or replace temp table guessable_seed as select root as entity, since from tainted where root <> 'user cem'`,
  );
  await store.run(
    sql`create or replace temp table user_alias as select name, name as id from (values ('ada'), ('ben'), ('cem')) v(name)`,
  );
  await store.run(
    sql`create or replace temp table user_source as select 'person ' || n as principal from range(200) t(n)`,
  );
  await store.run(sql`create or replace temp table strange_attempt as
    select name as principal, time, outcome, 'c1' as campaign from user_alias, (values
      (timestamp '2024-01-08 06:00:00', 'wrong'), (timestamp '2024-01-10 06:00:00', ${isOpened ? 'success' : 'wrong'})) v(time, outcome)`);
  await store.run(sql`delete from campaign`);
  await store.run(
    sql`insert into campaign by name select 'c1' as campaign, 'spray' as kind, list_transform(range(${accounts}), lambda n: 'person ' || n) as accounts`,
  );
  await joinRoots(store);
  const rows = await store.rows<{ roots: string }>(
    sql`select string_agg(substr(root, 6), ' ' order by root) as roots from story_of group by story order by roots`,
  );
  return rows.map(({ roots }) => roots);
}

test('accounts that one spray opened are one intruder’s, somebody else’s way in is not', async () => {
  expect(await storiesOf(200, true)).toEqual(['ada ben', 'cem']);
});

test('guesses alone say so of a spray at few accounts, not of one at everybody', async () => {
  expect(await storiesOf(6, false)).toEqual(['ada ben', 'cem']);
  expect(await storiesOf(200, false)).toEqual(['ada', 'ben', 'cem']);
});
