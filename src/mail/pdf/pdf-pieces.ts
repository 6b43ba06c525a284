import type { Piece } from '../piece.ts';
import { BoundedText } from '../text/bounded-text.ts';
import { tellingLink } from '../text/telling-link.ts';
import { openPdf, type PdfDocument } from './document.ts';
import { checkExpansion } from './expansion.ts';
import { PageLines, type PlacedText } from './page-text.ts';

/** The longest manuals have some thousand pages, of which pdf.js reads about a hundred a second. */
const pdfLimits = { pages: 10_000, seconds: 120 } as const;

/** The pieces of a PDF: page by page, then what belongs to the whole. @throws Unreadable */
export async function* pdfPieces(
  bytes: Buffer,
  limits: { pages: number; seconds: number } = pdfLimits,
): AsyncGenerator<Piece> {
  checkExpansion(bytes);
  const pictures = countPictures(bytes);
  const end = performance.now() + limits.seconds * 1000;
  const pdf = await openPdf(bytes);
  try {
    yield* documentPieces(pdf);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      if (number > limits.pages || performance.now() > end) {
        const detail = `${pdf.numPages - number + 1} of ${pdf.numPages} pages were not examined`;
        yield { kind: 'unread', place: `page ${number} and after`, name: '', reason: 'too-large', detail };
        break;
      }
      yield* await pagePieces(pdf, number, pictures > 0, end);
    }
  } finally {
    await pdf.destroy();
  }
  if (pictures > 0)
    yield {
      kind: 'unread',
      place: 'pictures',
      name: '',
      reason: 'image',
      detail: `${pictures} pictures in the document`,
    };
}

/** Dictionaries of streams are never packed, so pictures can be counted without drawing a page. */
function countPictures(bytes: Buffer): number {
  return bytes.toString('latin1').match(/\/Subtype\s{0,4}\/Image\b/g)?.length ?? 0;
}

async function pagePieces(pdf: PdfDocument, number: number, hasPictures: boolean, end: number): Promise<Piece[]> {
  const place = `page ${number}`;
  const text = new BoundedText();
  const beside = new BoundedText();
  const packed: Piece[] = [];
  const problems: Piece[] = [];
  try {
    const page = await pdf.getPage(number);
    const lines = new PageLines(text);
    const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<{
      items: (PlacedText | { type: string })[];
    }>;
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      for (const item of chunk.value.items) if ('str' in item) lines.add(item);
      if (!text.isFull && performance.now() < end) continue;
      problems.push({
        kind: 'unread',
        place,
        name: '',
        reason: 'too-large',
        detail: 'the rest of the page was not examined',
      });
      await reader.cancel(new Error('enough'));
      break;
    }
    for (const annotation of (await page.getAnnotations()) as Annotation[]) {
      const link = annotation.url === undefined ? undefined : tellingLink(annotation.url);
      const value = [annotation.fieldValue ?? ''].flat().join(', ');
      if (value !== '') beside.append(`${annotation.fieldName ?? ''}\t${value}\n`);
      if ((annotation.contentsObj?.str ?? '') !== '') beside.append(`${annotation.contentsObj?.str}\n`);
      if (link !== undefined) beside.append(`${link}\n`);
      if (annotation.file !== undefined) packed.push(attachment(annotation.file, place));
    }
    page.cleanup();
  } catch (error) {
    problems.push({
      kind: 'unread',
      place,
      name: '',
      reason: 'damaged',
      detail: (error as Error).message.slice(0, 200),
    });
  }
  const pieces = text.pieces(place);
  // A scan, or text drawn as lines: what is to be seen on it nobody has read.
  if (pieces.length === 0 && hasPictures && problems.length === 0)
    pieces.push({
      kind: 'unread',
      place,
      name: '',
      reason: 'image',
      detail: 'a page without text in a document with pictures',
    });
  return [...pieces, ...beside.pieces(`fields and notes of ${place}`), ...packed, ...problems];
}

interface Annotation {
  readonly url?: string;
  readonly fieldName?: string;
  readonly fieldValue?: string | readonly string[] | null;
  readonly contentsObj?: { readonly str?: string };
  readonly file?: PdfAttachment;
}

interface PdfAttachment {
  readonly filename?: string;
  readonly content?: Uint8Array | null;
}

/** What it says of itself, its scripts, and files packed into it. */
async function* documentPieces(pdf: PdfDocument): AsyncGenerator<Piece> {
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> };
  const said = ['Title', 'Subject', 'Keywords', 'Author']
    .map((name) => info[name])
    .filter((value) => typeof value === 'string');
  const properties = new BoundedText();
  properties.append(said.filter((value) => value !== '').join('\n'));
  yield* properties.pieces('properties');
  const scripts = new BoundedText();
  const actions = ((await pdf.getJSActions().catch(() => null)) ?? {}) as Record<string, readonly string[]>;
  for (const script of Object.values(actions).flat()) scripts.append(`${script}\n`);
  yield* scripts.pieces('scripts');
  const files = ((await pdf.getAttachments().catch(() => null)) ?? {}) as Record<string, PdfAttachment>;
  for (const file of Object.values(files)) yield attachment(file, 'attachment');
  if (info.IsXFAPresent === true)
    yield {
      kind: 'unread',
      place: 'form',
      name: '',
      reason: 'unknown-format',
      detail: 'a form in XML (XFA) was not examined',
    };
}

function attachment({ filename = '', content }: PdfAttachment, place: string): Piece {
  if (!(content instanceof Uint8Array))
    return {
      kind: 'unread',
      place,
      name: filename,
      reason: 'damaged',
      detail: 'a packed file whose bytes are missing',
    };
  return { kind: 'part', place, name: filename, mediaType: '', bytes: Buffer.from(content) };
}
