import { discover } from '../discover/discover.ts';
import type { Source } from './source.ts';

let sources: Promise<readonly Source[]> | undefined;

/** Every `*.source` file of this folder, by id. */
export function allSources(): Promise<readonly Source[]> {
  sources ??= discover<Source>(new URL('./', import.meta.url), 'source');
  return sources;
}
