import { Fault } from '../../shape/fault.ts';
import { type CompiledRule, compileRule } from './compile.ts';
import { type CompiledCorrelation, compileCorrelation } from './compile-correlation.ts';
import type { RuleSet } from '../parse/link-rules.ts';
import type { RuleFacts } from '../parse/rule.ts';
import { ruleFault } from '../parse/rule-fault.ts';
import { caseScheme, type Scheme } from './scheme.ts';

/** A rule or correlation that cannot be held against anything here, and why. */
export interface RefusedRule {
  readonly rule: RuleFacts;
  readonly fault: Fault;
}

export interface CompiledRules {
  readonly compiled: readonly CompiledRule[];
  /** Inner ones before those that name them. */
  readonly correlations: readonly CompiledCorrelation[];
  readonly refused: readonly RefusedRule[];
}

/**
 * Compiles what can be compiled; each rule that cannot is `refused` with its fault, and so is a correlation that needs
 * one of those. The order of the rules is kept.
 */
export function compileRules(
  { rules, correlations = [] }: Pick<RuleSet, 'rules'> & Partial<RuleSet>,
  scheme: Scheme = caseScheme,
): CompiledRules {
  const found = new Map<string, CompiledRule | CompiledCorrelation>();
  const refused: RefusedRule[] = [];
  const attempt = <T extends CompiledRule | CompiledCorrelation>(rule: RuleFacts, work: () => T): T[] => {
    try {
      const compiled = work();
      found.set(rule.detection, compiled);
      return [compiled];
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refused.push({ rule, fault: error });
      return [];
    }
  };
  return {
    compiled: rules.flatMap((rule) => attempt(rule, () => compileRule(rule, scheme))),
    correlations: correlations.flatMap((correlation) =>
      attempt(correlation, () => {
        const members = correlation.members.map((member, index) => {
          const known = found.get(member);
          if (known !== undefined) return known;
          const reference = correlation.rules[index];
          const hint = 'Its own fault says why; without it the correlation would find less than it says.';
          throw ruleFault(`the rule "${reference?.text}" cannot run`, reference?.place ?? correlation.place, hint);
        });
        return compileCorrelation(correlation, members, scheme);
      }),
    ),
    refused,
  };
}

/**
 * Rules and correlations that report nothing of their own: those named by correlations of which none says `generate`.
 * `isOurs` parts two sets of rules: a correlation of one never silences a rule of the other.
 */
export function silentRules(
  { rules, correlations }: Pick<RuleSet, 'rules' | 'correlations'>,
  isOurs: (rule: RuleFacts) => boolean = () => true,
): Set<string> {
  const byName = new Map([...rules, ...correlations].map((rule) => [rule.detection, isOurs(rule)]));
  const named = new Set<string>();
  const generating = new Set<string>();
  for (const correlation of correlations) {
    for (const member of correlation.members) {
      if (byName.get(member) !== isOurs(correlation)) continue;
      (correlation.isGenerating ? generating : named).add(member);
    }
  }
  return new Set([...named].filter((detection) => !generating.has(detection)));
}

/** A correlation with all rules and correlations that it is made of, inner ones before those that name them. */
export function partsOf(
  correlation: CompiledCorrelation,
  { compiled, correlations }: Pick<CompiledRules, 'compiled' | 'correlations'>,
): Pick<CompiledRules, 'compiled' | 'correlations'> {
  const wanted = new Set([correlation.rule.detection]);
  for (const { rule } of correlations.toReversed()) {
    if (wanted.has(rule.detection)) for (const member of rule.members) wanted.add(member);
  }
  const isWanted = ({ rule }: CompiledRule | CompiledCorrelation): boolean => wanted.has(rule.detection);
  return { compiled: compiled.filter(isWanted), correlations: correlations.filter(isWanted) };
}
