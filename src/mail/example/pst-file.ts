/** A node of an example: its number, the number of the folder it is in, and its properties by number. */
export interface PstExampleNode {
  readonly node: number;
  readonly parent: number;
  readonly properties: Readonly<Record<number, string | number>>;
}

const pageBytes = 512;

/** A PST file (MS-PST, Unicode) of a few nodes, without the tables and checksums that only Outlook needs. */
export function pstFile(nodes: readonly PstExampleNode[]): Buffer {
  const header = Buffer.alloc(1024);
  header.write('!BDN', 0, 'latin1');
  header.writeUInt16LE(23, 10);
  const nodeTreeAt = header.length;
  const blockTreeAt = nodeTreeAt + pageBytes;
  header.writeUInt32LE(nodeTreeAt, 224);
  header.writeUInt32LE(blockTreeAt, 240);
  let at = blockTreeAt + pageBytes;
  const blocks: Buffer[] = [];
  const nodeEntries: Buffer[] = [];
  const blockEntries: Buffer[] = [];
  for (const { node, parent, properties } of nodes.toSorted((one, other) => one.node - other.node)) {
    const heap = propertyHeap(properties);
    const block = (blockEntries.length + 1) * 4;
    const nodeEntry = Buffer.alloc(32);
    nodeEntry.writeUInt32LE(node, 0);
    nodeEntry.writeUInt32LE(block, 8);
    nodeEntry.writeUInt32LE(parent, 24);
    nodeEntries.push(nodeEntry);
    const blockEntry = Buffer.alloc(24);
    blockEntry.writeUInt32LE(block, 0);
    blockEntry.writeUInt32LE(at, 8);
    blockEntry.writeUInt16LE(heap.length, 16);
    blockEntries.push(blockEntry);
    blocks.push(heap);
    at += heap.length;
  }
  return Buffer.concat([header, page(nodeEntries, 0x81), page(blockEntries, 0x80), ...blocks]);
}

function page(entries: readonly Buffer[], mark: number): Buffer {
  const bytes = Buffer.alloc(pageBytes);
  Buffer.concat(entries).copy(bytes);
  bytes.writeUInt8(entries.length, 488);
  bytes.writeUInt8(entries[0]?.length ?? 0, 490);
  bytes.fill(mark, 496, 498);
  return bytes;
}

/** Properties in a heap: the head of their tree, their records, and their texts, each an item of it. */
function propertyHeap(properties: PstExampleNode['properties']): Buffer {
  const values: Buffer[] = [];
  const records = Object.entries(properties).map(([id, value]) => {
    const record = Buffer.alloc(8);
    record.writeUInt16LE(Number(id), 0);
    record.writeUInt16LE(typeof value === 'number' ? 0x0003 : 0x001f, 2);
    if (typeof value === 'string') values.push(Buffer.from(value, 'utf16le'));
    record.writeUInt32LE(typeof value === 'number' ? value : (values.length + 2) << 5, 4);
    return record;
  });
  const tree = Buffer.from([0xb5, 2, 6, 0, 0x40, 0, 0, 0]);
  const items = [tree, Buffer.concat(records), ...values];
  const head = Buffer.alloc(12);
  const map = Buffer.alloc(4 + (items.length + 1) * 2);
  map.writeUInt16LE(items.length, 0);
  let at = head.length;
  items.forEach((item, index) => {
    map.writeUInt16LE(at, 4 + index * 2);
    at += item.length;
  });
  map.writeUInt16LE(at, 4 + items.length * 2);
  head.writeUInt16LE(at, 0);
  head.writeUInt8(0xec, 2);
  head.writeUInt8(0xbc, 3);
  head.writeUInt32LE(0x20, 4);
  return Buffer.concat([head, ...items, map]);
}
