/** A storage or stream of an example. */
export interface CompoundExample {
  readonly name: string;
  readonly content: Buffer | readonly CompoundExample[];
}

const sectorBytes = 512;
const end = 0xfffffffe;
const none = 0xffffffff;

/** A compound file (MS-CFB) of these entries. Its streams are all short of 4096 bytes, so that they lie in the stream of small ones. */
export function compoundFile(entries: readonly CompoundExample[]): Buffer {
  const directory: Buffer[] = [];
  const mini: Buffer[] = [];
  const nextMini: number[] = [];
  const add = (
    name: string,
    kind: number,
    content: CompoundExample['content'],
  ): { index: number; write: (right: number) => void } => {
    const index = directory.length;
    const entry = Buffer.alloc(128);
    directory.push(entry);
    entry.write(name, 0, 62, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry.writeUInt8(kind, 66);
    entry.writeUInt8(1, 67);
    let child = none;
    let start = kind === 1 ? 0 : end;
    if (Buffer.isBuffer(content)) {
      if (content.length > 0) start = nextMini.length;
      entry.writeUInt32LE(content.length, 120);
      const sectors = Math.ceil(content.length / 64);
      for (let sector = 1; sector <= sectors; sector += 1)
        nextMini.push(sector === sectors ? end : nextMini.length + 1);
      mini.push(content, Buffer.alloc(sectors * 64 - content.length));
    } else {
      // A chain to the right, in the order of the names, is a tree as well.
      const order = content.toSorted(
        (one, other) => one.name.length - other.name.length || (one.name < other.name ? -1 : 1),
      );
      const added = order.map((each) => add(each.name, Buffer.isBuffer(each.content) ? 2 : 1, each.content));
      added.forEach(({ write }, at) => write(added[at + 1]?.index ?? none));
      child = added[0]?.index ?? none;
    }
    entry.writeUInt32LE(none, 68);
    entry.writeUInt32LE(none, 72);
    entry.writeUInt32LE(child, 76);
    entry.writeUInt32LE(start, 116);
    return { index, write: (right) => entry.writeUInt32LE(right, 72) };
  };
  add('Root Entry', 5, entries);
  const parts = [padded(Buffer.concat(directory)), padded(words(nextMini)), padded(Buffer.concat(mini))];
  const next: number[] = [];
  const starts = parts.map((part) => {
    const sectors = part.length / sectorBytes;
    const first = next.length;
    for (let sector = 1; sector <= sectors; sector += 1) next.push(sector === sectors ? end : next.length + 1);
    return sectors === 0 ? end : first;
  });
  const [directoryAt = end, miniTableAt = end, miniAt = end] = starts;
  const root = parts[0] ?? Buffer.alloc(0);
  root.writeUInt32LE(miniAt, 116);
  root.writeUInt32LE(parts[2]?.length ?? 0, 120);
  const tables = Math.ceil((next.length + 2) / 127);
  const tableAt = next.length;
  for (let table = 0; table < tables; table += 1) next.push(0xfffffffd);
  const header = Buffer.alloc(sectorBytes, 0xff, 'latin1');
  header.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(directoryAt, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(miniTableAt, 60);
  header.writeUInt32LE((parts[1]?.length ?? 0) / sectorBytes, 64);
  header.writeUInt32LE(end, 68);
  for (let table = 0; table < tables; table += 1) header.writeUInt32LE(tableAt + table, 76 + table * 4);
  const table = Buffer.alloc(tables * sectorBytes, 0xff);
  words(next).copy(table);
  return Buffer.concat([header, ...parts, table]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((sectorBytes - (bytes.length % sectorBytes)) % sectorBytes)]);
}

function words(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32LE(number, index * 4));
  return bytes;
}
