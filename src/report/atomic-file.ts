import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../shape/fault.ts';

/** Writes text; waits while the disk is behind. */
type WriteText = (text: string) => Promise<void>;

/**
 * Lets `fill` write a temporary file beside `name` and gives it its name when it is complete, so that nobody ever reads
 * half a file. If `fill` fails, an older file of that name stays as it was.
 *
 * @throws Fault `disk-full` or `path-unreadable`.
 */
export async function replaceFile(
  directory: string,
  name: string,
  fill: (temporaryPath: string) => Promise<void>,
): Promise<void> {
  const temporaryPath = join(directory, `.${name}.partial`);
  try {
    await fill(temporaryPath);
    await rename(temporaryPath, join(directory, name));
  } catch (error) {
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    throw toFault(error, join(directory, name));
  }
}

/** The same for text that is made piece by piece; it is on the disk before the file gets its name. */
export async function replaceTextFile(
  directory: string,
  name: string,
  fill: (write: WriteText) => Promise<void>,
): Promise<void> {
  await replaceFile(directory, name, async (temporaryPath) => {
    const file = await open(temporaryPath, 'w');
    try {
      await fillBuffered(file, fill);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/**
 * Makes the folder that takes the files, with those above it, unless it is there.
 *
 * @throws Fault `disk-full` or `path-unreadable`.
 */
export async function makeFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    throw toFault(error, directory);
  }
}

const bufferLength = 1 << 18;

async function fillBuffered(file: FileHandle, fill: (write: WriteText) => Promise<void>): Promise<void> {
  let waiting: string[] = [];
  let length = 0;
  const flush = async () => {
    const text = waiting.join('');
    waiting = [];
    length = 0;
    await file.writeFile(text);
  };
  await fill(async (text) => {
    waiting.push(text);
    length += text.length;
    if (length >= bufferLength) await flush();
  });
  await flush();
}

const refusals = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST']);

function toFault(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Fault('disk-full', 'the disk that takes the report is full', {
      place: { file },
      hint: 'Free some space and run the same command again.',
      cause: error,
    });
  }
  if (typeof code === 'string' && refusals.has(code)) {
    return new Fault('path-unreadable', 'the report cannot be written here', {
      place: { file },
      hint: 'Choose an existing folder that you may write to.',
      cause: error,
    });
  }
  return error;
}
