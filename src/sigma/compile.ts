import { type DetectionFacts, logs } from '../shape/detection.ts';
import { Fault } from '../shape/fault.ts';
import { columnOperand, SelectionCompiler } from './compile-selection.ts';
import type { Condition } from './condition.ts';
import { groupBy } from './group-by.ts';
import { type Guard, guardOf } from './guard.ts';
import { limits } from './limits.ts';
import type { LogSourceTable } from './log-source.ts';
import { and, ask, not, or, type Predicate, sizeOf } from './predicate.ts';
import type { Rule } from './rule.ts';
import { ruleFault } from './rule-fault.ts';
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
  /** One for each event table that the rule's log source reaches and where the rule can match at all. */
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
    throw ruleFault(`nothing is known of the log source "${source}"`, rule.logSource.place, scheme.knownSources());
  }
  const conditions = groupBy(tables, ({ table }) => table)
    .map((sources) => conditionFor(rule, sources, tables, scheme))
    .filter((condition) => condition !== undefined);
  const reached = tables.filter(({ table }) => conditions.some((condition) => condition.table === table));
  return {
    rule,
    facts: {
      detection: rule.detection,
      title: rule.title,
      description: rule.description,
      severity: rule.level === 'informational' ? 'low' : rule.level,
      techniques: techniquesOf(rule.tags),
      next: rule.next,
      falsePositives: rule.falsePositives,
      references: rule.references,
      // A log in which the rule can never match is not enough to examine it.
      logs: logs.filter((log) => (reached.length > 0 ? reached : tables).some((source) => source.logs.includes(log))),
    },
    conditions,
  };
}

/** A rule that cannot be held against anything here, and why. */
export interface RefusedRule {
  readonly rule: Rule;
  readonly fault: Fault;
}

/**
 * Compiles what can be compiled; each rule that cannot is `refused` with its fault, which `faults` lists once more.
 * The order of the rules is kept.
 */
export function compileRules(
  rules: readonly Rule[],
  scheme: Scheme = caseScheme,
): {
  compiled: CompiledRule[];
  refused: RefusedRule[];
  faults: Fault[];
} {
  const compiled: CompiledRule[] = [];
  const refused: RefusedRule[] = [];
  for (const rule of rules) {
    try {
      compiled.push(compileRule(rule, scheme));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refused.push({ rule, fault: error });
    }
  }
  return { compiled, refused, faults: refused.map(({ fault }) => fault) };
}

/** `sources` are those of one table; undefined if no record of it can match. */
function conditionFor(
  rule: Rule,
  sources: readonly LogSourceTable[],
  all: readonly LogSourceTable[],
  scheme: Scheme,
): TableCondition | undefined {
  const table = sources[0]?.table ?? '';
  const others = all.map((source) => source.table).filter((other) => other !== table);
  const selections = new SelectionCompiler(scheme, table, others);
  const compiled = new Map<string, Predicate>();
  for (const [name, selection] of rule.selections) compiled.set(name, selections.compile(selection));
  const predicate = and([
    or(sources.map((source) => belongsTo(source, scheme.columnsOf(table)))),
    predicateOf(rule.condition, compiled),
  ]);
  if (predicate.kind === 'constant' && !predicate.value) return undefined;
  if (sizeOf(predicate) > limits.sqlCharacters) {
    throw ruleFault('the rule is too large', rule.place, 'Split its lists of values over several rules.');
  }
  return { detection: rule.detection, table, predicate, guard: guardOf(predicate) };
}

/** Whether a record belongs to the log source. */
function belongsTo({ logs: names, where }: LogSourceTable, types: Readonly<Record<string, string>>): Predicate {
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
