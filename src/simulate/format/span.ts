import type { Instant } from '../../shape/instant.ts';

/** First and last time of records in any order, for file names. Throws a RangeError without records. */
export function spanOf<Record>(
  records: readonly Record[],
  timeOf: (record: Record) => Instant,
): { first: Instant; last: Instant } {
  const times = records.map(timeOf).toSorted();
  const first = times.at(0);
  const last = times.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('no records');
  return { first, last };
}

/** Records in groups by a key, groups and records in order of first appearance. */
export function groupBy<Record, Key>(
  records: readonly Record[],
  keyOf: (record: Record) => Key,
): [Key, [Record, ...Record[]]][] {
  const groups = new Map<Key, [Record, ...Record[]]>();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group === undefined) groups.set(keyOf(record), [record]);
    else group.push(record);
  }
  return [...groups];
}

/** Records in pages of at most `pageSize`; all in one page without it. */
export function pagesOf<Record>(records: readonly Record[], pageSize = Number.POSITIVE_INFINITY): Record[][] {
  const pages: Record[][] = [];
  for (let start = 0; start < records.length; start += pageSize) pages.push(records.slice(start, start + pageSize));
  return pages;
}
