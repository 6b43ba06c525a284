import { unreadableBy } from '../archive/unpack.ts';
import { numberOf, property, textOf } from '../mapi/mapi-property.ts';
import type { BlockStore } from './block-store.ts';
import { PropertyContext } from './property-context.ts';
import type { PstNode } from './pst-node.ts';

/** A folder and what became of its items. */
export interface PstFolder {
  readonly path: string;
  /** What the folder says how many items it has; undefined if it cannot be read. */
  readonly itemCount: number | undefined;
  /** Items that came out, also those of which a part was not read. */
  given: number;
  /** Items that were said to be unread. */
  unread: number;
  /** Why the folder itself cannot be read, '' if it can. */
  readonly damage: string;
}

/** Folders within each other beyond this are a circle. */
const deepest = 200;

/** The folders of a PST by the numbers of their nodes. Names of folders that cannot be read are their numbers. */
export function pstFolders(store: BlockStore, nodes: Iterable<PstNode>): Map<number, PstFolder> {
  const own = new Map<number, { name: string; parent: number; itemCount: number | undefined; damage: string }>();
  for (const { node, parent, data, subNodes } of nodes) {
    try {
      const properties = new PropertyContext(store, data, subNodes);
      const name = textOf(properties, property.displayName).replaceAll('/', '\u2215');
      own.set(node, { name, parent, itemCount: numberOf(properties, property.contentCount), damage: '' });
    } catch (error) {
      own.set(node, { name: `folder ${node}`, parent, itemCount: undefined, damage: unreadableBy(error).message });
    }
  }
  const pathOf = (node: number): string => {
    const names: string[] = [];
    for (let at = own.get(node), next = node; at !== undefined && names.length < deepest; at = own.get(next)) {
      if (at.name !== '') names.unshift(at.name);
      if (at.parent === next) break;
      next = at.parent;
    }
    return names.join('/');
  };
  return new Map(
    [...own].map(([node, { itemCount, damage }]) => [
      node,
      { path: pathOf(node), itemCount, damage, given: 0, unread: 0 },
    ]),
  );
}
