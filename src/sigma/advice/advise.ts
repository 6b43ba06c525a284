import { readFileSync } from 'node:fs';
import type { Advice } from './advice.ts';
import { adviseDetection } from './advise-detection.ts';
import { adviseFacts } from './advise-facts.ts';
import { type FitReason, fitRule } from './fit.ts';
import { groupBy } from '../plan/group-by.ts';
import type { RuleSet } from '../parse/link-rules.ts';
import { tablesOf } from '../field/log-source.ts';
import { mergeActions } from '../parse/merge-actions.ts';
import { entryOf, Problems } from '../parse/problems.ts';
import type { Filter, Rule, RuleFacts } from '../parse/rule.ts';
import { readYaml, type Yaml } from '../parse/yaml-document.ts';

/** Values that one piece of advice names. */
const mostValues = 3;

/**
 * What to better in the documents of the asked files, each thing once. Files in which nothing is without fault are left
 * out: their faults come first.
 */
export function advise(set: RuleSet, isAsked: (file: string) => boolean): Advice[] {
  const known = [...set.rules, ...set.correlations];
  const places = [...known, ...set.filters].map(({ place }) => place.file ?? '');
  const files = [...new Set(places)].filter(isAsked);
  const found = [
    ...files.flatMap((file) => adviseFile(file, known)),
    ...set.rules.filter(({ place }) => isAsked(place.file ?? '')).flatMap(adviseFit),
    ...set.filters
      .filter(({ place }) => isAsked(place.file ?? ''))
      .flatMap((filter) => adviseFilter(filter, set.rules)),
  ];
  const unique = new Map(found.map((advice) => [JSON.stringify([advice.kind, advice.place, advice.message]), advice]));
  return [...unique.values()];
}

function adviseFile(file: string, known: readonly RuleFacts[]): Advice[] {
  const { documents } = readYaml(readFileSync(file, 'utf8'), file);
  return mergeActions(documents, new Problems()).flatMap((document) => [
    ...adviseFacts(document),
    ...adviseId(document, known),
    ...adviseDetection(document),
  ]);
}

function adviseId(document: Yaml, known: readonly RuleFacts[]): Advice[] {
  const value = entryOf(document, 'id')?.value;
  if (value?.kind !== 'scalar' || value.value === null) return [];
  const { file, line } = document.place;
  const other = known.find(
    ({ id, place }) => id === String(value.value) && !(place.file === file && place.line === line),
  );
  if (other === undefined) return [];
  const message = `"${other.title}" has this id as well (${[other.place.file, other.place.line].join(':')})`;
  return [{ kind: 'duplicate-id', message, hint: 'Make a new random UUID for one of the two.', place: value.place }];
}

function adviseFilter(filter: Filter, rules: readonly Rule[]): Advice[] {
  if (rules.some(({ filters }) => filters.includes(filter))) return [];
  const hint = 'Check its log source, and that the rules are among the files that are read.';
  return [{ kind: 'filter-without-rules', message: 'the filter narrows no rule', hint, place: filter.place }];
}

/** Whether real records can meet the rule. On a log source that is not known, every rule has a fault already. */
function adviseFit(rule: Rule): Advice[] {
  if (tablesOf(rule.logSource) === undefined) return [];
  const { verdict, reasons } = fitRule(rule);
  const told = reasons.filter(({ kind }) => kind !== 'map');
  const sameReason = groupBy(told, ({ reason, field, place }) => JSON.stringify([reason, field, place]));
  return sameReason.flatMap(([first, ...more]): Advice[] => {
    if (first === undefined) return [];
    const { field, reason: hint, place } = first;
    const about = field === undefined ? '' : ` by "${field}"${valuesText([first, ...more])}`;
    return verdict === 'cannot-match'
      ? [{ kind: 'cannot-match', message: `no real record can be found${about}`, hint, place }]
      : [{ kind: 'doubtful-value', message: `it is doubtful that anything is found${about}`, hint, place }];
  });
}

function valuesText(reasons: readonly FitReason[]): string {
  const values = reasons.flatMap(({ value }) => (value === undefined ? [] : [`"${value}"`]));
  if (values.length === 0) return '';
  const rest = values.length > mostValues ? ` and ${values.length - mostValues} more` : '';
  return `: ${values.slice(0, mostValues).join(', ')}${rest}`;
}
