import {
  type AliasField,
  type Bound,
  type Correlation,
  correlationTypes,
  type CorrelationType,
  operators,
} from './correlation.ts';
import { limits } from './limits.ts';
import { parseFacts } from './parse-facts.ts';
import { parseReferences } from './parse-rule.ts';
import { entryOf, type Problems, textOf, wordOf } from './problems.ts';
import type { Reference } from './rule.ts';
import type { Yaml } from './yaml-document.ts';

/** Reads a correlation; what is wrong goes to `problems`. */
export function parseCorrelation(document: Yaml, detection: string, problems: Problems): Correlation | undefined {
  const facts = parseFacts(document, detection, problems);
  const map = entryOf(document, 'correlation')?.value;
  if (map?.kind !== 'map') {
    return problems.add('the correlation is no map', map?.place ?? document.place, 'Write "correlation:" with a type.');
  }
  refuseUnknown(map, ['type', 'rules', 'aliases', 'group-by', 'timespan', 'condition', 'generate'], problems);
  const type = wordOf(map, 'type', correlationTypes, problems);
  if (entryOf(map, 'type') === undefined)
    problems.add('the correlation has no type', map.place, `Use one of: ${correlationTypes.join(', ')}.`);
  const rules = parseReferences(map, 'rules', problems);
  if (rules.length === 0)
    problems.add('the correlation names no rules', map.place, 'Write "rules:" with ids or names.');
  if (rules.length > limits.correlatedRules) {
    const hint = `At most ${limits.correlatedRules} are possible; join them in correlations of their own.`;
    problems.add('the correlation names too many rules', map.place, hint);
  }
  const seconds = parseTimespan(map, problems);
  const isGenerating = parseGenerate(document, map, problems);
  const aliases = parseAliases(map, problems);
  const groupBy = parseReferences(map, 'group-by', problems);
  if (type === undefined) return undefined;
  const condition = parseMeasure(map, type, distinct(rules), problems);
  if (type === 'temporal_ordered') refuseOrderOfSome(map, rules, condition.bounds, problems);
  if (facts === undefined || seconds === undefined) return undefined;
  return { ...facts, type, rules: distinct(rules), aliases, groupBy, seconds, isGenerating, ...condition };
}

