import type { DetectionFacts, Log } from '../../shape/detection.ts';
import { columnOperand } from './compile-selection.ts';
import { type CompiledRule, factsOf } from './compile.ts';
import type { CorrelationPlan, CorrelationSource, FieldValues, SourceField } from './correlation-plan.ts';
import type { LinkedCorrelation } from '../parse/link-rules.ts';
import { isNamed } from './match-element.ts';
import { constant } from './predicate.ts';
import { placeOf } from './record-place.ts';
import { isCalled, type Reference } from '../parse/rule.ts';
import { ruleFault } from '../parse/rule-fault.ts';
import type { Scheme } from './scheme.ts';

export interface CompiledCorrelation {
  readonly rule: LinkedCorrelation;
  readonly facts: DetectionFacts;
  readonly plan: CorrelationPlan;
}

/**
 * Resolves the fields of a correlation. `members` are what it names, compiled before, in the order of its rules.
 *
 * @throws Fault `rule-invalid`
 */
export function compileCorrelation(
  rule: LinkedCorrelation,
  members: readonly (CompiledRule | CompiledCorrelation)[],
  scheme: Scheme,
): CompiledCorrelation {
  const isTemporal = rule.type.startsWith('temporal');
  const needs = members.map(({ facts }) => facts.needs ?? [facts.logs]);
  const sources = members.map((member) => sourceOf(rule, member, scheme));
  const { type, seconds, bounds, percentile } = rule;
  return {
    rule,
    // All events of a temporal correlation must be there to be found; others can be counted from any log.
    facts: factsOf(rule, isTemporal ? needs.flat() : [needs.flat(2)]),
    plan: { detection: rule.detection, type, seconds, bounds, percentile, sources },
  };
}

function sourceOf(
  rule: LinkedCorrelation,
  member: CompiledRule | CompiledCorrelation,
  scheme: Scheme,
): CorrelationSource {
  const inner = 'plan' in member ? member : undefined;
  const tables = 'plan' in member ? tablesOf(member.plan) : member.conditions.map(({ table }) => table);
  const fieldOf = ({ text, place }: Reference): SourceField => {
    const alias = rule.aliases.get(text)?.find((entry) => isCalled(member.rule, entry.rule));
    const field = alias?.field ?? text;
    const index = inner?.rule.groupBy.findIndex((group) => group.text === field) ?? -1;
    if (index >= 0) return { kind: 'group', index };
    if (field === '' || /\p{Cc}/u.test(field)) {
      throw ruleFault('this is no name of a field', place, 'Write the field as a rule would.');
    }
    return {
      kind: 'event',
      byTable: new Map(tables.map((table) => [table, valuesOf(field, table, member.facts.logs, scheme)])),
    };
  };
  return {
    detection: member.rule.detection,
    inner: inner === undefined ? undefined : { groups: inner.rule.groupBy.length, seconds: inner.rule.seconds },
    tables,
    groups: rule.groupBy.map(fieldOf),
    values: rule.fields.map(fieldOf),
  };
}

function tablesOf({ sources }: CorrelationPlan): string[] {
  return [...new Set(sources.flatMap(({ tables }) => tables))];
}

function valuesOf(field: string, table: string, logs: readonly Log[], scheme: Scheme): FieldValues {
  const home = scheme.homeOf(table, field, logs);
  if (home === undefined) return { kind: 'record', place: placeOf([field], scheme.isObject) };
  if (home.kind === 'column') return { kind: 'one', operand: columnOperand(home.column, scheme.columnsOf(table)) };
  if (home.kind === 'record') return { kind: 'record', place: placeOf(home.paths, scheme.isObject) };
  if (home.kind === 'list') {
    const part = { kind: 'element', variable: 'column value', part: undefined } as const;
    const list = { kind: 'column', column: home.column } as const;
    return { kind: 'elements', where: constant(true), outer: undefined, list, part };
  }
  const outer = { kind: 'column', column: home.list } as const;
  const variable = `${home.inside ?? home.list} element`;
  const elements = { kind: 'elements', where: isNamed(home, variable) } as const;
  const part = { kind: 'element', variable, part: home.part } as const;
  if (home.inside === undefined) return { ...elements, outer: undefined, list: outer, part };
  const inside = { kind: 'part', variable: `${home.list} element`, part: home.inside } as const;
  return { ...elements, outer, list: inside, part };
}
