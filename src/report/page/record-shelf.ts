import type { Store } from '../../store/store.ts';
import { type FileName, readFileNames } from '../read/custody.ts';
import { keyOf, type Place } from '../read/evidence.ts';
import { type RawLimits, readRawRecords } from '../read/raw-record.ts';
import { visible, visibleJson } from './html.ts';

/** The beginning of a record of evidence; `bytes` is the whole length. */
export interface IslandRecord {
  readonly file: string;
  readonly sha256: string;
  readonly record: number;
  readonly text: string;
  readonly bytes: number;
  readonly isCut: boolean;
}

/** The records that the page holds, each once, whoever points to it. */
export class RecordShelf {
  readonly records: IslandRecord[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #store: Store;
  readonly #files: ReadonlyMap<number, FileName>;

  private constructor(store: Store, files: ReadonlyMap<number, FileName>) {
    this.#store = store;
    this.#files = files;
  }

  static async of(store: Store): Promise<RecordShelf> {
    return new RecordShelf(store, await readFileNames(store));
  }

  /** Reads the first records of each statement, such as a finding, as far as the limits go. */
  async add(statements: ReadonlyMap<string, readonly Place[]>, limits: RawLimits): Promise<void> {
    for (const raw of (await readRawRecords(this.#store, statements, limits)).values()) {
      for (const { place, text, bytes, isCut } of raw) {
        if (this.#numbers.has(keyOf(place))) continue;
        const { file = '', sha256 = '' } = this.#files.get(place.file_id) ?? {};
        const record = { file: visible(file), sha256, record: place.record, text: visibleJson(text), bytes, isCut };
        this.#numbers.set(keyOf(place), this.records.push(record) - 1);
      }
    }
  }

  /** Numbers in `records` of those of the places that are there. */
  numbersOf(places: readonly Place[]): number[] {
    return places.flatMap((place) => this.#numbers.get(keyOf(place)) ?? []);
  }
}
