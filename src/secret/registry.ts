import { discover } from '../discover/discover.ts';
import type { SecretPattern } from './pattern.ts';

let patterns: Promise<readonly SecretPattern[]> | undefined;

/** Every `*.pattern` file of the folder `pattern/`, by kind. */
export function allPatterns(): Promise<readonly SecretPattern[]> {
  patterns ??= discover<SecretPattern>(new URL('./pattern/', import.meta.url), 'pattern');
  return patterns;
}
