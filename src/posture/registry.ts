import { discover } from '../discover/discover.ts';
import type { Check } from './check.ts';

let checks: Promise<readonly Check[]> | undefined;

/** Every `*.check` file of the folder `check/`, by id. */
export function allChecks(): Promise<readonly Check[]> {
  checks ??= discover<Check>(new URL('./check/', import.meta.url), 'check');
  return checks;
}
