import { discover } from '../discover/discover.ts';
import type { DirectorySource } from './directory-source.ts';
import type { Source } from './source.ts';

/** A format of events or of directories. */
export type AnySource = Source | DirectorySource;

let sources: Promise<readonly AnySource[]> | undefined;

/** Every `*.source` file of this folder and of `directory/`, events first, by id. */
export function allSources(): Promise<readonly AnySource[]> {
  sources ??= Promise.all([
    discover<Source>(new URL('./', import.meta.url), 'source'),
    discover<DirectorySource>(new URL('./directory/', import.meta.url), 'source'),
  ]).then((kinds) => kinds.flat());
  return sources;
}
