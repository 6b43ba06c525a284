import { nodePages, PageTree } from './page-tree.ts';
import { type PstFile, wideAt } from './pst-file.ts';

/** An entry of the tree of nodes: a folder, an item, a table of theirs. */
export interface PstNode {
  readonly node: number;
  readonly kind: number;
  /** Node of the folder in which it lies. */
  readonly parent: number;
  readonly data: number;
  readonly subNodes: number;
}

/** Kinds of nodes (MS-PST 2.2.2.1). */
export const nodeKind = { folder: 0x02, item: 0x04, hiddenItem: 0x08 } as const;

/** All nodes of a file, one at a time, so that neither its size nor damage to a folder's table matters. */
export function* pstNodes(
  file: PstFile,
  kinds: readonly number[],
  onDamage: (detail: string) => void,
): Generator<PstNode> {
  const { isWide } = file.layout;
  for (const entry of new PageTree(file, nodePages, file.nodeTreeAt).entries(onDamage)) {
    const node = entry.readUInt32LE(0);
    if (!kinds.includes(node & 0x1f) || entry.length < (isWide ? 28 : 16)) continue;
    yield {
      node,
      kind: node & 0x1f,
      data: isWide ? wideAt(entry, 8) : entry.readUInt32LE(4),
      subNodes: isWide ? wideAt(entry, 16) : entry.readUInt32LE(8),
      parent: entry.readUInt32LE(isWide ? 24 : 12),
    };
  }
}
