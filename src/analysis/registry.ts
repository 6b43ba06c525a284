import { discover } from '../discover/discover.ts';
import type { Analysis } from './analysis.ts';

/** Every `*.analysis` file of this folder, by id. */
export function allAnalyses(): Promise<readonly Analysis[]> {
  return discover<Analysis>(new URL('./', import.meta.url), 'analysis');
}
