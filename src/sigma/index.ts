export { type CompiledRule, compileRule, compileRules, type RefusedRule, type TableCondition } from './compile.ts';
export { loadRules, shippedRulesDirectory } from './load.ts';
export { matchStatement } from './sql/scan.ts';
export type { ParseOptions } from './parse-item.ts';
export { parseRules } from './parse-rule.ts';
export type { Level, LogSource, Rule, RuleExample, Status } from './rule.ts';
