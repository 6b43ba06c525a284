import {
  type CompiledCorrelation,
  type CompiledRules,
  correlationEvents,
  correlationRelations,
  hits,
  hitsStatement,
  membersOf,
  occurrencesOf,
  partsOf,
} from '../sigma/index.ts';
import { duckdb } from '../store/duckdb-dialect.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { countLogs, type LogCount } from './explain-rule.ts';

/** What one rule of a correlation brings into it. */
export interface MemberCount {
  readonly detection: string;
  readonly title: string;
  /** Events: records that a rule finds, or times that an inner correlation completes. */
  readonly found: number;
  readonly withoutTime: number;
  /** With a time, but no value in a field of `group-by`. */
  readonly withoutGroup: number;
  /** With a group, but no usable value in the condition's field. */
  readonly withoutValue: number;
}

/** Why a correlation finds what it finds in a case. */
export interface CorrelationExplanation {
  /** Of all its rules. */
  readonly logs: readonly LogCount[];
  readonly members: readonly MemberCount[];
  readonly groups: number;
  /** What its condition is about, in the window that came to the least and to the most; undefined for an order, or without events. */
  readonly measured: { readonly least: number; readonly most: number } | undefined;
  /** Events that complete it. */
  readonly completed: number;
  /** Groups in which it is completed. */
  readonly completedGroups: number;
  /** Records of which it consists. */
  readonly records: number;
}

/** Runs the correlation over the case, and counts what is lost on the way. */
export async function explainCorrelation(
  store: Store,
  correlation: CompiledCorrelation,
  all: Pick<CompiledRules, 'compiled' | 'correlations'>,
): Promise<CorrelationExplanation> {
  const { compiled, correlations } = partsOf(correlation, all);
  const made = [hits];
  await store.run(sql`create or replace temp table ${hits} as ${hitsStatement(compiled, {})}`);
  for (const { plan } of correlations) {
    for (const { name, query } of correlationRelations(plan, hits)) {
      await store.run(sql`create or replace temp table ${name} as ${query}`);
      made.push(name);
    }
  }
  const logs = new Map<string, LogCount>();
  for (const { rule } of compiled) {
    for (const count of await countLogs(store, rule)) {
      const known = logs.get(count.log);
      if (known === undefined || known.inLogSource < count.inLogSource) logs.set(count.log, count);
    }
  }
  const explanation = {
    logs: [...logs.values()],
    members: await countMembers(store, correlation, all),
    ...(await countWindows(store, correlation)),
  };
  for (const name of made) await store.run(sql`drop table ${name}`);
  return explanation;
}

async function countMembers(
  store: Store,
  { rule, plan }: CompiledCorrelation,
  all: Pick<CompiledRules, 'compiled' | 'correlations'>,
): Promise<MemberCount[]> {
  const titles = new Map([...all.compiled, ...all.correlations].map((one) => [one.rule.detection, one.rule.title]));
  const sources = plan.sources;
  const timed = await countEvents(store, {
    ...plan,
    sources: sources.map((one) => ({ ...one, groups: [], values: [] })),
  });
  const grouped = await countEvents(store, { ...plan, sources: sources.map((one) => ({ ...one, values: [] })) });
  const valued = await countEvents(store, plan);
  const members: MemberCount[] = [];
  for (const [step, { detection, inner }] of sources.entries()) {
    const { found } = await store.row<{ found: number }>(
      inner === undefined
        ? sql`select count(*) as found from ${hits} where detection = ${detection}`
        : sql`select count(distinct (source_table, file_id, record, own_groups)) as found from ${occurrencesOf(detection)} where completes`,
    );
    const countIn = (events: ReadonlyMap<number, number>): number => events.get(step) ?? 0;
    members.push({
      detection,
      title: titles.get(rule.members[step] ?? '') ?? '',
      found,
      withoutTime: found - countIn(timed),
      withoutGroup: countIn(timed) - countIn(grouped),
      withoutValue: countIn(grouped) - countIn(valued),
    });
  }
  return members;
}

/** Events by the number of their rule. */
async function countEvents(store: Store, plan: CompiledCorrelation['plan']): Promise<Map<number, number>> {
  const rows = await store.rows<{ step: number; events: number }>(sql`
    select step, count(distinct (source_table, file_id, record, inner_groups)) as events
    from (${correlationEvents(plan, hits, duckdb)}) group by step`);
  return new Map(rows.map(({ step, events }) => [step, events]));
}

async function countWindows(store: Store, { rule, plan }: CompiledCorrelation) {
  const measure = plan.type === 'temporal_ordered' ? sql`null::double` : sql`measure::double`;
  const { least, most, ...counts } = await store.row<{
    groups: number;
    completed: number;
    completedGroups: number;
    least: number | null;
    most: number | null;
  }>(sql`
    select count(distinct own_groups) as groups, min(${measure}) as least, max(${measure}) as most,
      count(distinct (step, source_table, file_id, record, inner_groups)) filter (where completes) as completed,
      count(distinct own_groups) filter (where completes) as completedGroups
    from ${occurrencesOf(rule.detection)}`);
  const { records } = await store.row<{ records: number }>(sql`
    select count(distinct (source_table, file_id, record)) as records from ${membersOf(rule.detection)}`);
  return { ...counts, measured: least === null || most === null ? undefined : { least, most }, records };
}
