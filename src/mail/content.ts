import { createReadStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { mailLimits } from './limits.ts';
import { type Content, headBytes } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** A file on disk as a content. */
export async function fileContent(path: string, scratch: string = tmpdir()): Promise<Content> {
  const { size } = await stat(path);
  const head = Buffer.alloc(Math.min(size, headBytes));
  const file = await open(path);
  try {
    await file.read(head, 0, head.length, 0);
  } finally {
    await file.close();
  }
  return {
    name: basename(path),
    mediaType: '',
    sizeBytes: size,
    head,
    scratch,
    bytes: async () => {
      checkSize(size);
      return readFile(path);
    },
    chunks: () => createReadStream(path, { highWaterMark: 1024 * 1024 }),
    path: async () => path,
  };
}

/** Bytes in memory as a content; `release` removes what it laid on disk. */
export function bytesContent(
  bytes: Buffer,
  name: string,
  mediaType: string,
  scratch: string = tmpdir(),
): Content & { readonly release: () => Promise<void> } {
  let folder: string | undefined;
  return {
    name,
    mediaType,
    sizeBytes: bytes.length,
    head: bytes.subarray(0, headBytes),
    scratch,
    bytes: async () => {
      checkSize(bytes.length);
      return bytes;
    },
    chunks: async function* chunks() {
      yield bytes;
    },
    path: async () => {
      folder ??= await mkdtemp(join(scratch, 'part-'));
      // The name from inside is untrusted and not used.
      const path = join(folder, 'part');
      await writeFile(path, bytes, { mode: 0o600 });
      return path;
    },
    release: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function checkSize(size: number): void {
  if (size > mailLimits.partBytes)
    throw new Unreadable(
      'too-large',
      `${size} bytes are more than the ${mailLimits.partBytes} that are held in memory`,
    );
}
