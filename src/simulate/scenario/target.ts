import type { Population } from '../population/population.ts';
import type { Chronicle } from './chronicle.ts';

/** A tenant, and what the intruder leaves in its logs. */
export interface Target {
  readonly population: Population;
  readonly chronicle: Chronicle;
}
