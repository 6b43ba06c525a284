/** Bytes to read: a file on disk, or a part of something that was read before. */
export interface Content {
  /** File name, '' if it has none. Untrusted. */
  readonly name: string;
  /** What the outside says it is, in lower case without parameters; '' if it says nothing. */
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** The first bytes, at most `headBytes`. */
  readonly head: Buffer;
  /** All bytes in memory. @throws Unreadable `too-large` beyond `mailLimits.partBytes`. */
  bytes(): Promise<Buffer>;
  /** Folder for what does not fit into memory; a reader removes what it laid there. */
  readonly scratch: string;
  /** The bytes in order. */
  chunks(): AsyncIterable<Buffer>;
  /** A path to them, for formats that are read here and there; what is no file is laid in a scratch folder first. */
  path(): Promise<string>;
}

/** How much of a content recognition sees. */
export const headBytes = 8192;
