import { eventTables, type Log } from '../shape/detection.ts';
import type { FaultPlace } from '../shape/fault.ts';
import {
  caseScheme,
  type CompiledRule,
  compileRule,
  fitRule,
  matchStatement,
  type Rule,
  type RuleFit,
  type Selection,
} from '../sigma/index.ts';
import { identifier, join, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** Records of one log that a rule could look at. */
export interface LogCount {
  readonly log: Log;
  readonly inCase: number;
  /** Those of them that the rule's log source means. */
  readonly inLogSource: number;
}

/** How many records of the log source meet a part of a rule by itself. */
export interface PartCount {
  /** `part` is a line of the selection before it, or one of its alternatives. A `filter` comes after all before it. */
  readonly kind: 'selection' | 'part' | 'condition' | 'filter';
  readonly name: string;
  readonly place: FaultPlace;
  readonly records: number;
  /** Without logs that have none. */
  readonly byLog: Readonly<Record<string, number>>;
}

/** Why a rule finds what it finds in a case. */
export interface RuleExplanation {
  readonly logs: readonly LogCount[];
  readonly parts: readonly PartCount[];
  /** Whether any real record can meet it. */
  readonly fit: RuleFit;
}

/** More parts of a selection are not told one by one. */
const mostParts = 20;

/** Counts what each part of the rule matches in the case, all in one pass over each table. */
export async function explainRule(store: Store, { rule }: CompiledRule): Promise<RuleExplanation> {
  const parts = partsIn(rule);
  const conditions = parts.flatMap(
    (part, index) => compileRule({ ...part.alone, detection: String(index) }).conditions,
  );
  const counts: { part: number; log: string; records: number }[] = [];
  for (const table of eventTables) {
    const rows = await store.rows<{ part: number; log: string; records: number }>(sql`
      select detection::integer as part, log, count(*) as records
      from (${matchStatement(table, conditions)}) join ${identifier(table)} using (file_id, record) group by all order by all`);
    counts.push(...rows);
  }
  return {
    logs: await countLogs(store, rule),
    parts: parts.map(({ kind, name, place }, index) => {
      const own = counts.filter(({ part }) => part === index);
      const byLog = Object.fromEntries(own.map(({ log, records }) => [log, records]));
      return { kind, name, place, records: own.reduce((sum, { records }) => sum + records, 0), byLog };
    }),
    fit: fitRule(rule),
  };
}

/** The logs behind the rule's log source. */
export async function countLogs(store: Store, { logSource }: Rule): Promise<LogCount[]> {
  const counts: LogCount[] = [];
  for (const { table, logs, where } of caseScheme.tablesOf(logSource) ?? []) {
    const wanted = Object.entries(where).map(
      ([column, values]) =>
        sql` and lower(${identifier(column)}::varchar) in (${join(values.map((value) => sql`${value.toLowerCase()}`))})`,
    );
    const rows = await store.rows<{ log: string; inCase: number; inLogSource: number }>(sql`
      select log, count(*) as inCase, count(*) filter (where true${join(wanted, sql``)}) as inLogSource
      from ${identifier(table)} group by log`);
    for (const log of logs) {
      const { inCase, inLogSource } = rows.find((row) => row.log === log) ?? { inCase: 0, inLogSource: 0 };
      counts.push({ log, inCase, inLogSource });
    }
  }
  return counts;
}

interface Part extends Pick<PartCount, 'kind' | 'name' | 'place'> {
  /** A rule of the same log source that asks for this part only. */
  readonly alone: Rule;
}

function partsIn(rule: Rule): Part[] {
  const { place, filters } = rule;
  return [
    ...[...rule.selections].flatMap(([name, selection]) => [
      { kind: 'selection' as const, name, place: placeOf(selection) ?? place, alone: only(rule, selection) },
      ...insideOf(rule, selection),
    ]),
    { kind: 'condition', name: 'condition', place, alone: { ...rule, filters: [] } },
    ...filters.map((filter, index) => ({
      kind: 'filter' as const,
      name: filter.title,
      place: filter.place,
      alone: { ...rule, filters: filters.slice(0, index + 1) },
    })),
  ];
}

function only(rule: Rule, selection: Selection): Rule {
  const name = 'selection';
  return { ...rule, selections: new Map([[name, selection]]), condition: { kind: 'selection', name }, filters: [] };
}

/** The lines of a map, or the maps of a list; nothing if there is only one. */
function insideOf(rule: Rule, selection: Selection): Part[] {
  if (selection.of.length < 2 || selection.of.length > mostParts) return [];
  const parts =
    selection.kind === 'all'
      ? selection.of.map((item) => ({ name: item.field ?? 'keywords', part: { kind: 'all', of: [item] } as const }))
      : selection.of.map((part, index) => ({ name: `alternative ${index + 1}`, part }));
  return parts.map(({ name, part }) => ({
    kind: 'part',
    name,
    place: placeOf(part) ?? rule.place,
    alone: only(rule, part),
  }));
}

function placeOf(selection: Selection): FaultPlace | undefined {
  const [first] = selection.of;
  return first === undefined || 'place' in first ? first?.place : placeOf(first);
}
