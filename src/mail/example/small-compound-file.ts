/** A compound file for examples of readers: every stream is filled up to 4,096 bytes, so that no small sectors are needed. */
export function smallCompoundFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(streams);
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const head = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.fill(0, 8, 24);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.fill(0, 34, 44);
  head.writeUInt32LE(1, 44);
  head.writeUInt32LE(1, 48);
  head.writeUInt32LE(0, 52);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(0, 64);
  head.writeUInt32LE(0, 72);
  head.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  const chain = (start: number, length: number) => {
    for (let at = 0; at < length; at += 1)
      table.writeUInt32LE(at + 1 < length ? start + at + 1 : 0xfffffffe, (start + at) * 4);
  };
  chain(1, directorySectors);
  const directory = Buffer.alloc(directorySectors * 512);
  const entry = (index: number, name: string, type: number, start: number, size: number) => {
    directory.write(name, index * 128, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, index * 128 + 64);
    directory[index * 128 + 66] = type;
    directory.writeUInt32LE(start, index * 128 + 116);
    directory.writeUInt32LE(size, index * 128 + 120);
  };
  entry(0, 'Root Entry', 5, 0xfffffffe, 0);
  const contents = names.map((name, index) => {
    const start = 1 + directorySectors + index * 8;
    entry(index + 1, name, 2, start, 4096);
    chain(start, 8);
    return Buffer.concat([streams[name] ?? Buffer.alloc(0), Buffer.alloc(4096)]).subarray(0, 4096);
  });
  return Buffer.concat([head, table, directory, ...contents]);
}
