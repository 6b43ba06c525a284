import type { FieldHome } from './field.ts';
import { groupBy } from './group-by.ts';
import { elementKey, type ElementItem, matchElement } from './match-element.ts';
import { matchAbsent, matchColumn, matchRecord, recordOperand } from './match-item.ts';
import { matchKeywords } from './match-keyword.ts';
import type { ColumnOperands, Operand } from './operand.ts';
import { and, or, type Predicate } from './predicate.ts';
import { ruleFault } from './rule-fault.ts';
import type { Item, Selection } from './selection.ts';

export interface FieldScope {
  readonly columns: ColumnOperands;
  readonly homeOf: (field: string) => FieldHome | undefined;
  /** True if only another table of the same log source has the field: here it is absent, whatever the record says. */
  readonly isElsewhere: (field: string) => boolean;
}

/** Turns the selections of a rule into predicates over one table. */
export class SelectionCompiler {
  readonly #scope: FieldScope;

  constructor(scope: FieldScope) {
    this.#scope = scope;
  }

  /** @throws Fault `rule-invalid` */
  compile(selection: Selection): Predicate {
    if (selection.kind === 'any') return or(selection.of.map((part) => this.compile(part)));
    const elements: ElementItem[] = [];
    const parts: Predicate[] = [];
    for (const item of selection.of) {
      const home = item.field === undefined ? undefined : this.#scope.homeOf(item.field);
      if (home?.kind === 'element') elements.push({ item, home });
      else parts.push(this.#item(item, home));
    }
    for (const group of groupBy(elements, ({ home }) => elementKey(home))) {
      const [first] = group;
      if (first === undefined) continue;
      const list = this.#scope.columns.name(first.home.list);
      parts.push(matchElement(group, list, (field) => this.#reference(field, first.item)));
    }
    return and(parts);
  }

  #item(item: Item, home: Exclude<FieldHome, { kind: 'element' }> | undefined): Predicate {
    const { columns, isElsewhere } = this.#scope;
    const { field } = item;
    if (field === undefined) return matchKeywords(item, columns);
    const reference = (name: string): Operand | undefined => this.#reference(name, item);
    if (home?.kind === 'column') return matchColumn(item, columns.operand(home.column), reference);
    if (home === undefined && isElsewhere(field)) return matchAbsent(item);
    return matchRecord(item, home?.paths ?? [field], columns, reference);
  }

  #reference(field: string, item: Item): Operand | undefined {
    const { columns, homeOf, isElsewhere } = this.#scope;
    const home = homeOf(field);
    if (home?.kind === 'column') return columns.operand(home.column);
    if (home?.kind === 'record') return recordOperand(home.paths, columns);
    if (home === undefined) return isElsewhere(field) ? undefined : recordOperand([field], columns);
    throw ruleFault(`"${field}" has many values in one record`, item.place, 'Refer to a field with a single value.');
  }
}
