import type { Log } from '../../shape/detection.ts';
import type { FieldHome } from '../field/field.ts';
import { type TranslatedItem, wantsAbsence } from '../field/translation.ts';
import { groupBy } from './group-by.ts';
import { elementKey, type ElementItem, matchElement } from './match-element.ts';
import type { SourceTable } from '../field/log-source.ts';
import { matchAbsent, matchColumn, matchList, matchWhere } from './match-item.ts';
import { matchKeywords } from './match-keyword.ts';
import { and, ask, not, type Operand, or, type Predicate } from './predicate.ts';
import { placeOf } from './record-place.ts';
import { ruleFault } from '../parse/rule-fault.ts';
import type { Scheme } from './scheme.ts';
import type { Item, Selection } from '../parse/selection.ts';

/** A column as an operand, with the type that it has in the table. */
export function columnOperand(column: string, types: Readonly<Record<string, string>>): Operand {
  const type = types[column];
  if (type === 'INTEGER' || type === 'BIGINT') return { kind: 'column', column, type: 'integer' };
  if (type === 'BOOLEAN') return { kind: 'column', column, type: 'boolean' };
  return { kind: 'column', column, type: type === 'TIMESTAMP' ? 'time' : 'text' };
}

/** Turns the selections of a rule into predicates over one table. */
export class SelectionCompiler {
  readonly #scheme: Scheme;
  readonly #table: string;
  readonly #logs: readonly Log[];
  readonly #others: readonly SourceTable[];

  /**
   * `sources` are those of one table; `others` those of the further tables of the log source: a field that only they have
   * is absent here, whatever the record says.
   */
  constructor(scheme: Scheme, sources: readonly SourceTable[], others: readonly SourceTable[]) {
    this.#scheme = scheme;
    this.#table = sources[0]?.table ?? '';
    this.#logs = sources.flatMap(({ logs }) => logs);
    this.#others = others;
  }

  /** @throws Fault `rule-invalid` */
  compile(selection: Selection): Predicate {
    if (selection.kind === 'any') return or(selection.of.map((part) => this.compile(part)));
    const elements: ElementItem[] = [];
    const parts: Predicate[] = [];
    for (const item of selection.of) {
      const meanings = this.#scheme.translate(item, this.#table, this.#logs);
      const [only] = meanings;
      if (meanings.length !== 1 || only === undefined) parts.push(this.#anyOf(item, meanings));
      else if (only.home?.kind === 'element') elements.push({ item: only.item, home: only.home });
      else parts.push(this.#item(only.item, only.home));
    }
    for (const group of groupBy(elements, ({ home }) => elementKey(home))) {
      parts.push(matchElement(group, (field) => this.#reference(field, group[0]?.item)));
    }
    return and(parts);
  }

  /** An item whose field may be at several places: one of them must meet it, each value of `all` perhaps another one. */
  #anyOf(item: Item, meanings: readonly TranslatedItem[]): Predicate {
    const meet = (index?: number): Predicate[] =>
      meanings.map(({ item: { patterns, ...own }, home }) => {
        const some = index === undefined ? patterns : patterns.slice(index, index + 1);
        const one = { ...own, patterns: some, isEvery: false, isNegated: false };
        if (home?.kind !== 'element') return this.#item(one, home);
        return matchElement([{ item: one, home }], (field) => this.#reference(field, item));
      });
    const every = item.isEvery ? and(item.patterns.map((_, index) => or(meet(index)))) : or(meet());
    const predicate = wantsAbsence(item) ? and(meet()) : every;
    return item.isNegated ? not(predicate) : predicate;
  }

  #item(item: Item, home: Exclude<FieldHome, { kind: 'element' }> | undefined): Predicate {
    const { field } = item;
    if (field === undefined) return matchKeywords(item);
    const reference = (name: string): Operand | undefined => this.#reference(name, item);
    if (home?.kind === 'column') return matchColumn(item, this.#column(home.column), reference);
    if (home === undefined && this.#isElsewhere(field)) return matchAbsent(item);
    if (home?.kind === 'list') return matchList(item, { kind: 'column', column: home.column }, reference);
    const place = placeOf(home?.paths ?? [field], this.#scheme.isObject);
    const match = (one: Item): Predicate => matchList(one, { kind: 'record', place }, reference);
    if (home?.when === undefined) return match(item);
    const { column, values } = home.when;
    return matchWhere(item, ask({ test: 'equals', operand: this.#column(column), values, isCased: false }), match);
  }

  #column(column: string): Operand {
    return columnOperand(column, this.#scheme.columnsOf(this.#table));
  }

  #isElsewhere(field: string): boolean {
    return this.#others.some(({ table, logs }) => this.#scheme.homeOf(table, field, logs) !== undefined);
  }

  #reference(field: string, item: Item | undefined): Operand | undefined {
    const home = this.#scheme.homeOf(this.#table, field, this.#logs);
    if (home?.kind === 'column') return this.#column(home.column);
    if (home?.kind === 'record') return { kind: 'record', place: placeOf(home.paths, this.#scheme.isObject) };
    if (home === undefined)
      return this.#isElsewhere(field) ? undefined : { kind: 'record', place: placeOf([field], this.#scheme.isObject) };
    throw ruleFault(
      `"${field}" has many values in one record`,
      item?.place ?? {},
      'Refer to a field with a single value.',
    );
  }
}
