import { discover } from '../discover/discover.ts';
import type { Content, Reader } from './reader.ts';

let readers: Promise<readonly Reader[]> | undefined;

/** Every `*.reader` file of the folder `reader/`, by name. */
export function allReaders(): Promise<readonly Reader[]> {
  readers ??= discover<Reader>(new URL('./reader/', import.meta.url), 'reader');
  return readers;
}

/** The reader that is surest of the content; undefined if none knows it. */
export async function readerOf(
  content: Pick<Content, 'name' | 'mediaType' | 'sizeBytes' | 'head'>,
): Promise<Reader | undefined> {
  let best: { readonly reader: Reader; readonly sureness: number } | undefined;
  for (const reader of await allReaders()) {
    const sureness = reader.recognise(content);
    if (sureness > (best?.sureness ?? 0)) best = { reader, sureness };
  }
  return best?.reader;
}
