import { type DirectoryExtraction, planDirectoryExtraction } from '../source/directory-extraction.ts';
import { type Extraction, planExtraction } from '../source/extraction.ts';
import { type Recognition, recognise } from '../source/recognise.ts';
import { isRecordObject, type RecordObject } from '../source/spelling.ts';
import type { EventTable } from '../shape/detection.ts';
import type { DirectoryTableName } from '../store/directory-tables.ts';
import { eventColumns } from '../store/tables.ts';
import { identifier, join, literal, sql, type Sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { batchRows, payload } from './batch-rows.ts';
import { limits } from './limits.ts';
import { loadDirectory } from './load-directory.ts';
import type { Batch } from './record-reader.ts';

/** A way of reading records that this file has shown: by which source, out of which envelope, in which spelling. */
interface Route {
  readonly recognition: Recognition;
  readonly extraction: Extraction | DirectoryExtraction;
}

/**
 * While records are loaded: the optimiser would push conditions on a transformed record below the transformation and so do
 * it once for each condition, which takes six times as long (`bench/ingest`).
 */
export const optimizersToDisable = 'filter_pushdown,filter_pullup';

/** Loads the batches of one file; learns from the first which sources the file holds. */
export class BatchLoader {
  readonly #store: Store;
  readonly #fileId: number;
  readonly #routes: Route[] = [];
  /** Records loaded so far. */
  loaded = 0;

  constructor(store: Store, fileId: number) {
    this.#store = store;
    this.#fileId = fileId;
  }

  /** Ids of the sources that claimed records, in the order of their first appearance. */
  get sources(): readonly string[] {
    return [...new Set(this.#routes.map((route) => route.extraction.source.id))];
  }

  /** Tables of directories that records of the file may have gone into. */
  get directoryTables(): readonly DirectoryTableName[] {
    const tables = this.#routes.flatMap(({ extraction }) =>
      'fills' in extraction ? extraction.fills.map(({ table }) => table) : [],
    );
    return [...new Set(tables)];
  }

  /** Puts every record of the batch into its table, or among the rejections. */
  async load(batch: Batch): Promise<void> {
    if (this.#routes.length === 0) await this.#learn(batch.samples);
    let missing = batch.spool.records;
    const tried = new Set<Route>();
    while (missing > 0) {
      const route = this.#routes.find((candidate) => !tried.has(candidate));
      if (route === undefined) {
        const known = this.#routes.length;
        await this.#learn(await this.#unclaimed(batch));
        if (this.#routes.length === known) break;
        continue;
      }
      tried.add(route);
      const inserted = await this.#insert(batch, route, tried.size === 1);
      this.loaded += inserted;
      missing -= inserted;
    }
    if (missing > 0) await this.#rejectUnclaimed(batch);
  }

  async #learn(samples: readonly RecordObject[]): Promise<void> {
    for (const recognition of await recognise(samples)) {
      const { source } = recognition;
      const extraction =
        source.table === 'directory'
          ? planDirectoryExtraction(source, recognition.samples)
          : planExtraction(source, recognition.samples);
      const isKnown = this.#routes.some((route) => isSameRoute(route, recognition, extraction));
      if (!isKnown) this.#routes.push({ recognition, extraction });
    }
  }

  async #insert(batch: Batch, route: Route, isFirst: boolean): Promise<number> {
    const raw = recordText(batch, route.recognition.envelope);
    const rows = sql`select ${this.#fileId}::integer as file_id, record, ${raw} as raw
      from ${batchRows(batch)} ${isFirst ? sql`` : sql`where ${this.#isUnclaimed(batch)}`}`;
    const { extraction } = route;
    if ('fills' in extraction) return loadDirectory(this.#store, this.#fileId, extraction, sql`(${rows})`);
    if (batch.spool.size > limits.stagedBytes) return this.#store.run(insertInto(extraction, sql`(${rows})`));
    await this.#store.run(sql`delete from staged`);
    await this.#store.run(sql`insert into staged ${rows}`);
    return this.#store.runPrepared(insertInto(extraction, sql`staged`));
  }

  #isUnclaimed(batch: Batch): Sql {
    const inBatch = sql`file_id = ${this.#fileId} and record between ${batch.spool.firstRecord} and ${batch.spool.lastRecord}`;
    const tables = [...new Set(this.#routes.map(({ extraction: { source } }) => recordTable(source.table)))];
    if (tables.length === 0) return sql`true`;
    const claimed = tables.map((table) => sql`select record from ${identifier(table)} where ${inBatch}`);
    return sql`record not in (${join(claimed, sql` union all `)})`;
  }

  async #unclaimed(batch: Batch): Promise<RecordObject[]> {
    const rows = await this.#store.rows<{ payload: string }>(
      sql`select ${payload(batch)} as payload from ${batchRows(batch)} where ${this.#isUnclaimed(batch)} order by record limit ${limits.samples}`,
    );
    return rows.map(({ payload }) => parse(payload)).filter((record) => record !== undefined);
  }

  async #rejectUnclaimed(batch: Batch): Promise<void> {
    const wholeClaim = this.#routes
      .map(({ recognition, extraction }) => {
        const raw = takenOff(sql`payload`, recognition.envelope);
        return sql`(select ${extraction.claim} from (select try(json_transform(${raw}, ${extraction.structure})) as s))`;
      })
      .reduce((all, one) => sql`${all} or ${one}`, sql`false`);
    await this.#store.run(sql`
      insert into rejection
      select ${this.#fileId}::integer, record, line,
        case when not json_valid(payload) then 'not valid JSON'
          when ${wholeClaim} then 'no readable time'
          else 'not a record of any export that snowfence knows' end,
        payload[:${limits.rejectionSample}]
      from (select record, line, ${payload(batch)} as payload from ${batchRows(batch)} where ${this.#isUnclaimed(batch)})`);
  }
}

/** Takes the columns of a source out of rows `file_id`, `record` and `raw`, and puts those that it claims into its table. */
function insertInto({ source, structure, claim, shared, columns }: Extraction, rows: Sql): Sql {
  const names = Object.keys(eventColumns[source.table]).filter(
    (name) => columns[name] !== undefined && name !== 'time' && name !== 'id',
  );
  const beside = Object.entries(shared).map(([name, value]) => sql`, ${value} as ${identifier(name)}`);
  return sql`
    insert into ${identifier(source.table)} (file_id, record, time, id, ${join(names.map(identifier))}, raw)
    select file_id, record, time, coalesce(nullif(id, ''), md5(raw)), ${join(names.map(identifier))}, raw
    from (
      select file_id, record, raw, ${claim} as claimed, ${columns['time'] ?? sql`null`} as time, ${columns['id'] ?? sql`null`} as id,
        ${join(names.map((name) => sql`${columns[name] ?? sql`null`} as ${identifier(name)}`))}
      from (
        select *${join(beside, sql``)}
        from (select file_id, record, raw, case when json_valid(raw) then json_transform(raw, ${structure}) end as s from ${rows})
      )
    ) where claimed and time is not null`;
}

function recordTable(table: EventTable | 'directory'): string {
  return table === 'directory' ? 'directory_record' : table;
}

function isSameRoute(route: Route, recognition: Recognition, extraction: Extraction | DirectoryExtraction): boolean {
  return (
    route.extraction.source === recognition.source &&
    route.extraction.isCamelCase === extraction.isCamelCase &&
    JSON.stringify(route.recognition.envelope) === JSON.stringify(recognition.envelope)
  );
}

/** The record without its envelope, as JSON text or null. */
function recordText(batch: Batch, envelope: readonly string[]): Sql {
  const column = batch.header?.indexOf(envelope[0] ?? '') ?? -1;
  // A CSV column that holds the record is taken as it is, without the detour over an object of all cells.
  return column === -1 ? takenOff(payload(batch), envelope) : takenOff(identifier(`c${column}`), envelope.slice(1));
}

function takenOff(outer: Sql, envelope: readonly string[]): Sql {
  if (envelope.length === 0) return outer;
  const inner = envelope.reduce(
    (value, key) => sql`unfolded(json_extract(${value}, ${literal(`$."${key.replaceAll('"', '\\"')}"`)}))`,
    sql`(case when json_valid(${outer}) then ${outer} end)::json`,
  );
  return sql`${inner}::varchar`;
}

function parse(text: string): RecordObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecordObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
