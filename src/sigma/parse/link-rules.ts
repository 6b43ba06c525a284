import type { Fault } from '../../shape/fault.ts';
import type { Correlation } from './correlation.ts';
import { limits } from './limits.ts';
import type { Documents } from './parse-rules.ts';
import { type Filter, isCalled, type LogSource, type Reference, type Rule } from './rule.ts';
import { ruleFault } from './rule-fault.ts';

/** Rules with their filters, and correlations whose rules are all there, inner ones first. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly correlations: readonly LinkedCorrelation[];
  /** All of them, also those that narrow nothing. */
  readonly filters: readonly Filter[];
  readonly faults: readonly Fault[];
}

/** A correlation that knows its rules. */
export interface LinkedCorrelation extends Correlation {
  /** The detection names of {@link Correlation.rules}, in that order. */
  readonly members: readonly string[];
}

/** Joins the documents of all files: filters with rules, correlations with what they name. */
export function linkRules({ rules, correlations, filters, faults }: Documents): RuleSet {
  const found: Fault[] = [...faults];
  const filtered = applyFilters(rules, correlations, filters, found);
  return { rules: filtered, correlations: linkCorrelations(filtered, correlations, found), filters, faults: found };
}

type Named = Pick<Rule, 'detection' | 'id' | 'name' | 'title'>;

/** The documents that a reference can mean. */
function calledBy<T extends Named>(documents: readonly T[], reference: Reference): T[] {
  return documents.filter((document) => isCalled(document, reference));
}

function applyFilters(
  rules: readonly Rule[],
  correlations: readonly Correlation[],
  filters: readonly Filter[],
  faults: Fault[],
): Rule[] {
  const byRule = new Map<Rule, Filter[]>();
  for (const filter of filters) {
    for (const rule of targetsOf(filter, rules, correlations, faults)) {
      byRule.set(rule, [...(byRule.get(rule) ?? []), filter]);
    }
  }
  return rules.map((rule) => ({ ...rule, filters: byRule.get(rule) ?? [] }));
}

function targetsOf(
  filter: Filter,
  rules: readonly Rule[],
  correlations: readonly Correlation[],
  faults: Fault[],
): Rule[] {
  if (filter.rules === undefined) return rules.filter((rule) => isWithin(rule.logSource, filter.logSource));
  const targets = new Set<Rule>();
  for (const reference of filter.rules) {
    const called = calledBy(rules, reference);
    if (called.length === 0) {
      const isCorrelation = calledBy(correlations, reference).length > 0;
      faults.push(
        isCorrelation
          ? ruleFault(`"${reference.text}" is a correlation`, reference.place, 'Filter the rules that it names.')
          : unknown(reference),
      );
    }
    for (const rule of called) {
      if (isWithin(rule.logSource, filter.logSource)) targets.add(rule);
      else {
        const hint = 'Give the filter the log source of the rule, or less of it.';
        faults.push(ruleFault(`"${reference.text}" has another log source than its filter`, reference.place, hint));
      }
    }
  }
  return [...targets];
}

/** Whether each part that the filter names is the rule's. */
function isWithin(rule: LogSource, filter: LogSource): boolean {
  return (['product', 'category', 'service'] as const).every(
    (part) => filter[part] === undefined || filter[part] === rule[part],
  );
}

function linkCorrelations(
  rules: readonly Rule[],
  correlations: readonly Correlation[],
  faults: Fault[],
): LinkedCorrelation[] {
  const all: readonly Named[] = [...rules, ...correlations];
  const linked = new Map<string, LinkedCorrelation>();
  for (const correlation of correlations) {
    const members = correlation.rules.map((reference) => {
      const called = calledBy(all, reference);
      if (called.length > 1) {
        const hint = `These are called so: ${called.map(({ title }) => `"${title}"`).join(', ')}.`;
        faults.push(ruleFault(`"${reference.text}" is the name of several rules`, reference.place, hint));
      } else if (called.length === 0) faults.push(unknown(reference));
      return called.length === 1 ? called[0]?.detection : undefined;
    });
    const called = all.filter(({ detection }) => members.includes(detection));
    const strangers = [...correlation.aliases.values()]
      .flat()
      .filter(({ rule }) => calledBy(called, rule).length === 0);
    if (!members.every((member) => member !== undefined)) continue;
    for (const { rule } of strangers) {
      const hint = 'Name one of the rules of the correlation, by id or name.';
      faults.push(ruleFault(`"${rule.text}" is none of the rules of the correlation`, rule.place, hint));
    }
    if (strangers.length === 0) linked.set(correlation.detection, { ...correlation, members });
  }
  return inOrder(rules, linked, faults);
}

/** Inner correlations first; those that need one that is not there, or themselves, are left out. */
function inOrder(rules: readonly Rule[], linked: Map<string, LinkedCorrelation>, faults: Fault[]): LinkedCorrelation[] {
  const depths = new Map<string, number>(rules.map(({ detection }) => [detection, 0]));
  const ordered: LinkedCorrelation[] = [];
  const waiting = new Set(linked.values());
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const correlation of waiting) {
      const inner = correlation.members.map((member) => depths.get(member));
      if (!inner.every((depth) => depth !== undefined)) continue;
      waiting.delete(correlation);
      isMoving = true;
      const depth = Math.max(...inner) + 1;
      if (depth > limits.chain) {
        const hint = `At most ${limits.chain} correlations may stand inside each other.`;
        faults.push(ruleFault('the chain of correlations is too long', correlation.place, hint));
        continue;
      }
      depths.set(correlation.detection, depth);
      ordered.push(correlation);
    }
  }
  for (const correlation of waiting) {
    const missing = correlation.rules.find((_, index) => !depths.has(correlation.members[index] ?? ''));
    const hint = 'It has a fault of its own, or it leads back to this correlation.';
    faults.push(
      ruleFault(`the correlation "${missing?.text ?? ''}" cannot run`, missing?.place ?? correlation.place, hint),
    );
  }
  return ordered;
}

function unknown({ text, place }: Reference): Fault {
  const hint = 'It is called by id or name, must be among the files that are read, and be without fault.';
  return ruleFault(`there is no rule "${text}"`, place, hint);
}
