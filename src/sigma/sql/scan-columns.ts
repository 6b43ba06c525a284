import type { Dialect } from '../../store/dialect.ts';
import { identifier, join, type Sql, sql } from '../../store/sql.ts';
import { prefixesOf, throughArrays } from './record-value.ts';

/**
 * What the conditions of one scan want of a table. Texts in lower case and values of the record are made once for all
 * of them, under names of their own.
 */
export class ScanColumns {
  readonly dialect: Dialect;
  readonly #plain = new Set<string>();
  readonly #folded = new Set<string>();
  readonly #records = new Map<string, readonly string[]>();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #through = new Set<string>();

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  plain(column: string): Sql {
    this.#plain.add(column);
    return identifier(column);
  }

  folded(column: string): Sql {
    this.#folded.add(column);
    return identifier(`folded ${column}`);
  }

  /** The JSON value at the first of the pointers that the record has. */
  record(pointers: readonly string[]): Sql {
    return identifier(this.#recordName(pointers));
  }

  /** The JSON values there: one, or those in the elements of arrays on the way. None gives an empty list or null. */
  recordValues(pointers: readonly string[]): Sql {
    const one = this.dialect.list([this.record(pointers)]);
    const record = this.record(pointers);
    if (!pointers.some((pointer) => prefixesOf(pointer).length > 0)) return sql`case when ${record} is not null then ${one} end`;
    return sql`case when ${record} is not null then ${one} else ${this.#throughName(pointers)} end`;
  }

  /** The texts there: elements of arrays, and each array as a whole. */
  recordList(pointers: readonly string[]): Sql {
    this.recordValues(pointers);
    const name = this.#recordName(pointers);
    this.#lists.set(name, pointers);
    return identifier(`${name} list`);
  }

  #recordName(pointers: readonly string[]): string {
    const key = JSON.stringify(pointers);
    this.#records.set(key, pointers);
    return `record ${[...this.#records.keys()].indexOf(key) + 1}`;
  }

  #throughName(pointers: readonly string[]): Sql {
    const name = this.#recordName(pointers);
    this.#through.add(name);
    return identifier(`${name} through arrays`);
  }

  /** The table with what was asked for so far beside its own columns. */
  beside(table: Sql): Sql {
    const folded = this.#foldedSql();
    return folded.length === 0 ? table : sql`(select *, ${join(folded)} from ${table} offset 0)`;
  }

  #foldedSql(): Sql[] {
    return [...this.#folded]
      .toSorted()
      .map((column) => sql`${this.dialect.lower(identifier(column))} as ${identifier(`folded ${column}`)}`);
  }

  /** The table with all that was asked for so far; `keep` are further columns to give. */
  over(table: Sql, keep: readonly string[]): Sql {
    const { dialect } = this;
    const plain = [...new Set([...keep, ...this.#plain])].toSorted().map((column) => identifier(column));
    const folded = this.#foldedSql();
    const names = [...this.#records.values()].map((_, index) => `record ${index + 1}`);
    const through = names.filter((name) => this.#through.has(name)).map((name) => identifier(`${name} through arrays`));
    const lists = [...this.#lists].map(([name, pointers]) => {
      const values = this.recordValues(pointers);
      const texts = dialect.elements(values, 'value', sql`true`, wholeOf(dialect, identifier('value')));
      return sql`${dialect.flatten(texts)} as ${identifier(`${name} list`)}`;
    });
    const columns = [...plain, ...folded, ...names.map((name) => identifier(name)), ...through, ...lists];
    // `offset 0` keeps the engine from moving conditions inwards, where all of this would be made for each of them.
    return sql`(select ${join(columns)} from ${this.#withRecords(table)} offset 0)`;
  }

  /** A record is parsed once for all values. */
  #withRecords(table: Sql): Sql {
    if (this.#records.size === 0) return table;
    const { dialect } = this;
    const wanted = [...this.#records.values()].flat();
    const pointers = [...new Set([...wanted, ...wanted.flatMap(prefixesOf)])].toSorted();
    const raw = identifier('raw');
    const values = identifier('record values');
    const at = (pointer: string): Sql => dialect.nth(values, pointers.indexOf(pointer));
    const definitions = [...this.#records.values()].map((own) => {
      const name = this.#recordName(own);
      const direct = sql`coalesce(${join(own.map(at))}) as ${identifier(name)}`;
      if (!this.#through.has(name)) return direct;
      const found = own.flatMap((pointer) => throughArrays(pointer, at, dialect) ?? []);
      return sql`${direct}, coalesce(${join(found)}) as ${this.#throughName(own)}`;
    });
    return sql`(select *, ${join(definitions)}
      from (select *, ${dialect.jsonAt(raw, pointers)} as ${values} from ${table}))`;
  }
}

/** An array's elements and its whole; anything else alone. */
function wholeOf(dialect: Dialect, value: Sql): Sql {
  return dialect.withWhole(dialect.jsonTexts(value), value);
}
