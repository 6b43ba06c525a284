import { sql } from '../../store/sql.ts';
import type { JournalPlace } from '../journal/append.ts';
import { readJournal } from '../journal/append.ts';
import { fold } from './fold.ts';

const rowsAtATime = 20_000;

/**
 * Lays what the journal says into the temporary table `credential_state` (credential, state), so that a query can join it. It goes
 * with the connection: the journal alone knows the states. A credential that is not in it was found and nothing more.
 *
 * @throws Fault `journal-broken`.
 */
export async function layStates(place: JournalPlace): Promise<void> {
  const { standings } = fold(await readJournal(place));
  const rows = [...standings].map(([credential, { state }]) => ({ credential, state }));
  await place.store.run(sql`create or replace temp table credential_state (credential varchar, state varchar)`);
  for (let start = 0; start < rows.length; start += rowsAtATime) {
    const json = JSON.stringify(rows.slice(start, start + rowsAtATime));
    await place.store.run(sql`
      insert into credential_state
      select row ->> 'credential', row ->> 'state' from (select unnest((${json}::json)::json[]) as row)`);
  }
}
