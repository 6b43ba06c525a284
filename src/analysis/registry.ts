import { readdir } from 'node:fs/promises';
import type { Analysis } from './analysis.ts';

/** Every `*.analysis` file of this folder, by id. */
export async function allAnalyses(): Promise<readonly Analysis[]> {
  const files = (await readdir(new URL('./', import.meta.url))).filter((name) => /\.analysis\.(ts|js)$/.test(name));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const module = (await import(new URL(file, import.meta.url).href)) as { default: Analysis };
      return module.default;
    }),
  );
}
