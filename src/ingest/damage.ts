import { limits } from './limits.ts';

/** The contents of an evidence file could not be followed to their end; what came before stands. */
export class DamagedContent extends Error {}

/** @throws DamagedContent if text of this size cannot honestly come from so little. */
export function checkExpansion(expandedBytes: number, packedBytes: number): void {
  if (expandedBytes > limits.expandedBytesFree && expandedBytes > packedBytes * limits.expansionRatio) {
    throw new DamagedContent(`expands more than ${limits.expansionRatio} times: an archive bomb, reading stopped`);
  }
}
