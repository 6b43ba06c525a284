import type { Evidence } from '../../shape/finding.ts';
import type { FileName } from './custody.ts';

/** Where a record of the evidence stands: its table, the number of its file and its own number in the file. */
export type Place = { source_table: string; file_id: number; record: number };

/** Records listed for one statement of an output file, be it a finding or a step of a story. */
export const evidenceLimit = 1000;

/** Files and records are numbered across tables, so that these two name a record. */
export function keyOf({ file_id, record }: Pick<Place, 'file_id' | 'record'>): string {
  return `${file_id}:${record}`;
}

/** The places as the output files name them, in the same order. */
export function evidenceOf(places: readonly Place[], files: ReadonlyMap<number, FileName>): Evidence[] {
  return places.map(({ file_id, record }) => ({
    file: files.get(file_id)?.file ?? '',
    sha256: files.get(file_id)?.sha256 ?? '',
    record,
  }));
}