function refuseUnknown(map: Yaml & { kind: 'map' }, known: readonly string[], problems: Problems): void {
  for (const { key, keyPlace } of map.entries) {
    if (!known.includes(key)) problems.add(`"${key}" has no meaning here`, keyPlace, `Known are: ${known.join(', ')}.`);
  }
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

function parseTimespan(map: Yaml, problems: Problems): number | undefined {
  const text = textOf(map, 'timespan', problems);
  const place = entryOf(map, 'timespan')?.value.place ?? map.place;
  const hint = 'Write a whole number and s, m, h or d, such as "timespan: 90m".';
  if (text === undefined) return problems.add('the correlation has no timespan', place, hint);
  const [, digits = '', unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const seconds = Number(digits) * (unitSeconds[unit] ?? 0);
  return seconds > 0 ? seconds : problems.add(`"${text}" is no timespan`, place, hint);
}

/** The specification has it in the document, pySigma in the correlation. */
function parseGenerate(document: Yaml, map: Yaml, problems: Problems): boolean {
  const values = [document, map].flatMap((owner) => {
    const value = entryOf(owner, 'generate')?.value;
    if (value === undefined) return [];
    if (value.kind === 'scalar' && typeof value.value === 'boolean') return [value.value];
    problems.add('"generate" must be true or false', value.place, 'Write "generate: true".');
    return [];
  });
  if (values.length === 2 && values[0] !== values[1]) {
    problems.add('"generate" is both true and false', map.place, 'Say it once.');
  }
  return values.includes(true);
}

function parseAliases(map: Yaml, problems: Problems): Correlation['aliases'] {
  const value = entryOf(map, 'aliases')?.value;
  const aliases = new Map<string, AliasField[]>();
  if (value === undefined) return aliases;
  const hint = 'Write "aliases:" with a map of rules and fields for each alias.';
  if (value.kind !== 'map') {
    problems.add('"aliases" must be a map', value.place, hint);
    return aliases;
  }
  for (const { key: alias, value: fields } of value.entries) {
    const byRule: AliasField[] = [];
    if (fields.kind !== 'map') problems.add(`the alias "${alias}" must be a map`, fields.place, hint);
    for (const { key: rule, keyPlace } of fields.kind === 'map' ? fields.entries : []) {
      const field = textOf(fields, rule, problems);
      if (field === undefined) problems.add('the field has no name', keyPlace, hint);
      else byRule.push({ rule: { text: rule, place: keyPlace }, field });
    }
    aliases.set(alias, byRule);
  }
  return aliases;
}

type Measure = Pick<Correlation, 'bounds' | 'fields' | 'percentile'>;

function parseMeasure(map: Yaml, type: CorrelationType, rules: readonly Reference[], problems: Problems): Measure {
  const isTemporal = type.startsWith('temporal');
  const none: Measure = { bounds: [{ operator: 'gte', value: rules.length }], fields: [], percentile: undefined };
  const condition = entryOf(map, 'condition')?.value;
  if (condition === undefined) {
    if (!isTemporal) problems.add('the correlation has no condition', map.place, 'Write "condition: {gte: 10}".');
    return none;
  }
  if (condition.kind !== 'map') {
    const hint = isTemporal
      ? 'Conditions in words are not part of Sigma; remove it, or write "condition: {gte: 2}".'
      : 'Write "condition: {gte: 10}".';
    problems.add('the condition of a correlation must be a map', condition.place, hint);
    return none;
  }
  const needsField = type.startsWith('value_');
  const known = [
    ...operators,
    ...(needsField ? ['field'] : []),
    ...(type === 'value_percentile' ? ['percentile'] : []),
  ];
  refuseUnknown(condition, known, problems);
  const fields = parseReferences(condition, 'field', problems);
  if (needsField && fields.length === 0)
    problems.add(`"${type}" needs a field`, condition.place, 'Write "condition: {field: ..., gte: 10}".');
  if (fields.length > 1 && type !== 'value_count')
    problems.add(`"${type}" is about one field`, fields[1]?.place ?? condition.place, 'Remove the others.');
  const bounds = operators.flatMap((operator): Bound[] => {
    const value = parseNumber(condition, operator, problems);
    return value === undefined ? [] : [{ operator, value }];
  });
  if (bounds.length === 0)
    problems.add('the condition compares nothing', condition.place, `Use one of: ${operators.join(', ')}.`);
  else refuseImpossible(type, bounds, rules.length, condition, problems);
  return { bounds, fields, percentile: parsePercentile(condition, type, problems) };
}

function parsePercentile(condition: Yaml, type: CorrelationType, problems: Problems): number | undefined {
  if (type !== 'value_percentile') return undefined;
  const percentile = parseNumber(condition, 'percentile', problems);
  if (percentile !== undefined && percentile >= 0 && percentile <= 100) return percentile;
  const place = entryOf(condition, 'percentile')?.value.place ?? condition.place;
  return problems.add(
    'it is not said which percentile',
    place,
    'Write "percentile:" with a number from 0 to 100 into the condition; the specification has no word for it.',
  );
}

function parseNumber(map: Yaml, key: string, problems: Problems): number | undefined {
  const value = entryOf(map, key)?.value;
  if (value === undefined) return undefined;
  const plain = value.kind === 'scalar' ? value.value : undefined;
  const number = typeof plain === 'bigint' || typeof plain === 'number' ? Number(plain) : Number.NaN;
  return Number.isFinite(number)
    ? number
    : problems.add(`"${key}" needs a number`, value.place, 'Write it without quotes.');
}

/** Windows end with an event, so that there is always one; rules are at most as many as are named. */
function refuseImpossible(
  type: CorrelationType,
  bounds: readonly Bound[],
  rules: number,
  condition: Yaml,
  problems: Problems,
): void {
  const isCount = !type.startsWith('value_') || type === 'value_count';
  const isTemporal = type.startsWith('temporal');
  const [low, high] = [isCount ? 1 : Number.NEGATIVE_INFINITY, isTemporal ? rules : Number.POSITIVE_INFINITY];
  const candidates = [
    low,
    high,
    ...bounds.flatMap(({ value }) => [value - 1, value - 0.5, value, value + 0.5, value + 1]),
  ]
    .map((value) => (isCount && Number.isFinite(value) ? Math.ceil(value) : value))
    .filter((value) => value >= low && value <= high);
  if (candidates.some((value) => bounds.every((bound) => isMet(bound, value)))) return;
  const hint =
    'A window ends with an event, so that there is always one: what did not happen cannot be found this way.';
  problems.add('no window can meet the condition', condition.place, hint);
}

function isMet({ operator, value }: Bound, measured: number): boolean {
  switch (operator) {
    case 'gt':
      return measured > value;
    case 'gte':
      return measured >= value;
    case 'lt':
      return measured < value;
    case 'lte':
      return measured <= value;
    case 'eq':
      return measured === value;
    case 'neq':
    default:
      return measured !== value;
  }
}

function refuseOrderOfSome(map: Yaml, rules: readonly Reference[], bounds: readonly Bound[], problems: Problems): void {
  for (const { text, place } of rules.filter((rule) => !distinct(rules).includes(rule))) {
    problems.add(`the rule "${text}" is named twice`, place, 'Use an event_count for events that repeat.');
  }
  if (!rules.some((_, fewer) => bounds.every((bound) => isMet(bound, fewer)))) return;
  const place = entryOf(map, 'condition')?.value.place ?? map.place;
  problems.add('an order of only some rules has no meaning', place, 'Remove the condition: all rules are needed.');
}

function distinct(rules: readonly Reference[]): Reference[] {
  return rules.filter(({ text }, index) => rules.findIndex((rule) => rule.text === text) === index);
}
