import { posix } from 'node:path';
import { tellingLink } from '../text/telling-link.ts';
import type { DocumentPackage } from './document-package.ts';
import { readXml } from './xml-events.ts';

/** How one part of a package refers to others. */
export interface Relationships {
  /** Name of the part in the package, by id. */
  readonly parts: ReadonlyMap<string, string>;
  /** Targets outside that carry user-info or a token. */
  readonly tellingLinks: readonly string[];
}

/** The relationships of a part; none if they are missing or damaged, which the parts' own reading will show. */
export async function relationshipsOf(document: DocumentPackage, part: string): Promise<Relationships> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const parts = new Map<string, string>();
  const tellingLinks: string[] = [];
  if (!document.has(name)) return { parts, tellingLinks };
  try {
    await readXml(document.chunks(name), {
      open(element, { Id: id = '', Target: target = '', TargetMode: mode }) {
        if (element !== 'Relationship') return;
        const link = mode === 'External' ? tellingLink(target) : undefined;
        if (link !== undefined) tellingLinks.push(link);
        if (mode !== 'External') parts.set(id, target.startsWith('/') ? target.slice(1) : posix.join(folder, target));
      },
      close: () => undefined,
      text: () => undefined,
    });
  } catch {
    // The links read so far are good.
  }
  return { parts, tellingLinks };
}
