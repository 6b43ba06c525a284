const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A span of time with round marks in it, all in milliseconds since 1970 (UTC). */
export interface TimeAxis {
  readonly min: number;
  readonly max: number;
  readonly marks: readonly number[];
  readonly format: (time: number) => string;
}

const steps = [
  minute,
  5 * minute,
  15 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  4 * day,
  7 * day,
  14 * day,
];
steps.push(...[28, 56, 91, 182, 364, 728, 1820, 3640].map((days) => days * day));

/** An axis from the first to the last time with at most `maxMarks` marks, and a little room at both ends. */
export function timeAxis(first: number, last: number, maxMarks: number): TimeAxis {
  const room = Math.max((last - first) * 0.03, 2 * minute);
  const min = first - room;
  const max = last + room;
  const step = steps.find((length) => (max - min) / length <= maxMarks) ?? 7280 * day;
  const marks: number[] = [];
  for (let mark = Math.ceil(min / step) * step; mark <= max; mark += step) marks.push(mark);
  return { min, max, marks, format: (time) => formatTime(time, step) };
}

function formatTime(time: number, step: number): string {
  const text = new Date(time).toISOString();
  return step >= day ? text.slice(0, 10) : `${text.slice(5, 10)} ${text.slice(11, 16)}`;
}
