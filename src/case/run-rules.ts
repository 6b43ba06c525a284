import { type EventTable, eventTables } from '../shape/detection.ts';
import type { TimeWindow } from '../shape/instant.ts';
import {
  type CompiledRules,
  correlationRelations,
  hits,
  matchStatement,
  membersOf,
  type Rule,
} from '../sigma/index.ts';
import { identifier, literal, sql, type Sql } from '../store/sql.ts';
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
  const grouped = (group: Rule['group']) =>
    compiled.filter(({ rule }) => rule.group === group).map(({ rule }) => rule.detection);
  for (const table of eventTables) await regroup(store, table, actingApplication(table), grouped('application'));
  await regroup(store, 'activity', applicationConcerned, grouped('application concerned'));
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
const actingApplication = (table: EventTable): Sql =>
  'clientAppId' in eventColumns[table] ? sql`coalesce(e.clientAppId, e.appId)` : sql`e.appId`;

const guid = literal('[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}');

/** The service principal that gets a permission: grants aim at the resource and name the one that gets it as a property. */
const applicationConcerned = sql`coalesce(
  nullif(regexp_extract(lower(list_filter(flatten(list_transform(e.targets, lambda t: t.properties)),
    lambda p: p.name = 'ServicePrincipal.ObjectID' and p.new <> '')[1].new), ${guid}), ''),
  nullif(regexp_extract(lower(e.targets[1].id), ${guid}), ''))`;

/** Puts what these detections found under another key, where the record has one. */
async function regroup(store: Store, table: EventTable, key: Sql, detections: readonly string[]): Promise<void> {
  await store.run(sql`update match set key = ${key} from ${identifier(table)} e
    where match.source_table = ${table} and match.file_id = e.file_id and match.record = e.record and ${key} is not null
      and match.detection in (select unnest(from_json(${JSON.stringify(detections)}, '["VARCHAR"]')))`);
}
