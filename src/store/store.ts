import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import { totalmem } from 'node:os';
import { Fault } from '../shape/fault.ts';
import { macros } from './macro.ts';
import { identifier, literal, sql, type Sql } from './sql.ts';

/** How much of the machine the engine may use. */
export interface StoreLimits {
  /** Such as `700MB`; what does not fit is spilled beside the database. */
  readonly memory?: string | undefined;
  readonly threads?: number | undefined;
}

/** A value of a row: lists and structs become arrays and objects, timestamps `Date`, integers of any size `number`. */
export type RowValue = string | number | boolean | Date | null | RowValue[] | { [name: string]: RowValue };
export type Row = { [name: string]: RowValue };

const inMemory = ':memory:';

const defaults = { memory: '600MB', threads: 2 };

/** What work on a whole directory may use: a quarter of the machine's memory within these bounds. */
const widened = { leastMegabytes: 600, mostMegabytes: 2000 };

/** The one door to the engine. Everything outside this room speaks to it through {@link Sql} values. */
export class Store {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #prepared = new Map<string, DuckDBPreparedStatement>();
  readonly #isLimited: boolean;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, isLimited: boolean) {
    this.#instance = instance;
    this.#connection = connection;
    this.#isLimited = isLimited;
  }

  /**
   * Opens or makes the database file at `path`; `:memory:` is a database that goes with the process.
   *
   * @throws Fault `case-in-use` if another process has it, `case-invalid` if it is no database, `case-newer` if a newer
   * engine wrote it.
   */
  static async open(path: string, limits: StoreLimits = {}): Promise<Store> {
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: limits.memory ?? defaults.memory,
      threads: String(limits.threads ?? defaults.threads),
      // Nothing is ever fetched: neither extensions nor files from a network.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'false',
      ...(path === inMemory ? {} : { temp_directory: `${path}.spill` }),
    });
    const connection = await instance.connect();
    const store = new Store(instance, connection, limits.memory !== undefined);
    try {
      // The raw records are kept with ZSTD, which storage formats before 1.2 do not have. Row groups of this size are
      // full after one batch, so that it goes to disk at once instead of being held and copied until commit.
      const format = path === inMemory ? sql`` : sql` (storage_version 'v1.2.0', row_group_size 16384)`;
      await store.run(sql`attach ${literal(path)} as ${identifier('case')}${format}`);
      await store.run(sql`use ${identifier('case')}`);
      // Trying this compression on every text column costs a sixth of the loading and saves an eighth of the disk.
      await store.run(sql`set disabled_compression_methods = 'fsst'`);
      await store.run(sql`set timezone = 'UTC'`);
      for (const macro of macros) await store.run(macro);
    } catch (error) {
      store.close();
      throw error;
    }
    return store;
  }

  /**
   * Lets the engine use a quarter of the machine's memory, at most 2 GB, unless `open` was told how much: what is asked of every
   * principal of a large directory otherwise goes to disk and back.
   */
  async widen(): Promise<void> {
    if (this.#isLimited) return;
    const megabytes = Math.round(totalmem() / 4 / 1e6);
    const most = Math.min(Math.max(megabytes, widened.leastMegabytes), widened.mostMegabytes);
    await this.run(sql`set memory_limit = ${literal(`${most}MB`)}`);
  }

  /** Runs a statement; returns the number of rows that it changed, where the engine says. */
  async run(statement: Sql): Promise<number> {
    try {
      const result = await this.#connection.run(statement.text, [...statement.values]);
      return result.rowsChanged;
    } catch (error) {
      throw toFault(error, statement);
    }
  }

  /** As {@link run}, for a statement that is run often with the same text: it is planned once. */
  async runPrepared(statement: Sql): Promise<number> {
    try {
      let prepared = this.#prepared.get(statement.text);
      if (prepared === undefined) {
        prepared = await this.#connection.prepare(statement.text);
        this.#prepared.set(statement.text, prepared);
      }
      prepared.bind([...statement.values]);
      return (await prepared.run()).rowsChanged;
    } catch (error) {
      throw toFault(error, statement);
    }
  }

  /** All rows of a query. For what is known to be small; use {@link stream} for the rest. */
  async rows<R extends Row>(query: Sql): Promise<R[]> {
    try {
      const reader = await this.#connection.runAndReadAll(query.text, [...query.values]);
      return reader.getRowObjectsJS().map((row) => plain(row) as R);
    } catch (error) {
      throw toFault(error, query);
    }
  }

  /** The rows of a query, some thousand at a time. */
  async *stream<R extends Row>(query: Sql): AsyncGenerator<R[]> {
    try {
      const result = await this.#connection.stream(query.text, [...query.values]);
      for await (const rows of result.yieldRowObjectJs()) yield rows.map((row) => plain(row) as R);
    } catch (error) {
      throw toFault(error, query);
    }
  }

  /** The first row of a query that always has one. */
  async row<R extends Row>(query: Sql): Promise<R> {
    const [row] = await this.rows<R>(query);
    if (row === undefined) throw new Error(`the query gave no row: ${query.text}`);
    return row;
  }

  /** Does `work` as a whole or not at all. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run(sql`begin`);
    let result: T;
    try {
      result = await work();
      await this.run(sql`commit`);
    } catch (error) {
      // A failed commit has already rolled back; then this is refused, which is fine.
      await this.run(sql`rollback`).catch(() => undefined);
      throw error;
    }
    return result;
  }

  /** Stops the statement that runs now; it then fails with the fault `interrupted`. */
  interrupt(): void {
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

function plain(value: unknown): RowValue {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value;
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  }
  return value as string | number | boolean;
}

const translations: readonly [RegExp, ConstructorParameters<typeof Fault>[0], string, string][] = [
  [
    /could not set lock|conflicting lock|being used by another process/i,
    'case-in-use',
    'another process has this case open',
    'Wait until it ends, or give --case another folder.',
  ],
  [
    /no space left on device|disk quota exceeded|file too large|not enough space|failed to offload|disk full/i,
    'disk-full',
    'the disk that holds the case is full',
    'Free some space and run the same command again: what was finished is kept.',
  ],
  [
    /version number \d+, but we can only read|newer version of duckdb|serialized with a newer/i,
    'case-newer',
    'a newer version wrote this case',
    'Update snowfence, or start a new case.',
  ],
  [
    /not a valid duckdb database|corrupt|checksum|invalid (file|magic)|not read enough bytes|is a directory|extension "\w+" is an existing/i,
    'case-invalid',
    'case.duckdb is not a readable case',
    'Restore it from a copy, or give --case a new folder and read the evidence again.',
  ],
  [
    /permission denied|read-only file system|operation not permitted/i,
    'path-unreadable',
    'the case may not be read or written here',
    'Give --case a folder in a place where you may write.',
  ],
  [/out of memory/i, 'memory-exhausted', 'the engine ran out of memory', 'Give it more with --memory, such as 2GB.'],
  [/^interrupt/i, 'interrupted', 'stopped on request', 'Run the same command again to go on.'],
];

function toFault(error: unknown, statement: Sql): unknown {
  if (!(error instanceof Error)) return error;
  for (const [pattern, code, message, hint] of translations) {
    if (pattern.test(error.message)) return new Fault(code, message, { hint, cause: error });
  }
  return new Error(`${error.message}\nin: ${statement.text.slice(0, 2000)}`, { cause: error });
}
