import { parseDetection } from './parse-detection.ts';
import { parseFacts, parseLogSource, parseTitle } from './parse-facts.ts';
import type { ParseOptions } from './parse-item.ts';
import { entryOf, type Problems, wordOf } from './problems.ts';
import { type Filter, groups, habits, type Reference, type Rule } from './rule.ts';
import type { Yaml } from './yaml-document.ts';

/** Reads a detection rule; what is wrong goes to `problems`. */
export function parseRule(
  document: Yaml,
  detection: string,
  options: ParseOptions,
  problems: Problems,
): Rule | undefined {
  const facts = parseFacts(document, detection, problems);
  const logSource = parseLogSource(document, problems);
  const group = wordOf(document, 'group', groups, problems) ?? 'principal';
  const habit = wordOf(document, 'habit', habits, problems) ?? 'tells nothing';
  const value = entryOf(document, 'detection')?.value;
  if (value?.kind !== 'map') {
    return problems.add(
      'the rule has no detection',
      value?.place ?? document.place,
      'Write "detection:" with selections and a condition.',
    );
  }
  const parsed = parseDetection(value, options, problems);
  if (facts === undefined || logSource === undefined || parsed === undefined) return undefined;
  return { ...facts, ...parsed, logSource, group, habit, filters: [] };
}

/** Reads a filter; what is wrong goes to `problems`. */
export function parseFilter(document: Yaml, options: ParseOptions, problems: Problems): Filter | undefined {
  const title = parseTitle(document, problems);
  const logSource = parseLogSource(document, problems);
  const value = entryOf(document, 'filter')?.value;
  if (value?.kind !== 'map') {
    return problems.add(
      'the filter is no map',
      value?.place ?? document.place,
      'Write "filter:" with rules, selections and a condition.',
    );
  }
  const parsed = parseDetection(value, options, problems, ['rules']);
  const rules = parseReferences(value, 'rules', problems);
  if (rules.length === 0) {
    const hint = 'Write "rules:" with ids or names, or "rules: any" for all rules of the log source.';
    problems.add('the filter names no rules', value.place, hint);
  }
  if (title === undefined || logSource === undefined || parsed === undefined) return undefined;
  const [only] = rules;
  const isAny = rules.length === 1 && only?.text === 'any';
  return { ...parsed, title, logSource, rules: isAny ? undefined : rules, place: document.place };
}

/** The texts of the list under `key`, each with its place; one text alone is a list of one. */
export function parseReferences(map: Yaml, key: string, problems: Problems): Reference[] {
  const value = entryOf(map, key)?.value;
  if (value === undefined) return [];
  return (value.kind === 'list' ? value.items : [value]).flatMap((item) => {
    if (item.kind === 'scalar' && item.value !== null) return [{ text: String(item.value), place: item.place }];
    problems.add(`"${key}" must be a list of texts`, item.place, `Write "${key}: [name]".`);
    return [];
  });
}
