import type { Piece } from '../piece.ts';
import { BoundedText } from '../text/bounded-text.ts';
import { CompoundFile } from './compound-file.ts';
import { macroSource } from './macro-source.ts';
import { packagerFile } from './packager.ts';
import { appendTextRuns } from './text-runs.ts';

/** Streams that hold no words: pictures, and what the file system of the format keeps. */
const wordless =
  /^(?:Pictures|Data|\u0001CompObj|\u0001Ole|\u0003ObjInfo|\u0003PRINT|\u0003EPRINT|PRINT|PROJECTwm|_VBA_PROJECT|dir|__SRP_\d+)$/;

/** The pieces of an old Office document or of anything else in a compound file. @throws Unreadable */
export function* olePieces(bytes: Buffer): Generator<Piece> {
  const file = new CompoundFile(bytes);
  const streams = file.entries.filter(({ isStorage }) => !isStorage);
  const names = new Set(file.entries.map(({ name }) => name));
  if (names.has('EncryptedPackage')) {
    yield { kind: 'unread', place: 'document', name: '', reason: 'encrypted', detail: 'opens only with a passphrase' };
    return;
  }
  const text = new BoundedText();
  let isEncrypted = false;
  for (const entry of streams) {
    const content = file.stream(entry);
    if (entry.name === '\u0001Ole10Native') {
      const packed = packagerFile(content.subarray(4));
      yield {
        kind: 'part',
        place: 'packed file',
        name: packed?.name ?? '',
        mediaType: '',
        bytes: packed?.bytes ?? content,
      };
    } else if (entry.name === 'Package' || entry.name === 'CONTENTS') {
      yield { kind: 'part', place: 'packed file', name: '', mediaType: '', bytes: content };
    } else if (isEncryptedStream(entry.name, content)) isEncrypted = true;
    else if (!wordless.test(entry.name)) appendTextRuns(content, text);
  }
  yield* text.pieces('text runs');
  if (names.has('_VBA_PROJECT')) yield* macroPieces(file);
  yield isEncrypted
    ? { kind: 'unread', place: 'document', name: '', reason: 'encrypted', detail: 'opens only with a passphrase' }
    : {
        kind: 'unread',
        place: 'document',
        name: '',
        reason: 'unknown-format',
        detail: 'the layout was not understood; only runs of printable characters were examined',
      };
}

/** By the flag in the head of Word's stream (MS-DOC, 2.5.2), by Excel's record FILEPASS (MS-XLS, 2.4.117). */
function isEncryptedStream(name: string, content: Buffer): boolean {
  if (name === 'WordDocument') return content.length > 12 && (content.readUInt16LE(10) & 0x0100) !== 0;
  if ((name !== 'Workbook' && name !== 'Book') || content.length < 8) return false;
  const next = 4 + content.readUInt16LE(2);
  return next + 2 <= content.length && content.readUInt16LE(next) === 0x2f;
}

/** The source of macros, and that what they do was not looked into. */
export function* macroPieces(file: CompoundFile): Generator<Piece> {
  yield* macroSource(file).pieces('macros');
  const detail = 'macros: their source was examined as text, what they were compiled to was not';
  yield { kind: 'unread', place: 'macros', name: '', reason: 'program', detail };
}
