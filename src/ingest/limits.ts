/**
 * Bounds against hostile or broken files. None of them is met by an export that a tenant really produced: the largest
 * records known (directory audits of mass changes) are some hundred kilobytes.
 */
export const limits = {
  /** A longer record is rejected, not read. */
  recordBytes: 16 * 1024 * 1024,
  /** Objects and lists within one record. */
  depth: 200,
  /** Archives within archives. */
  archiveDepth: 3,
  /** Members of one archive. */
  archiveMembers: 100_000,
  /** A member may expand to this size whatever its ratio; beyond it the ratio counts. Text logs compress 10 to 40 fold. */
  expandedBytesFree: 64 * 1024 * 1024,
  expansionRatio: 250,
  /** Text that the engine loads in one statement. */
  spoolBytes: 64 * 1024 * 1024,
  /** A smaller text goes by a table of its own to a statement that is planned once: planning takes longer than the reading. */
  stagedBytes: 2 * 1024 * 1024,
  /** Records longer than this, such as a group with all its members, are read by one reader, and less text of them at once. */
  longLineBytes: 1024 * 1024,
  /** The same for them, and for the first text of a file. */
  smallSpoolBytes: 16 * 1024 * 1024,
  /** Records that recognition looks at, per file and again for what nobody claimed. */
  samples: 50,
  /** Characters kept of a rejected record. */
  rejectionSample: 300,
} as const;
