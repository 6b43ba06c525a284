import { Unreadable } from '../unreadable.ts';

const signature = 'd0cf11e0a1b11ae1';
const endOfChain = 0xfffffffa;
const entryBytes = 128;
const mostEntries = 100_000;

interface CompoundEntry {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  readonly sizeBytes: number;
}

/** Whether bytes begin like a compound file. */
export function isCompoundFile(head: Buffer): boolean {
  return head.toString('hex', 0, 8) === signature;
}

/** A compound file (MS-CFB): the streams in it by number, whatever storage they stand in. Chains that run in circles end. */
export class CompoundFile {
  readonly entries: readonly CompoundEntry[];
  readonly #bytes: Buffer;
  readonly #sectorBytes: number;
  readonly #table: readonly number[];
  readonly #miniTable: readonly number[];
  readonly #mini: Buffer;
  readonly #miniLimit: number;
  #readBytes = 0;

  /** @throws Unreadable `damaged` */
  constructor(bytes: Buffer) {
    if (!isCompoundFile(bytes) || bytes.length < 512)
      throw new Unreadable('damaged', 'the head of the compound file is missing');
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new Unreadable('damaged', 'the compound file has sectors of no known size');
    this.#bytes = bytes;
    this.#sectorBytes = 1 << shift;
    this.#table = numbers(Buffer.concat(this.#tableSectors().map((sector) => this.#sector(sector))));
    this.#miniLimit = bytes.readUInt32LE(56);
    this.entries = this.#directory();
    const root = this.entries[0];
    this.#mini =
      root === undefined ? Buffer.alloc(0) : this.#chain(root.start, this.#table, (sector) => this.#sector(sector));
    this.#miniTable = numbers(this.#chain(bytes.readUInt32LE(60), this.#table, (sector) => this.#sector(sector)));
  }

  /** @throws Unreadable `damaged` if streams overlap so that they are together much longer than the file. */
  stream(entry: CompoundEntry): Buffer {
    const bytes =
      entry.sizeBytes < this.#miniLimit
        ? this.#chain(
            entry.start,
            this.#miniTable,
            (sector) => this.#mini.subarray(sector * 64, sector * 64 + 64),
            entry.sizeBytes,
          )
        : this.#chain(entry.start, this.#table, (sector) => this.#sector(sector), entry.sizeBytes);
    this.#readBytes += bytes.length;
    if (this.#readBytes > this.#bytes.length * 4)
      throw new Unreadable('damaged', 'streams of the compound file overlap');
    return bytes.subarray(0, entry.sizeBytes);
  }

  #sector(number: number): Buffer {
    return this.#bytes.subarray((number + 1) * this.#sectorBytes, (number + 2) * this.#sectorBytes);
  }

  /** The sectors of the sector table itself: 109 are listed in the head, further ones in a chain of lists. */
  #tableSectors(): number[] {
    const most = Math.ceil(this.#bytes.length / this.#sectorBytes);
    const sectors = numbers(this.#bytes.subarray(76, 512));
    let next = this.#bytes.readUInt32LE(68);
    for (let count = 0; next < endOfChain && count < most; count += 1) {
      const list = numbers(this.#sector(next));
      next = list.pop() ?? endOfChain;
      // One by one: a list may be longer than a call takes arguments.
      for (const sector of list) sectors.push(sector);
    }
    return sectors.filter((sector) => sector < most).slice(0, Math.ceil(most / (this.#sectorBytes / 4)) + 1);
  }

  #chain(
    start: number,
    table: readonly number[],
    sectorOf: (sector: number) => Buffer,
    wantedBytes = Number.POSITIVE_INFINITY,
  ): Buffer {
    const sectors: Buffer[] = [];
    let length = 0;
    for (let sector = start; sector < endOfChain && sectors.length <= table.length && length < wantedBytes; ) {
      const bytes = sectorOf(sector);
      if (bytes.length === 0) break;
      sectors.push(bytes);
      length += bytes.length;
      sector = table[sector] ?? endOfChain;
    }
    return Buffer.concat(sectors);
  }

  #directory(): CompoundEntry[] {
    const bytes = this.#chain(this.#bytes.readUInt32LE(48), this.#table, (sector) => this.#sector(sector));
    const entries: CompoundEntry[] = [];
    for (let at = 0; at + entryBytes <= bytes.length && entries.length < mostEntries; at += entryBytes) {
      const type = bytes[at + 66];
      const nameBytes = Math.min(Math.max(bytes.readUInt16LE(at + 64) - 2, 0), 62);
      if (type !== 1 && type !== 2 && type !== 5) continue;
      entries.push({
        name: bytes.toString('utf16le', at, at + nameBytes),
        isStream: type === 2,
        start: bytes.readUInt32LE(at + 116),
        sizeBytes: Math.min(bytes.readUInt32LE(at + 120), this.#bytes.length),
      });
    }
    return entries;
  }
}

function numbers(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) found.push(bytes.readUInt32LE(at));
  return found;
}
