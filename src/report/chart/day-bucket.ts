const dayLength = 86_400_000;

/** Days of a picture put together so that it has at most so many bars. */
export interface DayBuckets {
  /** First day of each bucket, e.g. `2024-01-12`. */
  readonly starts: readonly string[];
  /** Days in a bucket: 1, 7, 28 and so on. */
  readonly days: number;
  /** Number of the bucket that a day falls into; may lie outside for a day outside. */
  readonly indexOf: (day: string) => number;
}

const lengths = [1, 7, 28, 91, 364, 1820, 18_200];

/** Buckets from the first day to the last. Weeks and longer begin at the first day. */
export function bucketDays(first: string, last: string, maxBuckets: number): DayBuckets {
  const start = Date.parse(first);
  const total = Math.round((Date.parse(last) - start) / dayLength) + 1;
  const days = lengths.find((length) => total / length <= maxBuckets) ?? total;
  const starts = Array.from({ length: Math.ceil(total / days) }, (_, index) =>
    new Date(start + index * days * dayLength).toISOString().slice(0, 10),
  );
  return { starts, days, indexOf: (day) => Math.floor(Math.round((Date.parse(day) - start) / dayLength) / days) };
}

/** Says what a bar stands for: `day`, `7 days` … */
export function bucketName({ days }: DayBuckets): string {
  return days === 1 ? 'day' : `${days} days`;
}

/** For a category axis: whether the bucket of this number gets a label, so that at most `maxLabels` do. */
export function labelEvery(buckets: DayBuckets, maxLabels: number): (index: number) => boolean {
  const step = Math.ceil(buckets.starts.length / maxLabels);
  // Not close to the edges, where a label would be cut.
  const offset = Math.floor(step / 2);
  const last = buckets.starts.length - 1 - (step === 1 ? 0 : Math.ceil(step / 3));
  return (index) => index % step === offset && index <= last;
}
