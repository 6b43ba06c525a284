import type { Entry, ZipFile } from 'yauzl';
import { membersOf, openArchive, unpackedBytes } from '../archive/zip-archive.ts';
import { checkExpansion, DamagedContent } from './damage.ts';
import { limits } from './limits.ts';

export interface ZipMember {
  /** For display only: nothing is ever written under it. */
  readonly name: string;
  readonly chunks: AsyncIterable<Buffer>;
  /** Why it cannot be read at all. */
  readonly problem: string | undefined;
}

/**
 * The files of a zip archive in the order of its directory. Damage is told as a member of its own, so that it is counted
 * like any other file that could not be read.
 */
export async function* zipMembers(path: string): AsyncGenerator<ZipMember> {
  let zip: ZipFile;
  try {
    zip = await openArchive(path);
  } catch (error) {
    yield { name: '?', chunks: nothing(), problem: `the zip archive is damaged: ${messageOf(error)}` };
    return;
  }
  try {
    let count = 0;
    for await (const entry of membersOf(zip)) {
      const name = printable(entry.fileName);
      if (name.endsWith('/')) continue;
      count += 1;
      if (count > limits.archiveMembers) {
        yield {
          name: '…',
          chunks: nothing(),
          problem: `more than ${limits.archiveMembers} members: the rest is not read`,
        };
        return;
      }
      if (entry.isEncrypted()) yield { name, chunks: nothing(), problem: 'the member is encrypted' };
      else yield { name, chunks: contents(zip, entry), problem: undefined };
    }
  } catch (error) {
    yield { name: '?', chunks: nothing(), problem: `the zip archive is damaged: ${messageOf(error)}` };
  } finally {
    zip.close();
  }
}

async function* contents(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let expanded = 0;
  try {
    for await (const chunk of unpackedBytes(zip, entry)) {
      expanded += chunk.length;
      checkExpansion(expanded, entry.compressedSize);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof DamagedContent ? error : new DamagedContent(`the member is damaged: ${messageOf(error)}`);
  }
}

async function* nothing(): AsyncGenerator<Buffer> {}

function printable(name: string | Buffer): string {
  return String(name).replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
