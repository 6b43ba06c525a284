import { Unreadable } from '../unreadable.ts';

/** A storage or stream of a compound file. */
export interface CompoundEntry {
  readonly name: string;
  readonly isStorage: boolean;
  readonly sizeBytes: number;
  readonly index: number;
}

export const compoundSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Whether bytes begin like a compound file. */
export function isCompoundFile(head: Buffer): boolean {
  return head.subarray(0, compoundSignature.length).equals(compoundSignature);
}

const endOfChain = 0xfffffffa;
const none = 0xffffffff;

interface Entry extends CompoundEntry {
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
}

/**
 * A compound file (MS-CFB), in which Outlook's messages and old Office documents lie: a file system in a file. Chains and trees that
 * run in circles are found, and nothing is longer than the file.
 */
export class CompoundFile {
  /** What was found to be missing so far, in words. */
  readonly damage: string[] = [];
  readonly #bytes: Buffer;
  readonly #sectorBytes: number;
  readonly #miniBytes: number;
  readonly #miniCutoff: number;
  readonly #next: Uint32Array;
  readonly #nextMini: Uint32Array;
  readonly #entries: readonly Entry[];
  readonly #miniStream: Buffer;
  #readBytes = 0;

  /** @throws Unreadable */
  constructor(bytes: Buffer) {
    if (bytes.length < 512 || !isCompoundFile(bytes)) throw new Unreadable('damaged', 'no header of a compound file');
    const shift = bytes.readUInt16LE(30);
    const miniShift = bytes.readUInt16LE(32);
    if ((shift !== 9 && shift !== 12) || miniShift !== 6)
      throw new Unreadable('damaged', 'a compound file with odd sectors');
    this.#bytes = bytes;
    this.#sectorBytes = 2 ** shift;
    this.#miniBytes = 2 ** miniShift;
    this.#miniCutoff = bytes.readUInt32LE(56);
    this.#next = numbersOf(this.#tableSectors().map((sector) => this.#sector(sector)));
    this.#nextMini = numbersOf([this.#chain(bytes.readUInt32LE(60))]);
    this.#entries = this.#directory(this.#chain(bytes.readUInt32LE(48)));
    const [root] = this.#entries;
    this.#miniStream = root === undefined ? Buffer.alloc(0) : this.#chain(root.start);
  }

  /** Every storage and stream, wherever it stands; deleted ones are not among them. */
  get entries(): readonly CompoundEntry[] {
    return this.#entries.filter(({ name }) => name !== '');
  }

  /** What is in a storage; without one, in the root. */
  children(storage?: CompoundEntry): CompoundEntry[] {
    const found: CompoundEntry[] = [];
    const seen = new Set<number>();
    const open = [this.#entries[storage?.index ?? 0]?.child ?? none];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const entry = this.#entries[index];
      if (index !== none && (entry === undefined || seen.has(index))) this.#tell('its directory is broken');
      if (entry === undefined || seen.has(index)) continue;
      seen.add(index);
      if (entry.name !== '') found.push(entry);
      open.push(entry.right, entry.left);
    }
    return found.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  }

  /**
   * The bytes of a stream, fewer than it says if the file is damaged, which is then told.
   *
   * @throws Unreadable `damaged` if streams overlap so that they are together much longer than the file.
   */
  stream({ index }: CompoundEntry): Buffer {
    const entry = this.#entries[index];
    if (entry === undefined || entry.sizeBytes === 0) return Buffer.alloc(0);
    const isMini = entry.sizeBytes < this.#miniCutoff;
    const bytes = isMini ? this.#miniChain(entry.start, entry.sizeBytes) : this.#chain(entry.start, entry.sizeBytes);
    this.#readBytes += bytes.length;
    if (this.#readBytes > this.#bytes.length * 4)
      throw new Unreadable('damaged', 'streams of the compound file overlap');
    if (bytes.length < entry.sizeBytes)
      this.#tell(`of ${entry.name} only ${bytes.length} of ${entry.sizeBytes} bytes are there`);
    return bytes.subarray(0, entry.sizeBytes);
  }

  #tell(detail: string): void {
    if (this.damage.length < 100 && !this.damage.includes(detail)) this.damage.push(detail);
  }

  /** Sectors that hold the table of what follows what. */
  #tableSectors(): number[] {
    const bytes = this.#bytes;
    const sectorsOfFile = Math.ceil(bytes.length / this.#sectorBytes);
    const count = Math.min(bytes.readUInt32LE(44), sectorsOfFile);
    const sectors: number[] = [];
    for (let at = 76; at < 512 && sectors.length < count; at += 4) sectors.push(bytes.readUInt32LE(at));
    let more = bytes.readUInt32LE(68);
    for (let lists = 0; more < endOfChain && sectors.length < count && lists <= sectorsOfFile; lists += 1) {
      const list = this.#sector(more);
      if (list.length < this.#sectorBytes) break;
      const last = this.#sectorBytes - 4;
      for (let at = 0; at < last && sectors.length < count; at += 4) sectors.push(list.readUInt32LE(at));
      more = list.readUInt32LE(last);
    }
    return sectors;
  }

  #sector(sector: number): Buffer {
    const at = (sector + 1) * this.#sectorBytes;
    return this.#bytes.subarray(at, at + this.#sectorBytes);
  }

  #chain(start: number, bytesAtMost = this.#bytes.length): Buffer {
    const parts: Buffer[] = [];
    let bytes = 0;
    for (let sector = start; sector < endOfChain && bytes < bytesAtMost && parts.length <= this.#next.length; ) {
      const part = this.#sector(sector);
      if (part.length === 0) break;
      parts.push(part);
      bytes += part.length;
      sector = this.#next[sector] ?? none;
    }
    return Buffer.concat(parts);
  }

  #miniChain(start: number, bytesAtMost: number): Buffer {
    const parts: Buffer[] = [];
    let bytes = 0;
    for (let sector = start; sector < endOfChain && bytes < bytesAtMost; ) {
      const part = this.#miniStream.subarray(sector * this.#miniBytes, (sector + 1) * this.#miniBytes);
      if (part.length === 0) break;
      parts.push(part);
      bytes += part.length;
      sector = this.#nextMini[sector] ?? none;
    }
    return Buffer.concat(parts);
  }

  #directory(bytes: Buffer): Entry[] {
    const entries: Entry[] = [];
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const nameBytes = Math.min(64, Math.max(2, bytes.readUInt16LE(at + 64))) - 2;
      const kind = bytes[at + 66] ?? 0;
      entries.push({
        // An entry of no kind was deleted.
        name: kind === 1 || kind === 2 ? bytes.toString('utf16le', at, at + nameBytes) : '',
        isStorage: kind === 1 || kind === 5,
        sizeBytes: bytes.readUInt32LE(at + 120),
        index: entries.length,
        left: bytes.readUInt32LE(at + 68),
        right: bytes.readUInt32LE(at + 72),
        child: bytes.readUInt32LE(at + 76),
        start: bytes.readUInt32LE(at + 116),
      });
    }
    return entries;
  }
}

function numbersOf(parts: readonly Buffer[]): Uint32Array {
  const bytes = Buffer.concat(parts);
  const numbers = new Uint32Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = bytes.readUInt32LE(index * 4);
  return numbers;
}
