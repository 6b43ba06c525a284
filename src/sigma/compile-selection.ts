import type { FieldHome } from './field.ts';
import { groupBy } from './group-by.ts';
import { elementKey, type ElementItem, matchElement } from './match-element.ts';
import { matchAbsent, matchColumn, matchRecord, pointerOf } from './match-item.ts';
import { matchKeywords } from './match-keyword.ts';
import { and, type Operand, or, type Predicate } from './predicate.ts';
import { ruleFault } from './rule-fault.ts';
import type { Scheme } from './scheme.ts';
import type { Item, Selection } from './selection.ts';

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
  readonly #others: readonly string[];

  /** `others` are the further tables of the log source: a field that only they have is absent here, whatever the record says. */
  constructor(scheme: Scheme, table: string, others: readonly string[]) {
    this.#scheme = scheme;
    this.#table = table;
    this.#others = others;
  }

  /** @throws Fault `rule-invalid` */
  compile(selection: Selection): Predicate {
    if (selection.kind === 'any') return or(selection.of.map((part) => this.compile(part)));
    const elements: ElementItem[] = [];
    const parts: Predicate[] = [];
    for (const item of selection.of) {
      const home = item.field === undefined ? undefined : this.#scheme.homeOf(this.#table, item.field);
      if (home?.kind === 'element') elements.push({ item, home });
      else parts.push(this.#item(item, home));
    }
    for (const group of groupBy(elements, ({ home }) => elementKey(home))) {
      parts.push(matchElement(group, (field) => this.#reference(field, group[0]?.item)));
    }
    return and(parts);
  }

  #item(item: Item, home: Exclude<FieldHome, { kind: 'element' }> | undefined): Predicate {
    const { field } = item;
    if (field === undefined) return matchKeywords(item);
    const reference = (name: string): Operand | undefined => this.#reference(name, item);
    if (home?.kind === 'column') return matchColumn(item, this.#column(home.column), reference);
    if (home === undefined && this.#isElsewhere(field)) return matchAbsent(item);
    return matchRecord(item, (home?.paths ?? [field]).map(pointerOf), reference);
  }

  #column(column: string): Operand {
    return columnOperand(column, this.#scheme.columnsOf(this.#table));
  }

  #isElsewhere(field: string): boolean {
    return this.#others.some((other) => this.#scheme.homeOf(other, field) !== undefined);
  }

  #reference(field: string, item: Item | undefined): Operand | undefined {
    const home = this.#scheme.homeOf(this.#table, field);
    if (home?.kind === 'column') return this.#column(home.column);
    if (home?.kind === 'record') return { kind: 'record', pointers: home.paths.map(pointerOf) };
    if (home === undefined)
      return this.#isElsewhere(field) ? undefined : { kind: 'record', pointers: [pointerOf(field)] };
    throw ruleFault(
      `"${field}" has many values in one record`,
      item?.place ?? {},
      'Refer to a field with a single value.',
    );
  }
}
