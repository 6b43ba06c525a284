import { bytesContent } from './content.ts';
import { knownFormat } from './known-format.ts';
import type { Leaf } from './leaf.ts';
import { mailLimits } from './limits.ts';
import type { Piece, UnreadReason } from './piece.ts';
import { plainText } from './plain-text.ts';
import { insideMessage, type Position, topOf, within } from './position.ts';
import type { Content } from './reader.ts';
import { readerOf } from './registry.ts';
import { Unreadable } from './unreadable.ts';

/** Which messages are read: `isWanted` as in `Reader`, and of a format that is not divisible or no message once with 0 for all of it. */
export interface ReadOptions {
  readonly isWanted?: (unit: number) => boolean;
}

const everything = (): boolean => true;

/**
 * Everything that is in a content, to any depth within `mailLimits`. Messages come one by one: neither a mailbox nor an archive is ever
 * held as a whole. What could not be read is a leaf of its own with its reason. Nothing is thrown for what the bytes are; a disk that
 * fails is.
 */
export async function* readAll(content: Content, { isWanted = everything }: ReadOptions = {}): AsyncGenerator<Leaf> {
  const counts: Counts = { reader: '', messages: 0, parts: 0, unread: 0 };
  const reader = await readerOf(content);
  counts.reader = reader?.reader ?? '';
  if (reader?.isDivisible === true || isWanted(0)) yield* contentLeaves(content, topOf(content), counts, isWanted);
  yield { kind: 'counts', ...counts };
}

interface Counts {
  reader: string;
  messages: number;
  parts: number;
  unread: number;
}

async function* contentLeaves(
  content: Content,
  position: Position,
  counts: Counts,
  isWanted = everything as (message: number) => boolean,
): AsyncGenerator<Leaf> {
  counts.parts += 1;
  try {
    const reader = await readerOf(content);
    if (reader === undefined) {
      yield* formless(content, position, counts);
      return;
    }
    for await (const piece of reader.read(content, isWanted)) {
      yield* pieceLeaves(piece, position, counts);
      // It was said what is not read; what nobody reads need not be unpacked either.
      if (position.allowance.parts < 0 || position.allowance.bytes < 0) return;
    }
  } catch (error) {
    if (isFailureOfMachine(error)) throw error;
    const reason = error instanceof Unreadable ? error.reason : 'damaged';
    yield unread(position, counts, content.name, reason, errorText(error));
  }
}

/** What no reader knows: text if it looks like that. */
async function* formless(content: Content, position: Position, counts: Counts): AsyncGenerator<Leaf> {
  const known = knownFormat(content.head);
  const text = known === undefined ? plainText(await content.bytes()) : undefined;
  if (text !== undefined) yield* textLeaves(text, position, counts);
  else if (known !== undefined) yield unread(position, counts, content.name, known.reason, known.detail);
  else yield unread(position, counts, content.name, 'unknown-format', mediaTypeSaid(content));
}

async function* pieceLeaves(piece: Piece, position: Position, counts: Counts): AsyncGenerator<Leaf> {
  switch (piece.kind) {
    case 'text':
      yield* textLeaves(piece.text, within(position, piece.place), counts);
      break;
    case 'key':
      yield { kind: 'key', ...lies(within(position, piece.place)), key: piece.key };
      break;
    case 'unread':
      yield unread(within(position, piece.place, piece.name), counts, piece.name, piece.reason, piece.detail);
      break;
    case 'message':
      yield* messageLeaves(piece, position, counts);
      break;
    case 'part': {
      const content = bytesContent(piece.bytes, piece.name, piece.mediaType, position.scratch);
      try {
        yield* partLeaves(content, within(position, piece.place, piece.name), counts);
      } finally {
        await content.release();
      }
      break;
    }
    case 'file':
      yield* partLeaves(piece.content, within(position, piece.place, piece.name), counts);
      break;
    default:
      piece satisfies never;
  }
}

async function* messageLeaves(
  piece: Extract<Piece, { kind: 'message' }>,
  position: Position,
  counts: Counts,
): AsyncGenerator<Leaf> {
  counts.messages += 1;
  const number = counts.messages;
  const parent = position.message === undefined ? {} : { parent: position.message };
  const inside = within(position, piece.place);
  yield { kind: 'message', number, ...parent, place: inside.steps.join(' > '), head: piece.head };
  if (inside.depth > mailLimits.depth) {
    yield unread(
      inside,
      counts,
      '',
      'too-deep',
      `messages and parts within each other, more than ${mailLimits.depth} deep`,
    );
    return;
  }
  const opened = insideMessage(inside, number);
  for (const each of piece.pieces) yield* pieceLeaves(each, opened, counts);
}

async function* partLeaves(content: Content, position: Position, counts: Counts): AsyncGenerator<Leaf> {
  const { allowance } = position;
  allowance.parts -= 1;
  allowance.bytes -= content.sizeBytes;
  if (allowance.parts < 0) {
    // Said once for all that follow.
    if (allowance.parts === -1)
      yield unread(
        position,
        counts,
        content.name,
        'too-many',
        'this part and those that follow are beyond what is read',
      );
  } else if (position.depth > mailLimits.depth)
    yield unread(
      position,
      counts,
      content.name,
      'too-deep',
      `parts within each other, more than ${mailLimits.depth} deep`,
    );
  else if (allowance.bytes < 0)
    yield unread(
      position,
      counts,
      content.name,
      'too-large',
      'this part and those that follow: it unpacks to more than is read',
    );
  else yield* contentLeaves(content, position, counts);
}

function* textLeaves(text: string, position: Position, counts: Counts): Generator<Leaf> {
  const kept = text.length > mailLimits.textCharacters ? text.slice(0, mailLimits.textCharacters) : text;
  if (kept !== '') yield { kind: 'text', ...lies(position), text: kept };
  const rest = text.length - kept.length;
  if (rest > 0) yield unread(position, counts, '', 'too-large', `${rest} characters behind the first ${kept.length}`);
}

function unread(position: Position, counts: Counts, name: string, reason: UnreadReason, detail: string): Leaf {
  counts.unread += 1;
  return { kind: 'unread', ...lies(position), name, reason, detail };
}

function lies({ message, steps }: Position): { message?: number; part: string } {
  return { ...(message === undefined ? {} : { message }), part: steps.join(' > ') };
}

/** Errors that say nothing of what is read: the scan of everything else would end in them as well. */
const failuresOfMachine = new Set([
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EROFS',
  'EMFILE',
  'ENFILE',
  'EACCES',
  'EPERM',
  'ENOENT',
]);

function isFailureOfMachine(error: unknown): boolean {
  return error instanceof Error && 'code' in error && failuresOfMachine.has(String(error.code));
}

/** What the error says, without what it may have quoted of the bytes. */
function errorText(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const message = error instanceof Error ? error.message : 'it cannot be read';
  return message.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 200);
}

function mediaTypeSaid({ mediaType }: Content): string {
  return mediaType === ''
    ? 'no format that is known'
    : `no format that is known; it is called ${mediaType.slice(0, 100)}`;
}
