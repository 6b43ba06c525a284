import { identifier, type Sql, sql } from '../store/sql.ts';
import { textConstant, foldedConstant } from './constant.ts';
import type { FieldHome } from './field.ts';
import { groupBy } from './group-by.ts';
import { matchPatterns, type Reference } from './match-pattern.ts';
import { textOperand } from './operand.ts';
import { and, cost, leaf, not, type Predicate, render } from './predicate.ts';
import type { Item } from './selection.ts';

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
export function matchElement(items: readonly ElementItem[], list: Sql, reference: Reference): Predicate {
  const [first] = items;
  if (first === undefined) return and([]);
  const { name, when, list: column } = first.home;
  // Without a second list a named element is there or not, just like a property inside of a target.
  if (
    first.home.inside === undefined &&
    items.every(({ home }) => home.inside === undefined) &&
    (name ?? when) !== undefined
  ) {
    return matchNamed(items, list, `${column} element`, reference);
  }
  const target = identifier(`${column} element`);
  const inside = groupBy(items, ({ home }) => JSON.stringify([home.inside, home.name?.toLowerCase()]));
  const conditions = inside.map((group) => {
    const [member] = group;
    const innerList = member?.home.inside;
    if (innerList !== undefined)
      return matchNamed(group, sql`${target}.${identifier(innerList)}`, `${innerList} element`, reference);
    return and(group.map(({ item, home }) => matchItem(item, sql`${target}.${identifier(home.part)}`, reference)));
  });
  const isByAbsence = items.every(({ item }) => isAbsence(item));
  const elements = isByAbsence ? sql`case when len(${list}) > 0 then ${list} else [null] end` : list;
  return exists(elements, target, and(conditions));
}

/** One element with the right name must meet the items; what is about absence means that no such element is there. */
function matchNamed(items: readonly ElementItem[], list: Sql, elementName: string, reference: Reference): Predicate {
  const element = identifier(elementName);
  const positive = items.filter(({ item }) => !isAbsence(item));
  const parts: Predicate[] = [];
  if (positive.length > 0) {
    const conditions = positive.map(
      ({ item, home }) => present(item) ?? matchItem(item, sql`${element}.${identifier(home.part)}`, reference),
    );
    parts.push(exists(list, element, and([named(positive, element), ...conditions])));
  }
  for (const absent of items.filter(({ item }) => isAbsence(item))) {
    const value = sql`${element}.${identifier(absent.home.part)}`;
    parts.push(not(exists(list, element, and([named([absent], element), opposite(absent.item, value, reference)]))));
  }
  return and(parts);
}

function named([first]: readonly ElementItem[], element: Sql): Predicate {
  if (first === undefined) return and([]);
  const { when, name } = first.home;
  return and([
    ...(when === undefined
      ? []
      : [leaf(sql`${element}.${identifier(when.part)} = ${textConstant(when.value)}`, cost.equal)]),
    ...(name === undefined ? [] : [leaf(sql`lower(${element}.name) = ${foldedConstant(name)}`, cost.equal)]),
  ]);
}

/** True if a record can meet the item by not having the field. */
function isAbsence({ isNegated, patterns }: Item): boolean {
  const [pattern] = patterns;
  return isNegated !== (pattern?.kind === 'null' || (pattern?.kind === 'exists' && !pattern.value));
}

/** What an element must meet so that an item about absence fails. */
function opposite(item: Item, value: Sql, reference: Reference): Predicate {
  const [pattern] = item.patterns;
  if (pattern?.kind === 'exists') return and([]);
  if (pattern?.kind === 'null') return leaf(sql`${value} is not null`, cost.equal);
  return matchPatterns(item.patterns, item.isEvery, textOperand(value), reference);
}

/** For `exists: true` the element itself is enough. */
function present({ patterns }: Item): Predicate | undefined {
  return patterns[0]?.kind === 'exists' ? and([]) : undefined;
}

function matchItem(item: Item, value: Sql, reference: Reference): Predicate {
  const predicate = matchPatterns(item.patterns, item.isEvery, textOperand(value), reference);
  return item.isNegated ? not(predicate) : predicate;
}

function exists(list: Sql, element: Sql, condition: Predicate): Predicate {
  return leaf(sql`len(list_filter(${list}, lambda ${element}: ${render(condition)})) > 0`, cost.list);
}
