import { mailLimits } from '../limits.ts';
import type { Piece } from '../piece.ts';
import { headerBlock, headerBudget } from './header-block.ts';
import { messageHead } from './message-head.ts';
import { type MimeWalk, mimePieces } from './mime-pieces.ts';

/** Text by which a mark of byte order at the beginning is told. */
const marks = [Buffer.from([0xef, 0xbb, 0xbf])];

/**
 * One message in MIME (RFC 5322, 2045) with all that is in it. Messages within it are parts of their own, read by whoever reads parts.
 * What is broken, endless or too deep costs that part, not the message.
 *
 * @param place where it lies, such as `message 17`.
 */
export function mimeMessage(bytes: Buffer, place: string): Extract<Piece, { kind: 'message' }> {
  const mark = marks.find((each) => bytes.subarray(0, each.length).equals(each));
  const whole = withLineBreaks(bytes.subarray(mark?.length ?? 0));
  const start = leadingBlank(whole);
  const budget = headerBudget();
  const block = headerBlock(whole.subarray(start), budget);
  const walk: MimeWalk = {
    pieces: [],
    budget,
    partsLeft: mailLimits.partsOfMessage,
    tooMany: 0,
    bodies: new Map(),
    names: new Map(),
  };
  mimePieces(walk, block, whole.subarray(start + block.bodyAt), {
    depth: 0,
    defaultType: 'text/plain',
    isEncrypted: false,
  });
  if (walk.tooMany > 0) {
    const detail = `${walk.tooMany} parts beyond the ${mailLimits.partsOfMessage} that are read of one message`;
    walk.pieces.push({ kind: 'unread', place: 'further parts', name: '', reason: 'too-many', detail });
  }
  return { kind: 'message', place, head: messageHead(block.fields), pieces: walk.pieces };
}

/** Messages of old Macs end their lines with a carriage return only. */
function withLineBreaks(bytes: Buffer): Buffer {
  const head = bytes.subarray(0, 65_536);
  if (head.includes(0x0a) || !head.includes(0x0d)) return bytes;
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(0x0d); at !== -1; at = copy.indexOf(0x0d, at + 1)) copy[at] = 0x0a;
  return copy;
}

/** Bytes of blank lines before the first header. */
function leadingBlank(bytes: Buffer): number {
  let at = 0;
  while (at < 1000 && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at += 1;
  return at;
}
