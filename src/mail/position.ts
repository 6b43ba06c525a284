import { mailLimits } from './limits.ts';
import type { Content } from './reader.ts';

/** What may still be read: of a file, or of one message with all that is attached to it. */
export interface Allowance {
  parts: number;
  /** Bytes that parts have once they are unpacked. */
  bytes: number;
}

/** Where in a file a reading is. */
export interface Position {
  /** Number of the innermost message. */
  readonly message: number | undefined;
  /** The way to it. */
  readonly steps: readonly string[];
  /** Messages and parts around it. */
  readonly depth: number;
  readonly allowance: Allowance;
  /** Folder for what must lie on disk. */
  readonly scratch: string;
}

/** The beginning of a file. */
export function topOf(content: Content): Position {
  const bytes = Math.max(mailLimits.expandedBytes, mailLimits.expandedTimes * content.sizeBytes);
  return {
    message: undefined,
    steps: [],
    depth: 0,
    allowance: { parts: mailLimits.archiveMembers, bytes },
    scratch: content.scratch,
  };
}

/** One step further: the place, and the name unless the place says it. */
export function within(position: Position, place: string, name = ''): Position {
  const step = name === '' || place.endsWith(name) ? place : `${place} ${name}`.trim();
  return { ...position, depth: position.depth + 1, steps: step === '' ? position.steps : [...position.steps, step] };
}

/** Inside a message. The outermost one has an allowance of its own, so that a bomb in it costs the rest of a mailbox nothing. */
export function insideMessage(position: Position, number: number): Position {
  const allowance =
    position.message === undefined
      ? { parts: mailLimits.partsOfMessage, bytes: mailLimits.expandedBytes }
      : position.allowance;
  return { ...position, message: number, allowance };
}
