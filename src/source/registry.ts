import { readdir } from 'node:fs/promises';
import type { Source } from './source.ts';

let sources: Promise<readonly Source[]> | undefined;

/**
 * Every `*.source` file of this folder, by id. A new format is a new file; nothing is registered by hand.
 */
export function allSources(): Promise<readonly Source[]> {
  sources ??= scan();
  return sources;
}

async function scan(): Promise<readonly Source[]> {
  const files = (await readdir(new URL('./', import.meta.url))).filter((name) => /\.source\.(ts|js)$/.test(name));
  const loaded = await Promise.all(
    files.toSorted().map(async (file) => {
      const module = (await import(new URL(file, import.meta.url).href)) as { default: Source };
      return module.default;
    }),
  );
  return loaded.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
