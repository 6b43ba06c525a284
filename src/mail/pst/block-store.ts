import { inflateSync } from 'node:zlib';
import { mailLimits } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import { blockPages, PageTree } from './page-tree.ts';
import { unpermute } from './permutation.ts';
import { type PstFile, wideAt } from './pst-file.ts';

/** More blocks than the largest part that is held in memory has. */
const blocksAtMost = Math.ceil(mailLimits.partBytes / 1024);

/** Where the data of something within a node lies. */
export interface SubNode {
  readonly node: number;
  readonly data: number;
  readonly subNodes: number;
}

/** The blocks of a PST by their numbers: pieces of data, and lists of such pieces. */
export class BlockStore {
  readonly #file: PstFile;
  readonly #tree: PageTree;

  constructor(file: PstFile) {
    this.#file = file;
    this.#tree = new PageTree(file, blockPages, file.blockTreeAt);
  }

  get layout(): PstFile['layout'] {
    return this.#file.layout;
  }

  /** The data of a node in the blocks in which it lies; tables need to know where one ends. */
  dataBlocks(block: number): Buffer[] {
    const found: Buffer[] = [];
    let bytes = 0;
    const open = [{ block, above: 3 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.block === 0) continue;
      const data = this.#block(next.block);
      if ((next.block & 2) === 0) {
        found.push(data);
        bytes += data.length;
        if (bytes > mailLimits.partBytes || found.length > blocksAtMost)
          throw new Unreadable('too-large', `more than the ${mailLimits.partBytes} bytes that are held in memory`);
        continue;
      }
      const level = data[1] ?? 0;
      if (data[0] !== 1 || level >= next.above) throw new Unreadable('damaged', 'a list of blocks that is none');
      const width = this.layout.isWide ? 8 : 4;
      const count = Math.min(data.readUInt16LE(2), Math.floor((data.length - 8) / width));
      if (open.length + count > blocksAtMost) throw new Unreadable('too-large', 'more blocks than are read');
      for (let index = count - 1; index >= 0; index -= 1)
        open.push({ block: this.#number(data, 8 + index * width), above: level });
    }
    return found;
  }

  /** All data of a node. */
  data(block: number): Buffer {
    const blocks = this.dataBlocks(block);
    return blocks.length === 1 && blocks[0] !== undefined ? blocks[0] : Buffer.concat(blocks);
  }

  /** What lies within a node, by number. */
  subNodes(block: number): ReadonlyMap<number, SubNode> {
    const found = new Map<number, SubNode>();
    const width = this.layout.isWide ? 8 : 4;
    const open = [{ block, above: 2 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.block === 0) continue;
      const list = this.#block(next.block);
      const level = list[1] ?? 0;
      if (list[0] !== 2 || level >= next.above)
        throw new Unreadable('damaged', 'a list of parts of a node that is none');
      const from = this.layout.isWide ? 8 : 4;
      const entryBytes = level === 0 ? width * 3 : width * 2;
      const count = Math.min(list.readUInt16LE(2), Math.floor((list.length - from) / entryBytes));
      if (open.length + found.size + count > blocksAtMost)
        throw new Unreadable('too-many', 'more parts of a node than are read');
      for (let index = 0; index < count; index += 1) {
        const at = from + index * entryBytes;
        if (level > 0) open.push({ block: this.#number(list, at + width), above: level });
        else {
          const node = list.readUInt32LE(at);
          found.set(node, { node, data: this.#number(list, at + width), subNodes: this.#number(list, at + width * 2) });
        }
      }
    }
    return found;
  }

  #block(block: number): Buffer {
    // The lowest bit is for the program that writes.
    const entry = this.#tree.find(block - (block % 2));
    if (entry === undefined) throw new Unreadable('damaged', `block ${block} is missing`);
    const { isWide, pageBytes } = this.layout;
    const at = isWide ? wideAt(entry, 8) : entry.readUInt32LE(4);
    const length = entry.readUInt16LE(isWide ? 16 : 8);
    const stored = this.#file.read(at, length);
    const inflated = pageBytes === 4096 ? entry.readUInt16LE(18) : length;
    const bytes = inflated === length ? stored : inflateSync(stored, { maxOutputLength: 65_536 });
    return this.#file.isPermuted && (block & 2) === 0 ? unpermute(bytes) : bytes;
  }

  #number(bytes: Buffer, at: number): number {
    return this.layout.isWide ? wideAt(bytes, at) : bytes.readUInt32LE(at);
  }
}
