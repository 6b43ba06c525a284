import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesContent } from '../../src/mail/content.ts';
import { compoundFile } from '../../src/mail/example/compound-file.ts';
import { smallPdf } from '../../src/mail/example/small-pdf.ts';
import { smallZip } from '../../src/mail/example/small-zip.ts';
import { pdfPieces } from '../../src/mail/pdf/pdf-pieces.ts';
import type { Piece } from '../../src/mail/piece.ts';
import { allReaders, readerOf } from '../../src/mail/registry.ts';
import { Unreadable } from '../../src/mail/unreadable.ts';
import { member, zip } from '../support/zip.ts';

/** Reads as a scan does: what stops the reading is told beside what came before. */
async function read(bytes: Buffer, name: string) {
  const content = bytesContent(bytes, name, '');
  const reader = await readerOf(content);
  const pieces: Piece[] = [];
  const before = performance.now();
  let stopped: Unreadable | undefined;
  try {
    for await (const piece of reader?.read(content) ?? []) pieces.push(piece);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    stopped = error;
  }
  const reasons = [
    ...pieces.flatMap((piece) => (piece.kind === 'unread' ? [piece.reason] : [])),
    stopped?.reason,
  ].filter((reason) => reason !== undefined);
  const text = pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : [])).join('\n');
  return { reader: reader?.reader, pieces, reasons, text, seconds: (performance.now() - before) / 1000 };
}

const types = member('[Content_Types].xml', '<Types/>');

