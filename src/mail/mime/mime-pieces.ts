import { isAscii } from 'node:buffer';
import { decodeWords } from 'postal-mime';
import { decodeText } from '../charset.ts';
import { mailLimits } from '../limits.ts';
import type { Piece, UnreadReason } from '../piece.ts';
import { unflowed } from './flowed.ts';
import { fieldOf, type HeaderBlock, type HeaderBudget, headerBlock } from './header-block.ts';
import { splitMultipart } from './multipart.ts';
import { fileNameOf, parameterized, type ParameterizedValue } from './parameter.ts';
import { sealedPart, unsealed } from './sealed-part.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/** What is shared by all parts of one message. */
export interface MimeWalk {
  readonly pieces: Piece[];
  readonly budget: HeaderBudget;
  partsLeft: number;
  tooMany: number;
  /** Bodies so far, by media type: the second gets a number. */
  readonly bodies: Map<string, number>;
  /** Attachments so far by name. */
  readonly names: Map<string, number>;
}

interface Surroundings {
  readonly depth: number;
  /** Type of a part that names none: in a digest, parts are messages. */
  readonly defaultType: string;
  /** Within `multipart/encrypted`. */
  readonly isEncrypted: boolean;
}

/** Adds the pieces of a message's body or of one part, the parts within it included. */
export function mimePieces(walk: MimeWalk, block: HeaderBlock, body: Buffer, around: Surroundings): void {
  const field = (name: string): string => fieldOf(block.fields, name);
  const type = parameterized(field('content-type'));
  const disposition = parameterized(field('content-disposition'));
  const mediaType = /^[^/]+\/[^/]+$/.test(type.value) ? type.value : around.defaultType;
  const name = fileNameOf(disposition, type);
  if (block.unreadBytes > 0)
    unread(
      walk,
      'headers',
      name,
      'too-large',
      `${block.unreadBytes} bytes of headers beyond ${mailLimits.headerBytes}`,
    );

  const boundary = type.parameters.get('boundary') ?? '';
  if (mediaType.startsWith('multipart/') && boundary !== '' && boundary.length <= 1000) {
    if (around.depth >= mailLimits.depth)
      unread(walk, 'part', name, 'too-deep', `parts within each other, more than ${mailLimits.depth} deep`);
    else if (walkParts(walk, mediaType, boundary, body, around)) return;
    else addLeaf(walk, 'text/plain', type, disposition, name, body);
    return;
  }
  const bytes = decodeTransfer(body, field('content-transfer-encoding'));
  if (around.isEncrypted) {
    if (mediaType !== 'application/pgp-encrypted') unread(walk, 'body', name, 'encrypted', 'PGP or S/MIME encrypted');
    return;
  }
  const sealed = sealedPart(mediaType, type.parameters.get('smime-type') ?? '', name, bytes);
  const readable = mediaType.startsWith('multipart/') ? 'text/plain' : mediaType;
  if (sealed === undefined) addLeaf(walk, readable, type, disposition, name, bytes);
  else unread(walk, name === '' ? 'body' : 'attachment', name, sealed.reason, sealed.detail);
}

/** Reads a multipart body; false if not one delimiter is in it. */
function walkParts(walk: MimeWalk, mediaType: string, boundary: string, body: Buffer, around: Surroundings): boolean {
  const { parts, outside, tooMany } = splitMultipart(body, boundary, walk.partsLeft);
  if (parts.length === 0 && tooMany === 0) return false;
  walk.partsLeft -= parts.length;
  walk.tooMany += tooMany;
  const within: Surroundings = {
    depth: around.depth + 1,
    defaultType: mediaType === 'multipart/digest' ? 'message/rfc822' : 'text/plain',
    isEncrypted: around.isEncrypted || mediaType === 'multipart/encrypted',
  };
  // What stands outside of the parts is shown by no mail program, and so a place to hide something.
  for (const bytes of outside) {
    const text = decodeText(bytes, '').trim();
    if (text !== '' && !/^this is a (?:multi-?part|cryptographically signed) message/i.test(text))
      walk.pieces.push({ kind: 'text', place: 'outside of the parts', text });
  }
  for (const part of parts) {
    const block = headerBlock(part, walk.budget);
    mimePieces(walk, block, part.subarray(block.bodyAt), within);
  }
  return true;
}

function addLeaf(
  walk: MimeWalk,
  mediaType: string,
  type: ParameterizedValue,
  disposition: ParameterizedValue,
  name: string,
  bytes: Buffer,
): void {
  if (bytes.length === 0 && name === '') return;
  const isBody = disposition.value !== 'attachment' && name === '';
  if (isBody && mediaType === 'text/plain') {
    const decoded = decodeText(bytes, type.parameters.get('charset') ?? '');
    const isFlowed = /^flowed$/i.test(type.parameters.get('format') ?? '');
    const lines = decoded.replaceAll('\r\n', '\n');
    const text = isFlowed ? unflowed(lines, /^yes$/i.test(type.parameters.get('delsp') ?? '')) : lines;
    if (text.trim() !== '') walk.pieces.push({ kind: 'text', place: numbered(walk.bodies, mediaType, 'body'), text });
    if (text.includes('-----BEGIN PGP MESSAGE-----'))
      unread(walk, 'body', '', 'encrypted', 'a text that is PGP encrypted stands in the body');
    return;
  }
  const place =
    isBody && mediaType.startsWith('text/')
      ? numbered(walk.bodies, mediaType, 'body')
      : numbered(walk.names, name, 'attachment');
  const charset = type.parameters.get('charset') ?? '';
  walk.pieces.push({ kind: 'part', place, name, ...unsealed(mediaType, asUnicode(bytes, mediaType, charset)) });
}

/**
 * Text in UTF-8 with its mark, because the character set is said outside of the part: its reader would not know it, and would believe
 * what an HTML page says of itself.
 */
function asUnicode(bytes: Buffer, mediaType: string, charset: string): Buffer {
  if (!mediaType.startsWith('text/') || charset === '' || isAscii(bytes)) return bytes;
  return Buffer.from(`\uFEFF${decodeText(bytes, charset)}`);
}

/** `attachment`, and `attachment 2` for a second one that would be called the same. */
export function numbered(counts: Map<string, number>, key: string, word: string): string {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count === 1 ? word : `${word} ${count}`;
}

function unread(walk: MimeWalk, place: string, name: string, reason: UnreadReason, detail: string): void {
  walk.pieces.push({ kind: 'unread', place, name: decodeWords(name), reason, detail });
}
