import type { CompoundEntry, CompoundFile } from '../compound/compound-file.ts';
import { mailLimits } from '../limits.ts';
import type { MapiItem } from '../mapi/mapi-item.ts';
import { type MapiProperties, type MapiValue } from '../mapi/mapi-property.ts';

const attachmentStorage = /^__attach_version1\.0_#/;
const recipientStorage = /^__recip_version1\.0_#/;
const valueStream = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})$/i;

/** How many bytes stand before the properties: at the top, in a message within, in a recipient or attachment (MS-OXMSG 2.4.1). */
const headerBytes = { top: 32, within: 24, other: 8 } as const;

/** A message of an Outlook file, or one that is attached to it. */
export function msgItem(file: CompoundFile, storage?: CompoundEntry): MapiItem {
  const children = file.children(storage);
  const storages = children.filter(({ isStorage }) => isStorage);
  return {
    properties: propertiesOf(file, children, storage === undefined ? headerBytes.top : headerBytes.within),
    recipients: storages
      .filter(({ name }) => recipientStorage.test(name))
      .slice(0, mailLimits.partsOfMessage)
      .map((each) => propertiesOf(file, file.children(each), headerBytes.other)),
    attachments: storages
      .filter(({ name }) => attachmentStorage.test(name))
      .map((each) => {
        const parts = file.children(each);
        const inner = parts.find(({ name, isStorage }) => isStorage && /^__substg1\.0_3701000d$/i.test(name));
        return {
          properties: propertiesOf(file, parts, headerBytes.other),
          embedded: () => (inner === undefined ? undefined : msgItem(file, inner)),
        };
      }),
    // Streams are read when they are asked for, so that this list grows; it is told for the outermost message.
    damage: storage === undefined ? file.damage : [],
  };
}

/** Properties of a storage: short ones stand in one stream, each long one is a stream of its own. */
function propertiesOf(file: CompoundFile, children: readonly CompoundEntry[], header: number): MapiProperties {
  const streams = new Map<number, { readonly type: number; readonly entry: CompoundEntry }>();
  for (const entry of children) {
    const found = entry.isStorage ? null : valueStream.exec(entry.name);
    if (found !== null)
      streams.set(Number.parseInt(found[1] ?? '', 16), { type: Number.parseInt(found[2] ?? '', 16), entry });
  }
  const short = new Map<number, MapiValue>();
  const list = children.find(({ name }) => name === '__properties_version1.0');
  const bytes = list === undefined ? Buffer.alloc(0) : file.stream(list);
  for (let at = header; at + 16 <= bytes.length; at += 16) {
    const type = bytes.readUInt16LE(at);
    // Of long ones only the length stands here.
    if (![0x001e, 0x001f, 0x0102, 0x000d, 0x0048].includes(type) && (type & 0x1000) === 0)
      short.set(bytes.readUInt16LE(at + 2), { type, bytes: bytes.subarray(at + 8, at + 16) });
  }
  return {
    ids: streams.keys(),
    get(id): MapiValue | undefined {
      const stream = streams.get(id);
      return stream === undefined ? short.get(id) : { type: stream.type, bytes: file.stream(stream.entry) };
    },
  };
}

/** Whether the file is a message, and not a document of old Office. */
export function isMessage(file: CompoundFile): boolean {
  return file
    .children()
    .some(({ name }) => name === '__properties_version1.0' || /^__substg1\.0_(?:001a|0037)/i.test(name));
}

/** Storages that only messages have, by their names in the directory: for recognition by the first bytes. */
export const messageMarks = ['__properties_version1.0', '__nameid_version1.0', '__substg1.0_'].map((name) =>
  Buffer.from(name, 'utf16le'),
);
