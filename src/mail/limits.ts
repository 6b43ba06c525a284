/** Bounds against hostile mail. Ordinary mail is far below each of them: Exchange Online takes messages of at most 150 MB. */
export const mailLimits = {
  /** One message or part in memory. */
  partBytes: 200 * 1024 * 1024,
  /** Messages and parts within each other: a forwarded mail with an archive of mails needs five or six. */
  depth: 24,
  /** Parts of one message, all depths together. */
  partsOfMessage: 5_000,
  /** Text of one part: what comes after is counted as not examined. */
  textCharacters: 50_000_000,
  /** Header lines of one message together. */
  headerBytes: 2 * 1024 * 1024,
  /** What archives and packed documents within one file may unpack to, all together … */
  expandedBytes: 2 * 1024 * 1024 * 1024,
  /** … or this many times its size, if that is more: a package of an export has mailboxes of many gigabytes. */
  expandedTimes: 20,
  /** One member may expand to this size whatever its ratio; beyond it the ratio counts. */
  expandedBytesFree: 64 * 1024 * 1024,
  expansionRatio: 250,
  /** Members of one archive. */
  archiveMembers: 100_000,
} as const;