describe('documents that are made to hurt', () => {
  test('entities of XML are not expanded', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`).join('');
    const xml = `<!DOCTYPE d [<!ENTITY e0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">${lines}]><w:document><w:p><w:t>Pin &e30; &file; 1</w:t></w:p></w:document>`;
    const { reader, text, seconds } = await read(zip([types, member('word/document.xml', xml)]), 'a.docx');
    expect(reader).toBe('docx');
    expect(text).toContain('Pin');
    expect(text).not.toContain('root:');
    expect(text.length).toBeLessThan(1000);
    expect(seconds).toBeLessThan(2);
  });

  test('a document that unpacks to a thousand times its size is left there, and its other parts are read', async () => {
    const bytes = zip([
      types,
      member('word/document.xml', Buffer.alloc(100 * 1024 * 1024, ' ')),
      member('word/footnotes.xml', '<w:p><w:r><w:t>a note</w:t></w:r></w:p>'),
    ]);
    const { reasons, text, seconds } = await read(bytes, 'a.docx');
    expect(reasons).toContain('too-large');
    expect(text).toContain('a note');
    expect(seconds).toBeLessThan(15);
  });

  test('XML within XML ends where it is too deep', async () => {
    const { reasons, seconds } = await read(
      smallZip({ '[Content_Types].xml': '', 'word/document.xml': '<w:p>'.repeat(1_000_000) }),
      'a.docx',
    );
    expect(reasons).toContain('too-deep');
    expect(seconds).toBeLessThan(10);
  });

  test('a sheet with far cells in every row does not become tabs', async () => {
    const rows = '<row><c r="XFD1"><v>1</v></c></row>'.repeat(20_000);
    const { text } = await read(
      smallZip({ '[Content_Types].xml': '', 'xl/worksheets/sheet1.xml': `<s>${rows}</s>` }),
      'a.xlsx',
    );
    expect(text.length).toBeLessThan(20_000 * 300);
  });

  test.each([
    ['open groups', (count: number) => '{'.repeat(count)],
    ['groups with words', (count: number) => '{\\b x'.repeat(count)],
    ['closing groups', (count: number) => '}'.repeat(count)],
    ['skipped characters', (count: number) => '\\uc8\\u65?'.repeat(count)],
  ])('rich text of %s takes time that grows with its length', async (_, make) => {
    const time = async (count: number) => (await read(Buffer.from(`{\\rtf1 first ${make(count)}`), 'a.rtf')).seconds;
    await time(1000);
    const short = await time(50_000);
    expect(await time(200_000)).toBeLessThan(Math.max(2, short * 12));
  });

  test.each([
    ['open elements', (count: number) => '<div>'.repeat(count)],
    ['closing elements that none opened', (count: number) => `${'<i>'.repeat(5000)}${'</b>'.repeat(count)}`],
    ['tables within tables', (count: number) => '<table><tr><td>'.repeat(count)],
    ['attributes', (count: number) => `<a ${'b=c '.repeat(count)}>`],
    ['an attribute of quotes', (count: number) => `<a style="${'a:b;'.repeat(count)}">x</a>`],
    ['comments that begin', (count: number) => '<!--'.repeat(count)],
    ['entities', (count: number) => '&amp;&#x41;&nosuch;'.repeat(count)],
    ['links', (count: number) => '<a href="https://a:b@c/?d=e">'.repeat(count)],
    ['pictures', (count: number) => '<img src="data:image/png;base64,AAAA">'.repeat(count)],
    ['less-than signs', (count: number) => '<'.repeat(count * 4)],
  ])('a page of %s takes time that grows with its length', async (_, make) => {
    const time = async (count: number) => (await read(Buffer.from(`<html>first ${make(count)}`), 'a.html')).seconds;
    await time(1000);
    const short = await time(50_000);
    expect(await time(200_000)).toBeLessThan(Math.max(1.5, short * 12));
  });

  test('a page of 100 MB in one line is read in part and the rest is told', async () => {
    const line = Buffer.alloc(100 * 1024 * 1024, '<b>word</b> and more of it, ');
    line.write('<html>');
    const { text, reasons, seconds } = await read(line, 'a.html');
    expect(text.length).toBeGreaterThan(40_000_000);
    expect(reasons).toEqual(['too-large']);
    expect(seconds).toBeLessThan(60);
  });

  test('a PDF whose stream unpacks to gigabytes is not opened', async () => {
    const packed = deflateSync(Buffer.alloc(100 * 1024 * 1024), { level: 9 });
    const twice = deflateSync(packed, { level: 9 });
    for (const [filter, data] of [
      ['/FlateDecode', packed],
      ['[/FlateDecode /FlateDecode]', twice],
    ] as const) {
      const head = `%PDF-1.4\n4 0 obj <</Filter ${filter}/Length ${data.length}>> stream\n`;
      const { reader, reasons, seconds } = await read(
        Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream endobj')]),
        'a.pdf',
      );
      expect([reader, ...reasons]).toEqual(['pdf', 'too-large']);
      expect(seconds).toBeLessThan(5);
    }
  });

  test('a PDF whose pages run in circles ends', async () => {
    const circle = smallPdf([]).toString('latin1').replace('/Count 0/Kids[]', '/Count 1000000/Kids[2 0 R 2 0 R]');
    const form =
      '4 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 4 0 R>>>>/Length 5>> stream\n/X Do\nendstream endobj';
    const drawing = smallPdf(['/X Do'], [form]).toString('latin1').replace('/Font<</F 3 0 R>>', '/XObject<</X 4 0 R>>');
    for (const text of [circle, drawing]) {
      const { seconds, reader } = await read(Buffer.from(text, 'latin1'), 'a.pdf');
      expect(reader).toBe('pdf');
      expect(seconds).toBeLessThan(60);
    }
  });

  test('of a PDF with many pages the rest is told', async () => {
    const pages = Array.from({ length: 30 }, (_, index) => `BT /F 12 Tf (page ${index}) Tj ET`);
    const pieces: Piece[] = [];
    for await (const piece of pdfPieces(smallPdf(pages), { pages: 10, seconds: 60 })) pieces.push(piece);
    expect(pieces.filter(({ kind }) => kind === 'text')).toHaveLength(10);
    expect(pieces.at(-1)).toMatchObject({
      kind: 'unread',
      reason: 'too-large',
      detail: '20 of 30 pages were not examined',
    });
  });

  test('a compound file whose chains run in circles ends', async () => {
    const bytes = compoundFile([{ name: 'WordDocument', content: Buffer.from('Password of the gateway') }]);
    for (let sector = 0; sector < 12; sector += 1) bytes.writeUInt32LE(2, 512 + sector * 4);
    const { seconds } = await read(bytes, 'a.doc');
    expect(seconds).toBeLessThan(2);
  });
});

describe('documents that are damaged', () => {
  test('every example of every reader, cut short or with wrong bytes, is read or told', async () => {
    for (const reader of await allReaders())
      for (const example of reader.examples) {
        const whole = await example.content.bytes();
        for (let cut = 0; cut < 12; cut += 1) {
          const bytes = Buffer.from(
            cut % 2 === 0 ? whole.subarray(0, Math.floor((whole.length * (cut + 1)) / 13)) : whole,
          );
          if (cut % 2 === 1) for (const byte of randomBytes(5)) bytes[(byte * 257) % bytes.length] = byte;
          const content = bytesContent(bytes, example.content.name, example.content.mediaType ?? '');
          const problem = await consume(reader.read(content));
          expect(
            problem === undefined || problem instanceof Unreadable,
            `${reader.reader}: ${example.name}: ${String(problem)}`,
          ).toBe(true);
        }
      }
  });
});

async function consume(pieces: AsyncIterable<Piece>): Promise<unknown> {
  try {
    for await (const piece of pieces) void piece;
    return undefined;
  } catch (error) {
    return error;
  }
}
