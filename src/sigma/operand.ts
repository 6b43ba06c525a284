import { identifier, type Sql, sql } from '../store/sql.ts';
import type { Guard } from './predicate.ts';

/** Something of a record that patterns are held against; null where the record does not have it. */
export interface Operand {
  readonly kind: 'text' | 'integer' | 'boolean' | 'time';
  /** In its own type. */
  readonly native: () => Sql;
  readonly text: () => Sql;
  /** The text in lower case. */
  readonly folded: () => Sql;
  /** A guard for the folded text (`integer`: the number), if a column decides. */
  readonly guard: (constants: readonly Sql[]) => Guard | undefined;
}

/** An operand for a text that is not a column, such as a part of a list's element. */
export function textOperand(text: Sql): Operand {
  return {
    kind: 'text',
    native: () => text,
    text: () => text,
    folded: () => sql`lower(${text})`,
    guard: () => undefined,
  };
}

const foldedStart = 'folded ';

/** The name under which the match statement gives a text column in lower case. */
function foldedName(column: string): string {
  return foldedStart + column;
}

/** The definition of a column that a condition uses, over the table itself. */
export function columnSql(name: string): Sql {
  return name.startsWith(foldedStart) ? sql`lower(${identifier(name.slice(foldedStart.length))})` : identifier(name);
}

/** The columns of a table as operands; remembers which of them were asked for. */
export class ColumnOperands {
  readonly #types: Readonly<Record<string, string>>;
  readonly #used = new Set<string>();

  constructor(types: Readonly<Record<string, string>>) {
    this.#types = types;
  }

  /** Names asked for so far, sorted. */
  get used(): readonly string[] {
    return [...this.#used].toSorted();
  }

  name(column: string): Sql {
    this.#used.add(column);
    return identifier(column);
  }

  operand(column: string): Operand {
    const kind = kindOf(this.#types[column]);
    const native = (): Sql => this.name(column);
    if (kind === 'text') {
      const folded = foldedName(column);
      return {
        kind,
        native,
        text: native,
        folded: () => this.name(folded),
        guard: (constants) => ({ column: folded, constants }),
      };
    }
    const text = (): Sql => (kind === 'time' ? sql`iso(${native()})` : sql`cast(${native()} as varchar)`);
    const guard = (constants: readonly Sql[]): Guard | undefined =>
      kind === 'integer' ? { column, constants } : undefined;
    return { kind, native, text, folded: () => sql`lower(${text()})`, guard };
  }
}

function kindOf(type: string | undefined): Operand['kind'] {
  if (type === 'INTEGER' || type === 'BIGINT') return 'integer';
  if (type === 'BOOLEAN') return 'boolean';
  return type === 'TIMESTAMP' ? 'time' : 'text';
}
