import { type DetectionFacts, type Log, logs } from '../../shape/detection.ts';
import { columnOperand, SelectionCompiler } from './compile-selection.ts';
import type { Condition } from '../parse/condition.ts';
import { groupBy } from './group-by.ts';
import { type Guard, guardOf } from './guard.ts';
import { limits } from '../parse/limits.ts';
import type { SourceTable } from '../field/log-source.ts';
import { and, ask, not, or, type Predicate, sizeOf } from './predicate.ts';
import type { Detection, Rule, RuleFacts } from '../parse/rule.ts';
import { ruleFault } from '../parse/rule-fault.ts';
import { caseScheme, type Scheme } from './scheme.ts';

/** What a rule asks of one table: the plan that a dialect turns into a statement. */
export interface TableCondition {
  readonly detection: string;
  readonly table: string;
  readonly predicate: Predicate;
  readonly guard: Guard | undefined;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly facts: DetectionFacts;
  /** One for each table that the rule's log source reaches and where the rule can match at all. */
  readonly conditions: readonly TableCondition[];
}

/**
 * Turns a rule into one condition for each table that its log source reaches.
 *
 * @throws Fault `rule-invalid` if the log source is not known or a field cannot be compared as the rule wants.
 */
export function compileRule(rule: Rule, scheme: Scheme = caseScheme): CompiledRule {
  const tables = scheme.tablesOf(rule.logSource);
  if (tables === undefined) {
    const { product, category, service } = rule.logSource;
    const source = [product, category, service].filter((part) => part !== undefined).join('/');
    throw ruleFault(
      `nothing is known of the log source "${source}"`,
      rule.logSource.place,
      scheme.whyUnknown(rule.logSource),
    );
  }
  const conditions = groupBy(tables, ({ table }) => table)
    .map((sources) => conditionFor(rule, sources, tables, scheme))
    .filter((condition) => condition !== undefined);
  const reached = tables.filter(({ table }) => conditions.some((condition) => condition.table === table));
  // A log in which the rule can never match is not enough to examine it.
  const possible = reached.length > 0 ? reached : tables;
  const facts = factsOf(rule, [possible.flatMap((source) => source.logs)]);
  const narrowed = rule.filters.map(({ title }) => `Narrowed by the filter "${title}".`);
  return { rule, facts: { ...facts, description: [facts.description, ...narrowed].join(' ').trim() }, conditions };
}

/** What a rule or correlation says of itself as a detection. `needs`: of each group of logs one must be in the case. */
export function factsOf(rule: RuleFacts, needs: readonly (readonly Log[])[]): DetectionFacts {
  return {
    detection: rule.detection,
    title: rule.title,
    description: rule.description,
    severity: rule.level === 'informational' ? 'low' : rule.level,
    techniques: techniquesOf(rule.tags),
    next: rule.next,
    falsePositives: rule.falsePositives,
    references: rule.references,
    logs: logs.filter((log) => needs.some((group) => group.includes(log))),
    needs: needs.map((group) => logs.filter((log) => group.includes(log))),
  };
}

/** `sources` are those of one table; undefined if no record of it can match. */
function conditionFor(
  rule: Rule,
  sources: readonly SourceTable[],
  all: readonly SourceTable[],
  scheme: Scheme,
): TableCondition | undefined {
  const table = sources[0]?.table ?? '';
  const selections = new SelectionCompiler(
    scheme,
    sources,
    all.filter((source) => source.table !== table),
  );
  const detected = ({ selections: own, condition }: Detection): Predicate => {
    const compiled = new Map<string, Predicate>();
    for (const [name, selection] of own) compiled.set(name, selections.compile(selection));
    return predicateOf(condition, compiled);
  };
  const predicate = and([
    or(sources.map((source) => belongsTo(source, scheme.columnsOf(table)))),
    detected(rule),
    ...rule.filters.map(detected),
  ]);
  if (predicate.kind === 'constant' && !predicate.value) return undefined;
  if (sizeOf(predicate) > limits.sqlCharacters) {
    throw ruleFault('the rule is too large', rule.place, 'Split its lists of values over several rules.');
  }
  return { detection: rule.detection, table, predicate, guard: guardOf(predicate) };
}

/** Whether a record belongs to the log source. */
function belongsTo({ logs: names, where }: SourceTable, types: Readonly<Record<string, string>>): Predicate {
  const wanted = Object.entries({ ...('log' in types ? { log: names } : {}), ...where });
  return and(
    wanted.map(([column, values]) =>
      ask({ test: 'equals', operand: columnOperand(column, types), values, isCased: false }),
    ),
  );
}

function predicateOf(condition: Condition, selections: ReadonlyMap<string, Predicate>): Predicate {
  switch (condition.kind) {
    case 'not':
      return not(predicateOf(condition.of, selections));
    case 'and':
      return and(condition.of.map((part) => predicateOf(part, selections)));
    case 'or':
      return or(condition.of.map((part) => predicateOf(part, selections)));
    case 'selection':
    default: {
      const predicate = selections.get(condition.name);
      if (predicate === undefined) throw new Error(`the condition names ${condition.name}, which is no selection`);
      return predicate;
    }
  }
}

/** ATT&CK techniques among the tags: `attack.t1110.003` is `T1110.003`. */
function techniquesOf(tags: readonly string[]): string[] {
  const techniques = tags.flatMap((tag) => /^attack\.(t\d{4}(?:\.\d{3})?)$/i.exec(tag)?.[1]?.toUpperCase() ?? []);
  return [...new Set(techniques)].toSorted();
}
