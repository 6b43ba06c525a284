import { Unreadable } from '../unreadable.ts';
import type { BlockStore, SubNode } from './block-store.ts';

/** More records than any table of a message or folder has that is held at once. */
const recordsAtMost = 1_000_000;

/** The heap within a node, in which its properties and tables lie (MS-PST 2.3.1). */
export class Heap {
  readonly #store: BlockStore;
  readonly #blocks: readonly Buffer[];
  readonly subNodes: ReadonlyMap<number, SubNode>;
  /** What the heap is for: 0xbc properties, 0x7c a table. */
  readonly kind: number;
  readonly root: number;

  constructor(store: BlockStore, data: number, subNodes: number) {
    this.#store = store;
    this.#blocks = store.dataBlocks(data);
    this.subNodes = subNodes === 0 ? new Map() : store.subNodes(subNodes);
    const first = this.#blocks[0];
    if (first === undefined || first.length < 12 || first[2] !== 0xec)
      throw new Unreadable('damaged', 'a heap that is none');
    this.kind = first[3] ?? 0;
    this.root = first.readUInt32LE(4);
  }

  /** An item of the heap. */
  item(reference: number): Buffer {
    if (reference === 0) return Buffer.alloc(0);
    const bits = this.#store.layout.heapIndexBits;
    const index = (reference >>> 5) & (2 ** bits - 1);
    const block = this.#blocks[reference >>> (5 + bits)];
    if (block === undefined || block.length < 4) throw new Unreadable('damaged', 'an item of a heap is missing');
    const map = block.readUInt16LE(0);
    if (index === 0 || map + 4 + (index + 1) * 2 > block.length || index > block.readUInt16LE(map))
      throw new Unreadable('damaged', 'an item of a heap is missing');
    return block.subarray(block.readUInt16LE(map + 2 + index * 2), block.readUInt16LE(map + 4 + index * 2));
  }

  /** What a reference means: an item of the heap, or the data of a part of the node, in its blocks. */
  blocksOf(reference: number): readonly Buffer[] {
    if ((reference & 0x1f) === 0) return [this.item(reference)];
    const part = this.subNodes.get(reference);
    if (part === undefined) throw new Unreadable('damaged', 'a part of a node is missing');
    return this.#store.dataBlocks(part.data);
  }

  /** The records of a tree in the heap, key and value together, in order. */
  records(reference: number): Buffer[] {
    const header = this.item(reference);
    if (header.length < 8 || header[0] !== 0xb5) throw new Unreadable('damaged', 'a tree in a heap that is none');
    const keyBytes = header[1] ?? 0;
    const valueBytes = header[2] ?? 0;
    const records: Buffer[] = [];
    let items = 0;
    const walk = (item: number, level: number): void => {
      if (item === 0) return;
      items += 1;
      const bytes = this.item(item);
      const width = level === 0 ? keyBytes + valueBytes : keyBytes + 4;
      if (width === 0) throw new Unreadable('damaged', 'records of no length');
      for (let at = 0; at + width <= bytes.length; at += width) {
        if (records.length + items > recordsAtMost)
          throw new Unreadable('too-many', `more than ${recordsAtMost} records`);
        if (level === 0) records.push(bytes.subarray(at, at + width));
        else walk(bytes.readUInt32LE(at + keyBytes), level - 1);
      }
    };
    // Three levels hold more than any node; more would let a few bytes name a world of records.
    walk(header.readUInt32LE(4), Math.min(header[3] ?? 0, 3));
    return records;
  }
}
