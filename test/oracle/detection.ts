import { readCondition } from './condition.ts';
import { type Mapping, isMapping, listOf, refuse } from './document.ts';
import { type Test, readItem } from './item.ts';
import type { Placeholders } from './transformation.ts';

/** A map is met if all its lines are, a list if one of its members is; a text in it is sought in the whole event. */
function readSelection(selection: unknown, placeholders: Placeholders): Test {
  if (isMapping(selection)) {
    const tests = Object.entries(selection).map(([key, value]) => readItem(key, value, placeholders));
    if (tests.length === 0) refuse('an empty selection');
    return (event) => tests.every((test) => test(event));
  }
  const tests = listOf(selection).map((member) =>
    isMapping(member) ? readSelection(member, placeholders) : readItem('', member, placeholders),
  );
  if (tests.length === 0) refuse('an empty selection');
  return (event) => tests.some((test) => test(event));
}

/** The `detection` of a rule, or the selections of a filter: `condition` beside named selections. */
export function readDetection(detection: Mapping, placeholders: Placeholders): Test {
  const { condition, timeframe, ...selections } = detection;
  if (timeframe !== undefined) refuse('timeframe is no longer part of Sigma');
  const tests = new Map(
    Object.entries(selections).map(([name, selection]) => [name, readSelection(selection, placeholders)]),
  );
  const conditions = listOf(condition).map((text) =>
    typeof text === 'string' ? readCondition(text, tests) : refuse('a condition must be text'),
  );
  if (conditions.length === 0) refuse('no condition');
  return (event) => conditions.some((test) => test(event));
}
