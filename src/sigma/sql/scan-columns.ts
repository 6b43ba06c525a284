import type { Dialect } from '../../store/dialect.ts';
import { identifier, join, type Sql, sql } from '../../store/sql.ts';
import type { RecordPlace } from '../plan/record-place.ts';
import { throughArrays } from './record-value.ts';

/**
 * What the conditions of one scan want of a table. Texts in lower case and values of the record are made once for all
 * of them, under names of their own.
 */
export class ScanColumns {
  readonly dialect: Dialect;
  readonly #plain = new Set<string>();
  readonly #folded = new Set<string>();
  readonly #records = new Map<string, RecordColumns>();

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

  /** The JSON value at the place, without looking into arrays on the way. */
  record(place: RecordPlace): Sql {
    return this.#record(place).value;
  }

  /** The JSON values at the place: one, or those in the elements of arrays on the way. None gives an empty list or null. */
  recordValues(place: RecordPlace): Sql {
    const { value, through } = this.#record(place);
    const one = this.dialect.list([value]);
    const others = place.arrays.length === 0 ? sql`` : sql` else ${through}`;
    return sql`case when ${value} is not null then ${one}${others} end`;
  }

  /** The texts at the place: elements of arrays, and each array as a whole. */
  recordList(place: RecordPlace): Sql {
    const columns = this.#record(place);
    columns.isListed = true;
    return columns.list;
  }

  #record(place: RecordPlace): RecordColumns {
    const key = JSON.stringify(place);
    const known = this.#records.get(key) ?? new RecordColumns(place, this.#records.size + 1);
    this.#records.set(key, known);
    return known;
  }

  /** The table with what was asked for so far beside its own columns; without values of the record. */
  beside(table: Sql): Sql {
    const folded = this.#foldedSql();
    return folded.length === 0 ? table : sql`(select *, ${join(folded)} from ${table} offset 0)`;
  }

  /** The table with all that was asked for so far; `keep` are further columns to give. */
  over(table: Sql, keep: readonly string[]): Sql {
    const plain = [...new Set([...keep, ...this.#plain])].toSorted().map((column) => identifier(column));
    const records = [...this.#records.values()];
    const lists = records.filter(({ isListed }) => isListed).map((columns) => columns.listSql(this.dialect));
    const values = records.flatMap(({ place, value, through }) =>
      place.arrays.length === 0 ? [value] : [value, through],
    );
    const columns = [...plain, ...this.#foldedSql(), ...values, ...lists];
    // `offset 0` keeps the engine from moving conditions inwards, where all of this would be made for each of them.
    return sql`(select ${join(columns)} from ${this.#withRecords(table, records)} offset 0)`;
  }

  #foldedSql(): Sql[] {
    return [...this.#folded]
      .toSorted()
      .map((column) => sql`${this.dialect.lower(identifier(column))} as ${identifier(`folded ${column}`)}`);
  }

  /** A record is parsed once for all values. */
  #withRecords(table: Sql, records: readonly RecordColumns[]): Sql {
    if (records.length === 0) return table;
    const { dialect } = this;
    const pointers = [...new Set(records.flatMap(({ place }) => [...place.pointers, ...place.arrays]))].toSorted();
    const values = identifier('record values');
    const at = (pointer: string): Sql => dialect.nth(values, pointers.indexOf(pointer));
    const definitions = records.flatMap(({ place, value, through }) => [
      sql`coalesce(${join(place.pointers.map(at))}) as ${value}`,
      ...(place.arrays.length === 0 ? [] : [sql`${throughArrays(place, at, dialect)} as ${through}`]),
    ]);
    return sql`(select *, ${join(definitions)}
      from (select *, ${dialect.jsonAt(identifier('raw'), pointers)} as ${values} from ${table}))`;
  }
}

/** The columns in which a scan has what stands at one place of the record. */
class RecordColumns {
  readonly place: RecordPlace;
  readonly value: Sql;
  readonly through: Sql;
  readonly list: Sql;
  isListed = false;

  constructor(place: RecordPlace, number: number) {
    this.place = place;
    this.value = identifier(`record ${number}`);
    this.through = identifier(`record ${number} through arrays`);
    this.list = identifier(`record ${number} list`);
  }

  listSql(dialect: Dialect): Sql {
    const whole = (value: Sql): Sql => dialect.withWhole(dialect.jsonTexts(value), value);
    const inside = dialect.flatten(dialect.elements(this.through, 'value', sql`true`, whole(identifier('value'))));
    const others = this.place.arrays.length === 0 ? sql`` : sql` when ${this.through} is not null then ${inside}`;
    return sql`case when ${this.value} is not null then ${whole(this.value)}${others} end as ${this.list}`;
  }
}
