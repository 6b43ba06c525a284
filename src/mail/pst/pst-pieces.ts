import { unreadableBy } from '../archive/unpack.ts';
import { mapiMessage } from '../mapi/mapi-message.ts';
import type { Piece } from '../piece.ts';
import { BlockStore } from './block-store.ts';
import { PstFile } from './pst-file.ts';
import { type PstFolder, pstFolders } from './pst-folder.ts';
import { pstItem } from './pst-item.ts';
import { nodeKind, pstNodes } from './pst-node.ts';

/**
 * All items of a PST or OST file, of whatever kind and in whatever folder, also those that no folder has any more. In the end each
 * folder is compared with how many items it says it has, and the difference is told.
 */
export function* pstPieces(path: string): Generator<Piece> {
  const file = new PstFile(path);
  try {
    const store = new BlockStore(file);
    const damage: string[] = [];
    const folders = pstFolders(
      store,
      pstNodes(file, [nodeKind.folder], (detail) => damage.push(detail)),
    );
    for (const { path, damage: detail } of folders.values())
      if (detail !== '')
        yield { kind: 'unread', place: path, name: '', reason: 'damaged', detail: `the folder itself: ${detail}` };
    // Damage of pages was told by the first pass already.
    for (const node of pstNodes(file, [nodeKind.item, nodeKind.hiddenItem], () => undefined)) {
      const isHidden = node.kind === nodeKind.hiddenItem;
      const folder = folderOf(folders, node.parent, isHidden);
      const place = `${folder.path}, ${isHidden ? 'hidden item' : 'message'} ${folder.given + folder.unread + 1}`;
      try {
        const piece = mapiMessage(pstItem(store, node.data, node.subNodes), place, folder.path);
        folder.given += 1;
        yield piece;
      } catch (error) {
        const { reason, message } = unreadableBy(error);
        folder.unread += 1;
        yield { kind: 'unread', place, name: '', reason, detail: message };
      }
    }
    for (const detail of damage.slice(0, 100))
      yield { kind: 'unread', place: 'tree of nodes', name: '', reason: 'damaged', detail };
    for (const folder of folders.values()) {
      const missing = (folder.itemCount ?? 0) - folder.given - folder.unread;
      if (missing > 0)
        yield {
          kind: 'unread',
          place: folder.path,
          name: '',
          reason: 'damaged',
          detail: `the folder says that it has ${folder.itemCount} items; ${missing} of them are not in the file or cannot be found`,
        };
    }
  } finally {
    file.close();
  }
}

/** The folder of an item; what lies in none gets one, and hidden items are counted apart from the others. */
function folderOf(folders: Map<number, PstFolder>, node: number, isHidden: boolean): PstFolder {
  // No node has a negative number.
  const key = isHidden ? -node - 1 : node;
  const known = folders.get(key);
  if (known !== undefined) return known;
  const path = folders.get(node)?.path ?? 'in no folder';
  const made = { path, itemCount: undefined, damage: '', given: 0, unread: 0 };
  folders.set(key, made);
  return made;
}
