import type { MapiProperties, MapiValue } from '../mapi/mapi-property.ts';
import { Unreadable } from '../unreadable.ts';
import { Heap } from './heap.ts';
import type { BlockStore } from './block-store.ts';

/** Types whose value stands in the record itself: whole numbers of up to 32 bits, a fraction of 32, an error, yes or no. */
const inline = new Set([0x0002, 0x0003, 0x0004, 0x000a, 0x000b]);

/** Properties of a node (MS-PST 2.3.3), each read when it is asked for. */
export class PropertyContext implements MapiProperties {
  readonly heap: Heap;
  readonly #records = new Map<number, { readonly type: number; readonly value: Buffer }>();

  constructor(store: BlockStore, data: number, subNodes: number) {
    this.heap = new Heap(store, data, subNodes);
    if (this.heap.kind !== 0xbc) throw new Unreadable('damaged', 'a node without properties');
    for (const record of this.heap.records(this.heap.root))
      if (record.length >= 8)
        this.#records.set(record.readUInt16LE(0), { type: record.readUInt16LE(2), value: record.subarray(4, 8) });
  }

  get ids(): Iterable<number> {
    return this.#records.keys();
  }

  get(id: number): MapiValue | undefined {
    const record = this.#records.get(id);
    if (record === undefined) return undefined;
    const { type, value } = record;
    if (inline.has(type)) return { type, bytes: value };
    const reference = value.readUInt32LE(0);
    if (reference === 0) return { type, bytes: Buffer.alloc(0) };
    const blocks = this.heap.blocksOf(reference);
    return { type, bytes: blocks.length === 1 && blocks[0] !== undefined ? blocks[0] : Buffer.concat(blocks) };
  }
}
