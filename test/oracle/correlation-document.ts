import { readPercentile, readThreshold } from './correlation-condition.ts';
import { type Mapping, isMapping, listOf, mappingOf, nameOf, refuse } from './document.ts';
import { isCalled } from './filter.ts';
import { spanOf } from './time.ts';

/** That a rule found an event, or that an event completed a correlation. */
export interface Occurrence {
  readonly event: number;
  /** In microseconds. */
  readonly time: number;
  /** The values of a field; of a correlation, those of its groups first. */
  readonly field: (name: string) => readonly unknown[];
  /** The events of which it consists: the event itself, or those of the correlation that it completes. */
  readonly parts: readonly number[];
}

/** An occurrence as it counts in one group. */
export interface Member extends Occurrence {
  /** The place of its rule in `rules`. */
  readonly rule: number;
  /** In the field that is measured. */
  readonly values: readonly string[];
}

/** What a correlation says. */
export interface CorrelationDocument {
  readonly type: string;
  /** In microseconds. */
  readonly span: number;
  readonly rules: readonly Mapping[];
  readonly groupBy: readonly string[];
  readonly fields: readonly string[];
  /** The field that a name means in the occurrences of a rule. */
  readonly fieldOf: (name: string, rule: number) => string;
  /** Whether these, in one window and group, meet the condition. */
  readonly meets: (members: readonly Member[]) => boolean;
}

function percentileOf(numbers: readonly number[], percentile: number): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const place = ((sorted.length - 1) * percentile) / 100;
  const lower = sorted[Math.floor(place)] ?? Number.NaN;
  const upper = sorted[Math.ceil(place)] ?? Number.NaN;
  return lower + (upper - lower) * (place - Math.floor(place));
}

function measureOf(type: string, condition: unknown): (members: readonly Member[]) => number {
  const numbersOf = (members: readonly Member[]) => members.flatMap(({ values }) => values).map(Number);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  switch (type) {
    case 'event_count':
      return (members) => new Set(members.map(({ event }) => event)).size;
    case 'value_count':
      return (members) => new Set(members.flatMap(({ values }) => values)).size;
    case 'value_sum':
      return (members) => sum(numbersOf(members));
    case 'value_max':
      return (members) => Math.max(...numbersOf(members));
    case 'value_min':
      return (members) => Math.min(...numbersOf(members));
    case 'value_avg':
      return (members) => sum(numbersOf(members)) / numbersOf(members).length;
    case 'value_percentile': {
      const percentile = readPercentile(mappingOf(condition, 'condition'));
      return (members) => percentileOf(numbersOf(members), percentile);
    }
    case 'temporal':
    case 'temporal_ordered':
      return (members) => new Set(members.map(({ rule }) => rule)).size;
    default:
      return refuse(`${type} is no type of correlation`);
  }
}

/** Reads a correlation and finds the documents that it names. */
export function readCorrelation(document: Mapping, all: readonly Mapping[]): CorrelationDocument {
  const says = mappingOf(document.correlation, 'correlation');
  const { type, condition } = says;
  if ('detection' in document) refuse('a correlation has no detection of its own');
  if (typeof type !== 'string') return refuse('a correlation needs a type');
  const names = says.rules === undefined ? [] : listOf(says.rules).map(nameOf);
  if (names.length === 0) refuse('a correlation needs rules');
  const rules = names.map(
    (name) =>
      all.find((one) => ('detection' in one || 'correlation' in one) && isCalled(one, name)) ??
      refuse(`no rule is called ${name}`),
  );
  if (type === 'temporal_ordered' && new Set(rules).size < rules.length) refuse('an order names a rule twice');
  const measure = measureOf(type, condition);
  const threshold = readThreshold(type, condition, rules.length);
  const field = isMapping(condition) ? condition.field : undefined;
  const fields = type.startsWith('value_') && field !== undefined ? listOf(field).map(nameOf) : [];
  if (type.startsWith('value_') && fields.length === 0) refuse(`${type} needs a field`);
  if (fields.length > 1 && type !== 'value_count') refuse('only values that are counted may be in several fields');
  const aliases = new Map(
    Object.entries(mappingOf(says.aliases ?? {}, 'aliases')).map(([name, entries]) => [
      name,
      Object.entries(mappingOf(entries, 'an alias')),
    ]),
  );
  const generates = [document.generate, says.generate].filter((value) => value !== undefined);
  if (generates.some((value) => typeof value !== 'boolean' || value !== generates[0])) refuse('generate is unclear');
  return {
    type,
    span: spanOf(says.timespan) ?? refuse('a correlation needs a timespan'),
    rules,
    groupBy: says['group-by'] === undefined ? [] : listOf(says['group-by']).map(nameOf),
    fields,
    fieldOf: (name, rule) => {
      const entry = aliases.get(name)?.find(([key]) => isCalled(rules[rule] ?? {}, key));
      return entry === undefined ? name : nameOf(entry[1]);
    },
    meets: (members) => threshold(measure(members)),
  };
}
