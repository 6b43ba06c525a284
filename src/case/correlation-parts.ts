import type { CompiledCorrelation, CompiledRules } from '../sigma/index.ts';

/** A correlation with all rules and correlations that it is made of, inner ones before those that name them. */
export function partsOf(
  correlation: CompiledCorrelation,
  { compiled, correlations }: Pick<CompiledRules, 'compiled' | 'correlations'>,
): Pick<CompiledRules, 'compiled' | 'correlations'> {
  const wanted = new Set([correlation.rule.detection]);
  for (const { rule } of correlations.toReversed()) {
    if (wanted.has(rule.detection)) for (const member of rule.members) wanted.add(member);
  }
  const isWanted = ({ rule }: { readonly rule: { readonly detection: string } }): boolean => wanted.has(rule.detection);
  return { compiled: compiled.filter(isWanted), correlations: correlations.filter(isWanted) };
}
