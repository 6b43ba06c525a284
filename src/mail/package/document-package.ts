import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { mailLimits } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';

/**
 * A document that is a zip archive of parts, in memory. Members are found by name and read one by one; what all of them unpack to
 * is bounded, and so is the ratio of each.
 */
export class DocumentPackage {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #expandedBytes = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws Unreadable `damaged` if it is no zip archive, `too-many` if its directory is longer than any document's. */
  static async open(bytes: Buffer): Promise<DocumentPackage> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(bytes, {
        lazyEntries: true,
        decodeStrings: false,
        validateEntrySizes: false,
      });
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= mailLimits.partsOfMessage)
          throw new Unreadable('too-many', `more than ${mailLimits.partsOfMessage} parts in the document`);
        const name = partName(entry.fileName);
        if (!name.endsWith('/') && !entries.has(name)) entries.set(name, entry);
      }
      return new DocumentPackage(zip, entries);
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      throw new Unreadable('damaged', `the archive of the document is damaged: ${messageOf(error)}`, { cause: error });
    }
  }

  /** In the order of the archive's directory. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Size as the directory says it, which may lie. */
  sizeBytes(name: string): number {
    return this.#entries.get(name)?.uncompressedSize ?? 0;
  }

  /** @throws Unreadable */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Unreadable('damaged', `${name} is missing`);
    if (entry.isEncrypted()) throw new Unreadable('encrypted', `${name} is encrypted`);
    let expanded = 0;
    try {
      for await (const chunk of (await this.#zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        expanded += chunk.length;
        this.#expandedBytes += chunk.length;
        this.#check(name, expanded, entry.compressedSize);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      throw new Unreadable('damaged', `${name} is damaged: ${messageOf(error)}`, { cause: error });
    }
  }

  /** @throws Unreadable */
  async bytes(name: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of this.chunks(name)) {
      length += chunk.length;
      if (length > mailLimits.partBytes)
        throw new Unreadable('too-large', `${name} unpacks to more than ${mailLimits.partBytes} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  #check(name: string, expanded: number, packed: number): void {
    const { expandedBytes, expandedBytesFree, expansionRatio } = mailLimits;
    if (expanded > expandedBytesFree && expanded > packed * expansionRatio)
      throw new Unreadable('too-large', `${name} unpacks to more than ${expansionRatio} times its size`);
    if (this.#expandedBytes > expandedBytes)
      throw new Unreadable('too-large', `the document unpacks to more than ${expandedBytes} bytes`);
  }
}

/** Names of parts are ASCII by their standard; slashes are written either way and one at the beginning means nothing. */
function partName(written: string | Buffer): string {
  return written.toString().replaceAll('\\', '/').replace(/^\/+/, '');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
