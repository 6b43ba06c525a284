import type { FieldHome } from '../field/field.ts';
import { groupBy } from './group-by.ts';
import { matchPatterns, type Reference } from './match-pattern.ts';
import { and, ask, constant, type List, not, type Operand, type Predicate } from './predicate.ts';
import type { Item } from '../parse/selection.ts';

type ElementHome = FieldHome & { readonly kind: 'element' };

/** An item of a map together with the list element that its field is in. */
export interface ElementItem {
  readonly item: Item;
  readonly home: ElementHome;
}

/** Items with the same key are about the same element of a list, and so is everything in one inner list's element. */
export function elementKey({ list, inside, when, name }: ElementHome): string {
  return JSON.stringify([list, when, inside === undefined ? name?.toLowerCase() : undefined]);
}

/**
 * Whether one element of the list meets all items, which have the same {@link elementKey}. A record without any element
 * counts as one whose values are all missing.
 */
export function matchElement(items: readonly ElementItem[], reference: Reference): Predicate {
  const [first] = items;
  if (first === undefined) return and([]);
  const { name, when, list: column } = first.home;
  const list: List = { kind: 'column', column };
  const variable = `${column} element`;
  // Without a second list a named element is there or not, just like a property inside of a target.
  if (items.every(({ home }) => home.inside === undefined) && (name ?? when) !== undefined) {
    return matchNamed(items, list, variable, reference);
  }
  const inside = groupBy(items, ({ home }) => JSON.stringify([home.inside, home.name?.toLowerCase()]));
  const conditions = inside.map((group) => {
    const innerList = group[0]?.home.inside;
    if (innerList === undefined) {
      return and(group.map(({ item, home }) => matchItem(item, part(variable, home), reference)));
    }
    return matchNamed(group, { kind: 'part', variable, part: innerList }, `${innerList} element`, reference);
  });
  const isNoneEnough = items.every(({ item }) => isAbsence(item));
  return ask({ test: 'some', list, variable, isNoneEnough, where: and(conditions) });
}

/** One element with the right name must meet the items; what is about absence means that no such element is there. */
function matchNamed(items: readonly ElementItem[], list: List, variable: string, reference: Reference): Predicate {
  const some = (where: readonly Predicate[]): Predicate =>
    ask({ test: 'some', list, variable, isNoneEnough: false, where: and(where) });
  const positive = items.filter(({ item }) => !isAbsence(item));
  const parts: Predicate[] = [];
  const [first] = positive;
  if (first !== undefined) {
    const conditions = positive.map(
      ({ item, home }) => present(item) ?? matchItem(item, part(variable, home), reference),
    );
    parts.push(some([isNamed(first.home, variable), ...conditions]));
  }
  for (const { item, home } of items.filter((candidate) => isAbsence(candidate.item))) {
    parts.push(not(some([isNamed(home, variable), opposite(item, part(variable, home), reference)])));
  }
  return and(parts);
}

/** What must be true of an element so that it is the one meant. */
export function isNamed({ when, name }: ElementHome, variable: string): Predicate {
  const equals = (partName: string, value: string, isCased: boolean): Predicate =>
    ask({
      test: 'equals',
      operand: { kind: 'element', variable, part: partName },
      values: [value],
      isCased,
    });
  return and([
    when === undefined ? constant(true) : equals(when.part, when.value, true),
    name === undefined ? constant(true) : equals('name', name, false),
  ]);
}

function part(variable: string, home: ElementHome): Operand {
  return { kind: 'element', variable, part: home.part };
}

/** True if a record can meet the item by not having the field. */
function isAbsence({ isNegated, patterns }: Item): boolean {
  const [pattern] = patterns;
  return isNegated !== (pattern?.kind === 'null' || (pattern?.kind === 'exists' && !pattern.value));
}

/** What an element must meet so that an item about absence fails. */
function opposite(item: Item, operand: Operand, reference: Reference): Predicate {
  const [pattern] = item.patterns;
  if (pattern?.kind === 'exists') return and([]);
  if (pattern?.kind === 'null') return not(ask({ test: 'missing', operand }));
  return matchPatterns(item.patterns, item.isEvery, operand, reference);
}

/** For `exists: true` the element itself is enough. */
function present({ patterns }: Item): Predicate | undefined {
  return patterns[0]?.kind === 'exists' ? and([]) : undefined;
}

function matchItem(item: Item, operand: Operand, reference: Reference): Predicate {
  const predicate = matchPatterns(item.patterns, item.isEvery, operand, reference);
  return item.isNegated ? not(predicate) : predicate;
}
