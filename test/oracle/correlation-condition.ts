import { type Mapping, isMapping, refuse } from './document.ts';

const operators: ReadonlyMap<string, (left: number, right: number) => boolean> = new Map([
  ['gt', (left, right) => left > right],
  ['gte', (left, right) => left >= right],
  ['lt', (left, right) => left < right],
  ['lte', (left, right) => left <= right],
  ['eq', (left, right) => left === right],
  ['neq', (left, right) => left !== right],
]);

/** Types whose measure is a count, of at least the event with which the window ends. */
const counting = new Set(['event_count', 'value_count', 'temporal', 'temporal_ordered']);

function numberIn(value: unknown): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : refuse('a condition needs numbers');
}

/** Whether a measure meets all operators of the condition. What no window can measure is refused. */
export function readThreshold(type: string, condition: unknown, ruleCount: number): (measure: number) => boolean {
  const isTemporal = type.startsWith('temporal');
  if (condition === undefined && isTemporal) return (measure) => measure === ruleCount;
  if (!isMapping(condition)) return refuse('a correlation needs a condition');
  const parts = Object.entries(condition).filter(([name]) => name !== 'field' && name !== 'percentile');
  const limits = parts.map(([, value]) => numberIn(value));
  const tests = parts.map(([name], place) => {
    const operator = operators.get(name) ?? refuse(`${name} is no operator`);
    return (measure: number) => operator(measure, limits[place] ?? 0);
  });
  if (tests.length === 0) refuse('a condition needs an operator');
  const meets = (measure: number): boolean => tests.every((test) => test(measure));

  const counts = [0, ...limits].flatMap((limit) => [-1, 0, 1, 2].map((more) => Math.floor(limit) + more));
  const measures = limits.flatMap((left) => limits.flatMap((right) => [left - 1, (left + right) / 2, left + 1]));
  const possible = counting.has(type)
    ? counts.filter((count) => count >= 1 && (!isTemporal || count <= ruleCount))
    : measures;
  if (!possible.some(meets)) refuse('no window meets the condition');
  const ordered = Array.from({ length: ruleCount }, (_, place) => place + 1);
  if (type === 'temporal_ordered' && ordered.some((count) => meets(count) !== (count === ruleCount))) {
    refuse('an order needs all rules');
  }
  return meets;
}

/** The percentile that a condition names. */
export function readPercentile(condition: Mapping): number {
  const percentile = numberIn(condition.percentile);
  return percentile >= 0 && percentile <= 100 ? percentile : refuse('percentile is from 0 to 100');
}
