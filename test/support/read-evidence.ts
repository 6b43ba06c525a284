import { join } from 'node:path';
import { openCase } from '../../src/case/open-case.ts';
import { type IngestOptions, type IngestOutcome, ingest } from '../../src/ingest/ingest.ts';
import type { FileOutcome } from '../../src/ingest/ingest-file.ts';
import { sql } from '../../src/store/sql.ts';
import { layFiles } from './evidence.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface RejectionSeen {
  readonly file: string;
  readonly record: number;
  readonly line: number;
  readonly reason: string;
  readonly sample: string;
}

/** What a case holds after evidence has been read into it. */
export interface ReadEvidence {
  readonly outcome: IngestOutcome;
  readonly files: readonly FileOutcome[];
  /** Principals of all records, in the order of files and records. */
  readonly principals: readonly string[];
  readonly rejections: readonly RejectionSeen[];
  readonly gaps: readonly string[];
}

type Rejected = { file: string; record: number; line: number; reason: string; sample: string };

/** Lays the files into a new folder and reads it into a new case, both of which go when the test ends. */
export async function readFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<ReadEvidence> {
  const root = await temporaryFolder();
  return readPaths([await layFiles(join(root, 'evidence'), files)], join(root, 'case'));
}

/** Reads paths into a case, which is made if it is not there. */
export async function readPaths(
  paths: readonly string[],
  folder: string,
  options: IngestOptions = {},
): Promise<ReadEvidence> {
  const opened = await openCase(folder, { create: true });
  try {
    const files: FileOutcome[] = [];
    const outcome = await ingest(opened.store, folder, paths, { ...options, onFile: (file) => files.push(file) });
    const principals = await opened.store.rows<{ principal: string | null }>(sql`
      select principal from (
        select file_id, record, principal from sign_in union all select file_id, record, principal from activity
      ) order by file_id, record`);
    const rejections = await opened.store.rows<Rejected>(sql`
      select path as file, record, line, reason, sample from rejection join evidence_file using (file_id) order by file_id, record, line`);
    const gaps = await opened.store.rows<{ gap: string }>(sql`
      select kind || ': ' || coalesce(detail, '') as gap from gap where kind <> 'log-missing' order by all`);
    return {
      outcome,
      files,
      principals: principals.map((row) => row.principal ?? ''),
      rejections,
      gaps: gaps.map((row) => row.gap),
    };
  } finally {
    opened.close();
  }
}

/** `user3@frostline.example` for each number. */
export function users(...numbers: readonly number[]): string[] {
  return numbers.map((number) => `user${number}@frostline.example`);
}
