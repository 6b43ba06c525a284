import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { Fault, type FaultPlace } from '../shape/fault.ts';
import { type RulesOptions, rulesOf } from './options.ts';
import { type CompiledRules, compileRules, loadRules, type RuleSet, shippedRulesDirectory } from '../sigma/index.ts';

/** The rules that a command is about, among all that they may refer to. */
export interface AskedRules {
  readonly set: RuleSet;
  readonly compiled: CompiledRules;
  /** Of the asked files only. */
  readonly faults: readonly Fault[];
  readonly isAsked: (about: { readonly place: FaultPlace }) => boolean;
}

/**
 * Reads the rules at `paths`; those of the options and the shipped ones are there to be referred to.
 *
 * @throws Fault `path-missing`, `nothing-to-read` if none of the paths has anything to do with rules.
 */
export function readAskedRules(paths: readonly string[], options: RulesOptions): AskedRules {
  const { rules: beside, placeholders } = rulesOf(options);
  const set = loadRules([...paths, ...beside, shippedRulesDirectory()], { placeholders });
  const compiled = compileRules(set);
  const isAsked = ({ place }: { readonly place: FaultPlace }): boolean =>
    place.file === undefined || paths.some((path) => isWithin(path, place.file ?? ''));
  const faults = [...set.faults, ...compiled.refused.map(({ fault }) => fault)].filter(isAsked);
  const documents = [...set.rules, ...set.correlations, ...set.filters];
  if (faults.length === 0 && !documents.some(isAsked)) {
    throw new Fault('nothing-to-read', 'there is no rule in what was named', {
      place: { file: paths[0] },
      hint: 'Name rule files, or folders with files that end in .yml or .yaml.',
    });
  }
  return { set, compiled, faults, isAsked };
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
