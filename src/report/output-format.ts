import type { Store } from '../store/store.ts';

/** What every output may say about itself. Nothing here depends on when the report is made. */
export interface ReportOptions {
  /** Name of the case as the reader knows it; without it the report has a general title. */
  readonly title?: string | undefined;
  /** Program and version, e.g. `snowfence 0.1.0`. */
  readonly generatedBy: string;
}

/**
 * One output file of a case. A format is one file `format/<id>.format.ts` with this as its default export; it is found
 * by its name. The same case always gives the same bytes.
 */
export interface OutputFormat {
  /** File name in the output folder, e.g. `findings.json`. */
  readonly name: string;
  /** False if the case holds nothing that the file could speak of; without it, it is always written. */
  readonly isWanted?: (store: Store) => Promise<boolean>;
  /**
   * Writes the file into `directory`, whole or not at all.
   *
   * @throws Fault `disk-full` or `path-unreadable` if the folder cannot take it.
   */
  write(store: Store, directory: string, options: ReportOptions): Promise<void>;
}
