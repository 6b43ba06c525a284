import { type EventTable, eventTables } from '../shape/detection.ts';
import type { TimeWindow } from '../shape/instant.ts';
import { type CompiledRules, correlationRelations, hits, matchStatement, membersOf } from '../sigma/index.ts';
import { identifier, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { eventColumns } from '../store/tables.ts';

/**
 * Holds all rules and correlations against the case and puts into `match` what they found, except for the `silent`
 * ones. Correlations start from what the rules found, so that no table is read once more to find it.
 */
export async function runRules(
  store: Store,
  { compiled, correlations }: Pick<CompiledRules, 'compiled' | 'correlations'>,
  silent: ReadonlySet<string>,
  window: TimeWindow,
  onStep: (step: string) => void,
): Promise<void> {
  const conditions = compiled.flatMap((rule) => rule.conditions);
  await store.run(sql`create or replace temp table ${hits}
    (detection varchar, key varchar, source_table varchar, file_id integer, record bigint)`);
  for (const table of eventTables) {
    onStep(`rules over ${table}`);
    await store.run(sql`insert into ${hits}
      select detection, coalesce(principal, ''), ${table}, file_id, record from (${matchStatement(table, conditions, window)})`);
  }
  await store.run(sql`insert into match select * from ${hits}
    where detection not in (select unnest(from_json(${JSON.stringify([...silent])}, '["VARCHAR"]')))`);
  const perApplication = compiled.filter(({ rule }) => rule.group === 'application').map(({ rule }) => rule.detection);
  for (const table of eventTables) await groupByApplication(store, table, perApplication);
  for (const { rule, plan } of correlations) {
    onStep(rule.title);
    for (const { name, query } of correlationRelations(plan, hits)) {
      await store.run(sql`create or replace temp table ${name} as ${query}`);
    }
    if (silent.has(rule.detection)) continue;
    await store.run(sql`insert into match
      select ${rule.detection}, array_to_string(own_groups, ', '), source_table, file_id, record from ${membersOf(rule.detection)}`);
  }
  const temporary = correlations.flatMap(({ plan }) => correlationRelations(plan, hits).map(({ name }) => name));
  for (const name of [hits, ...temporary]) await store.run(sql`drop table ${name}`);
}

/** Where an application acts, the record may name the mailbox's owner: the finding is then the application's. */
async function groupByApplication(store: Store, table: EventTable, detections: readonly string[]): Promise<void> {
  const application = 'clientAppId' in eventColumns[table] ? sql`coalesce(e.clientAppId, e.appId)` : sql`e.appId`;
  await store.run(sql`update match set key = ${application} from ${identifier(table)} e
    where match.source_table = ${table} and match.file_id = e.file_id and match.record = e.record and ${application} is not null
      and match.detection in (select unnest(from_json(${JSON.stringify(detections)}, '["VARCHAR"]')))`);
}
