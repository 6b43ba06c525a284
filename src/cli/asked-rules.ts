import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Fault, FaultPlace } from '../shape/fault.ts';
import { type CompiledRules, compileRules, loadRules, type RuleSet, shippedRulesDirectory } from '../sigma/index.ts';

/** The rules that a command is about, among all that they may refer to. */
export interface AskedRules {
  readonly set: RuleSet;
  readonly compiled: CompiledRules;
  /** Of the asked files only, sorted by place. */
  readonly faults: readonly Fault[];
  readonly isAsked: (about: { readonly place: FaultPlace }) => boolean;
}

/**
 * Reads the rules at `paths`; those at `beside` and the shipped ones are there to be referred to.
 *
 * @throws Fault `path-missing`
 */
export function readAskedRules(paths: readonly string[], beside: readonly string[]): AskedRules {
  const set = loadRules([...paths, ...beside, shippedRulesDirectory()]);
  const compiled = compileRules(set);
  const isAsked = ({ place }: { readonly place: FaultPlace }): boolean =>
    place.file === undefined || paths.some((path) => isWithin(path, place.file ?? ''));
  const faults = [...set.faults, ...compiled.refused.map(({ fault }) => fault)];
  return { set, compiled, faults: faults.filter(isAsked), isAsked };
}

/** The path of a rule that is named by its file or, if it is a shipped one, by its name. */
export function pathOfRule(rule: string): string {
  const shipped = join(shippedRulesDirectory(), `${rule}.yml`);
  return !existsSync(rule) && /^[\w-]+$/.test(rule) && existsSync(shipped) ? shipped : rule;
}

function isWithin(path: string, file: string): boolean {
  const way = relative(path, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
