import type { Piece } from '../piece.ts';
import { Unreadable } from '../unreadable.ts';
import type { DocumentPackage } from './document-package.ts';
import { relationshipsOf } from './relationships.ts';
import { RunningText } from './running-text.ts';
import { readXml } from './xml-events.ts';

/** The pieces of one part with running text. What cannot be read is told, and what came before it is kept. */
export async function runningTextPieces(document: DocumentPackage, part: string, place: string): Promise<Piece[]> {
  const text = new RunningText();
  const failure = await told(place, part, () => readXml(document.chunks(part), text));
  const { tellingLinks } = await relationshipsOf(document, part);
  for (const link of tellingLinks) text.aside(link);
  return [...text.pieces(place), ...failure];
}

/** Reads; what stops the reading becomes a piece. */
export async function told(place: string, name: string, read: () => Promise<void>): Promise<Piece[]> {
  try {
    await read();
    return [];
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [{ kind: 'unread', place, name, reason: error.reason, detail: error.message }];
  }
}
