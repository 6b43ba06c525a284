import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileContent } from '../content.ts';
import { mailLimits } from '../limits.ts';
import type { Piece } from '../piece.ts';
import { Unreadable } from '../unreadable.ts';

/** A member of an archive, as its own bytes are about to be unpacked. */
export interface Member {
  /** Path within the archive, as it stands there: untrusted, and never a path to write to. */
  readonly path: string;
  /** Bytes as they are packed, for the bound on expansion; undefined if nothing is packed. */
  readonly packedBytes: number | undefined;
  readonly chunks: AsyncIterable<Buffer>;
  readonly scratch: string;
}

/**
 * Unpacks one member: small ones into memory, large ones into a file that is removed afterwards. Where it breaks or expands beyond all
 * bounds, what came before is given and the rest said to be unread.
 */
export async function* unpack(member: Member): AsyncGenerator<Piece> {
  const { path: place } = member;
  const name = lastStep(place);
  const held: Buffer[] = [];
  let bytes = 0;
  let trouble: Unreadable | undefined;
  const bounded = boundedChunks(member);
  const next = async (): Promise<Buffer | undefined> => {
    try {
      const step = await bounded.next();
      return step.done === true ? undefined : step.value;
    } catch (error) {
      trouble = unreadableBy(error);
      return undefined;
    }
  };
  try {
    let chunk = await next();
    for (; chunk !== undefined && bytes + chunk.length <= mailLimits.partBytes; chunk = await next()) {
      held.push(chunk);
      bytes += chunk.length;
    }
    if (chunk === undefined) {
      if (bytes > 0 || trouble === undefined)
        yield { kind: 'part', place, name, mediaType: '', bytes: Buffer.concat(held.splice(0)) };
    } else {
      const folder = await mkdtemp(join(member.scratch, 'member-'));
      try {
        const file = join(folder, 'member');
        await writeAll(file, held, chunk, next);
        const content = await fileContent(file, member.scratch);
        yield { kind: 'file', place, name, mediaType: '', content: { ...content, name } };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    if (trouble !== undefined) yield { kind: 'unread', place, name, reason: trouble.reason, detail: trouble.message };
  } finally {
    await bounded.return(undefined);
  }
}

/** File name of a path within an archive, whichever way its steps are parted. */
export function lastStep(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

/** A path from an archive as it may be shown: without characters that move the cursor or hide what stands before. */
export function shownPath(path: string): string {
  return path.slice(0, 1000).replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}

async function* boundedChunks({ chunks, packedBytes }: Member): AsyncGenerator<Buffer> {
  let expanded = 0;
  for await (const chunk of chunks) {
    expanded += chunk.length;
    if (
      packedBytes !== undefined &&
      expanded > mailLimits.expandedBytesFree &&
      expanded > packedBytes * mailLimits.expansionRatio
    )
      throw new Unreadable('too-large', `it expands more than ${mailLimits.expansionRatio}-fold: not read further`);
    yield chunk;
  }
}

async function writeAll(
  file: string,
  held: Buffer[],
  first: Buffer,
  next: () => Promise<Buffer | undefined>,
): Promise<void> {
  const all = async function* (): AsyncGenerator<Buffer> {
    yield* held.splice(0);
    for (let chunk: Buffer | undefined = first; chunk !== undefined; chunk = await next()) yield chunk;
  };
  await pipeline(all, createWriteStream(file, { mode: 0o600 }));
}

/** What went wrong, as a reason that something was not read. */
export function unreadableBy(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  return new Unreadable('damaged', error instanceof Error ? error.message : String(error), { cause: error });
}
