import { type CompoundExample, compoundFile } from './compound-file.ts';

/** A message of an example, as properties by number: a text, bytes, or a whole number. */
export interface MsgExample {
  readonly properties: Readonly<Record<number, string | Buffer | number>>;
  readonly recipients?: readonly MsgExample['properties'][];
  /** Attached files, or a message under the number 0x3701. */
  readonly attachments?: readonly { readonly properties: MsgExample['properties']; readonly message?: MsgExample }[];
}

/** An Outlook message file (MS-OXMSG). */
export function msgFile(message: MsgExample): Buffer {
  return compoundFile(entriesOf(message, 32));
}

function entriesOf(message: MsgExample, header: number): CompoundExample[] {
  const { properties, recipients = [], attachments = [] } = message;
  const number = (index: number): string => index.toString(16).toUpperCase().padStart(8, '0');
  return [
    ...propertyStreams(properties, header),
    ...recipients.map((each, index) => ({
      name: `__recip_version1.0_#${number(index)}`,
      content: propertyStreams(each, 8),
    })),
    ...attachments.map((each, index) => ({
      name: `__attach_version1.0_#${number(index)}`,
      content: [
        ...propertyStreams(each.properties, 8),
        ...(each.message === undefined ? [] : [{ name: '__substg1.0_3701000D', content: entriesOf(each.message, 24) }]),
      ],
    })),
  ];
}

function propertyStreams(properties: MsgExample['properties'], header: number): CompoundExample[] {
  const streams: CompoundExample[] = [];
  const rows: Buffer[] = [Buffer.alloc(header)];
  for (const [key, value] of Object.entries(properties)) {
    const id = Number(key);
    const row = Buffer.alloc(16);
    row.writeUInt16LE(id, 2);
    rows.push(row);
    if (typeof value === 'number') {
      row.writeUInt16LE(0x0003, 0);
      row.writeInt32LE(value, 8);
      continue;
    }
    const type = typeof value === 'string' ? 0x001f : 0x0102;
    const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : value;
    row.writeUInt16LE(type, 0);
    row.writeUInt32LE(bytes.length, 8);
    const tag = `${id.toString(16).padStart(4, '0')}${type.toString(16).padStart(4, '0')}`.toUpperCase();
    streams.push({ name: `__substg1.0_${tag}`, content: bytes });
  }
  return [...streams, { name: '__properties_version1.0', content: Buffer.concat(rows) }];
}
