import { type Sql, sql } from '../../store/sql.ts';
import type { List, Operand } from '../plan/predicate.ts';
import type { ScanColumns } from './scan-columns.ts';

/** Operands and lists of plans as SQL over the columns of a scan. */
export class OperandSql {
  readonly #columns: ScanColumns;

  constructor(columns: ScanColumns) {
    this.#columns = columns;
  }

  /** In its own type. */
  native(operand: Operand): Sql {
    if (operand.kind === 'column') return this.#columns.plain(operand.column);
    if (operand.kind === 'record') return this.#columns.dialect.jsonText(this.#columns.record(operand.place));
    return this.#columns.dialect.element(operand.variable, operand.part);
  }

  text(operand: Operand): Sql {
    const native = this.native(operand);
    if (operand.kind !== 'column' || operand.type === 'text') return native;
    return operand.type === 'time' ? this.#columns.dialect.timeText(native) : this.#columns.dialect.asText(native);
  }

  /** The text in lower case. */
  folded(operand: Operand): Sql {
    // The whole record is put into lower case where it is needed: few rules want it, and of few records.
    const isShared = operand.kind === 'column' && operand.type === 'text' && operand.column !== 'raw';
    if (isShared) return this.#columns.folded(operand.column);
    return this.#columns.dialect.lower(this.text(operand));
  }

  /** Null for what is no number. */
  number(operand: Operand): Sql {
    const type = operand.kind === 'column' ? operand.type : 'text';
    if (type === 'integer') return this.native(operand);
    return type === 'text' ? this.#columns.dialect.asNumber(this.text(operand)) : sql`null`;
  }

  list(list: List): Sql {
    if (list.kind === 'column') return this.#columns.plain(list.column);
    if (list.kind === 'record') return this.#columns.recordList(list.place);
    return this.#columns.dialect.element(list.variable, list.part);
  }
}
