import type { MapiProperties, MapiValue } from '../mapi/mapi-property.ts';
import { Unreadable } from '../unreadable.ts';
import type { BlockStore, SubNode } from './block-store.ts';
import { Heap } from './heap.ts';

interface Column {
  readonly type: number;
  readonly offset: number;
  readonly bytes: number;
  /** Bit that says whether a row has a value. */
  readonly bit: number;
}

const inline = new Set([0x0002, 0x0003, 0x0004, 0x000a, 0x000b, 0x0005, 0x0006, 0x0007, 0x0014, 0x0040]);

/** Rows of a table within a node (MS-PST 2.3.4), such as the recipients of a message. */
export function tableRows(store: BlockStore, node: SubNode, rowsAtMost: number): MapiProperties[] {
  const heap = new Heap(store, node.data, node.subNodes);
  const info = heap.item(heap.root);
  if (heap.kind !== 0x7c || info.length < 22) throw new Unreadable('damaged', 'a table that is none');
  const rowBytes = info.readUInt16LE(8);
  const existsFrom = info.readUInt16LE(6);
  const rowsIn = info.readUInt32LE(14);
  const columns = new Map<number, Column>();
  const count = Math.min(info[1] ?? 0, Math.floor((info.length - 22) / 8));
  for (let index = 0; index < count; index += 1) {
    const at = 22 + index * 8;
    const column = {
      type: info.readUInt16LE(at),
      offset: info.readUInt16LE(at + 4),
      bytes: info[at + 6] ?? 0,
      bit: info[at + 7] ?? 0,
    };
    columns.set(info.readUInt16LE(at + 2), column);
  }
  if (rowsIn === 0 || rowBytes === 0) return [];
  // Rows that were deleted stay where they were; the index has those that count.
  const wanted = new Set(
    heap
      .records(info.readUInt32LE(10))
      .map((record) => (record.length >= 8 ? record.readUInt32LE(4) : record.readUInt16LE(4))),
  );
  const rows: MapiProperties[] = [];
  let number = 0;
  for (const block of heap.blocksOf(rowsIn))
    for (let at = 0; at + rowBytes <= block.length; at += rowBytes) {
      if (wanted.has(number) && rows.length < rowsAtMost)
        rows.push(rowOf(heap, columns, existsFrom, block.subarray(at, at + rowBytes)));
      number += 1;
    }
  return rows;
}

function rowOf(heap: Heap, columns: ReadonlyMap<number, Column>, existsFrom: number, row: Buffer): MapiProperties {
  return {
    ids: columns.keys(),
    get(id): MapiValue | undefined {
      const column = columns.get(id);
      if (column === undefined) return undefined;
      const has = ((row[existsFrom + (column.bit >> 3)] ?? 0) & (0x80 >> (column.bit & 7))) !== 0;
      const bytes = row.subarray(column.offset, column.offset + column.bytes);
      if (!has || bytes.length < column.bytes) return undefined;
      const { type } = column;
      if (inline.has(type)) return { type, bytes };
      const reference = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0;
      return reference === 0 ? undefined : { type, bytes: Buffer.concat([...heap.blocksOf(reference)]) };
    },
  };
}
