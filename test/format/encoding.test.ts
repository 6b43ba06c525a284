import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RecordReader } from '../../src/ingest/record-reader.ts';
import type { Encoding } from '../../src/simulate/format/format.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { type NormalisedRow, normalisedRows } from './normalised-rows.ts';
import { tableOf, type Writer, writers } from './sample.ts';

type Newline = '\n' | '\r\n';

const every: readonly (readonly [Encoding, Newline])[] = (['utf8', 'utf8-bom', 'utf16le', 'utf16be'] as const).flatMap(
  (encoding) => [[encoding, '\n'] as const, [encoding, '\r\n'] as const],
);
const numbered = writers.map((writer, index) => ({ ...writer, index }));

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

describe('every encoding and line end', () => {
  test.each(writers)('gives the same records to the engine: $format, $log', async (writer) => {
    const expected = await recordsOf(writer, 'utf8', '\n');
    expect(expected.length).toBeGreaterThan(1);
    for (const [encoding, newline] of every) {
      expect(await recordsOf(writer, encoding, newline), `${encoding} ${JSON.stringify(newline)}`).toEqual(expected);
    }
  });

  // The engine sees UTF-8 in any case, so each encoding with one line end is enough, and with the other for the next writer.
  test.each(numbered)('gives the same rows: $format, $log', async (writer) => {
    const expected = await rowsOf(writer, 'utf8', '\n');
    expect(expected.facts.join()).toContain(' 0 rejected');
    for (const [place, encoding] of (['utf8-bom', 'utf16le', 'utf16be'] as const).entries()) {
      const newline = (place + writer.index) % 2 === 0 ? '\r\n' : '\n';
      expect(await rowsOf(writer, encoding, newline), `${encoding} ${JSON.stringify(newline)}`).toEqual(expected);
    }
  });
});

async function recordsOf(writer: Writer, encoding: Encoding, newline: Newline): Promise<unknown[]> {
  const records: unknown[] = [];
  for (const { bytes } of writer.writeFew({ encoding, newline })) {
    const reader = new RecordReader(inPieces(bytes), scratch.folder, async (rejections) => {
      expect(rejections).toEqual([]);
    });
    for await (const { samples, spool } of reader.batches()) {
      expect(spool.records).toBe(samples.length);
      records.push(...samples);
      spool.remove();
    }
  }
  return records;
}

/** An odd length, so that pieces end within characters. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += 1021) yield Buffer.from(bytes.subarray(start, start + 1021));
}

async function rowsOf(writer: Writer, encoding: Encoding, newline: Newline) {
  const rows: NormalisedRow[] = [];
  const facts: string[] = [];
  for (const { name, bytes } of writer.writeFew({ encoding, newline })) {
    for (const file of await scratch.load(await scratch.write(`${writer.format}/${writer.log}/${name}`, bytes))) {
      facts.push(`${file.source}: ${file.records} read, ${file.rejected} rejected`);
      rows.push(...(await normalisedRows(scratch.store, tableOf[writer.log], [file.fileId])));
    }
  }
  return { facts, rows };
}
