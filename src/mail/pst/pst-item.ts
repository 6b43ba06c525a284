import { unreadableBy } from '../archive/unpack.ts';
import { mailLimits } from '../limits.ts';
import type { MapiAttachment, MapiItem } from '../mapi/mapi-item.ts';
import { type MapiProperties, property } from '../mapi/mapi-property.ts';
import type { BlockStore } from './block-store.ts';
import { PropertyContext } from './property-context.ts';
import { tableRows } from './table-context.ts';

const recipientTable = 0x0692;
const attachmentKind = 0x05;

/** A message, or whatever else a folder has, with its recipients and attachments. @throws Unreadable */
export function pstItem(store: BlockStore, data: number, subNodes: number): MapiItem {
  const properties = new PropertyContext(store, data, subNodes);
  const damage: string[] = [];
  const parts = properties.heap.subNodes;
  const attempt = <T>(what: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      damage.push(`${what}: ${unreadableBy(error).message}`);
      return undefined;
    }
  };
  const table = parts.get(recipientTable);
  const recipients: MapiProperties[] =
    table === undefined ? [] : (attempt('recipients', () => tableRows(store, table, mailLimits.partsOfMessage)) ?? []);
  // Each attachment is a part of the node; the table of them says no more.
  const attachments: MapiAttachment[] = [...parts.values()]
    .filter(({ node }) => (node & 0x1f) === attachmentKind)
    .toSorted((one, other) => one.node - other.node)
    .flatMap((part) => attempt('an attachment', () => attachmentOf(store, part.data, part.subNodes)) ?? []);
  return { properties, recipients, attachments, damage };
}

function attachmentOf(store: BlockStore, data: number, subNodes: number): MapiAttachment {
  const properties = new PropertyContext(store, data, subNodes);
  return {
    properties,
    embedded() {
      const value = properties.get(property.attachmentData);
      if (value === undefined || value.bytes.length < 4) return undefined;
      const part = properties.heap.subNodes.get(value.bytes.readUInt32LE(0));
      return part === undefined ? undefined : pstItem(store, part.data, part.subNodes);
    },
  };
}
