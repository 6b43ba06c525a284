import type { Piece } from './piece.ts';
import type { Content } from './readable-content.ts';

export { type Content, headBytes } from './readable-content.ts';

/** A content for a reader's own proof. */
export interface ReaderExample {
  readonly name: string;
  /** File name and media type as they come from outside. */
  readonly content: {
    readonly name: string;
    readonly mediaType?: string;
    readonly bytes: () => Buffer | Promise<Buffer>;
  };
  /**
   * What comes out, written as `outline` writes it, one line a piece, indented within messages:
   * `text body: …`, `part attachment: report.pdf application/pdf 312`, `message 1: <id> from a@x to b@y subject S sent 2024-01-12T08:00:00.000Z`,
   * `key: pfx protected`, `unread page 2: image …`.
   */
  readonly gives: readonly string[];
}

/** How to read one format of mail, archive or document: a file `reader/<id>.reader.ts` with this as its default export. */
export interface Reader {
  /** The file name without endings, e.g. `mbox`. */
  readonly reader: string;
  readonly title: string;
  /** Public specification of the format. */
  readonly reference: string;
  /**
   * How sure this reader is that the bytes are its own, judged by what is in them before by what they are called: 0 not at all, 1 by
   * name or media type alone, 2 by a weak sign inside, 3 by a signature. The surest reader gets them, of several the first by name.
   */
  recognise(content: Pick<Content, 'name' | 'mediaType' | 'sizeBytes' | 'head'>): 0 | 1 | 2 | 3;
  /**
   * Reads it. A piece of kind `file` is good until the next piece is asked for. Bounded in memory by the longest message or `mailLimits`; linear in time.
   *
   * @throws Unreadable where no more can be read; what came before stays good.
   */
  read(content: Content, isWanted?: (message: number) => boolean): AsyncIterable<Piece>;
  /** True if finding the messages costs little against taking them apart, so that sharing a file pays. */
  readonly isDivisible?: boolean;
  readonly examples: readonly ReaderExample[];
}
