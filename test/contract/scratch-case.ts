import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Case, openCase } from '../../src/case/open-case.ts';
import { openEvidence } from '../../src/ingest/evidence.ts';
import { type FileOutcome, ingestContent } from '../../src/ingest/ingest-file.ts';
import { identifier, sql } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';

/** What the importer made of one file or member, and under which number it stands in the tables. */
export interface Loaded extends FileOutcome {
  readonly fileId: number;
}

/** A new case in a temporary folder, and beside it a folder for evidence. */
export interface ScratchCase {
  readonly store: Store;
  /** The case's folder, for `ingest`. */
  readonly folder: string;
  /** Holds what {@link ScratchCase.write} wrote; it is there from the beginning. */
  readonly evidence: string;
  /** Writes a file of evidence and returns its path. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  /**
   * Reads one file by itself through the importer. Duplicates stay, and the same bytes are read again, so that one
   * record can be compared in several exports.
   */
  readonly load: (path: string) => Promise<Loaded[]>;
  /** Takes everything out of the tables. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openScratchCase(): Promise<ScratchCase> {
  const root = await mkdtemp(join(tmpdir(), 'snowfence-test-'));
  const folder = join(root, 'case');
  const evidence = join(root, 'evidence');
  await mkdir(evidence);
  const opened: Case = await openCase(folder, { create: true });
  const { store } = opened;
  return {
    store,
    folder,
    evidence,
    write: async (name, content) => {
      const path = join(evidence, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      return path;
    },
    load: async (path) => {
      const loaded: Loaded[] = [];
      for await (const content of openEvidence(path, folder)) {
        if (content.isArchive) {
          for await (const chunk of content.chunks) void chunk;
          continue;
        }
        const outcome = await ingestContent(store, content, folder, { modified: new Date(0) });
        const { id } = await store.row<{ id: number }>(sql`select max(file_id) as id from evidence_file`);
        await store.run(sql`update evidence_file set sha256 = 'hash ' || file_id where file_id = ${id}`);
        loaded.push({ ...outcome, fileId: id });
      }
      return loaded;
    },
    empty: async () => {
      const tables = await store.rows<{ name: string }>(
        sql`select table_name as name from duckdb_tables() where database_name = 'case' and table_name <> 'meta' and estimated_size > 0`,
      );
      for (const { name } of tables) await store.run(sql`delete from ${identifier(name)}`);
    },
    close: async () => {
      opened.close();
      await rm(root, { recursive: true });
    },
  };
}
