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

const hours = [1, 3, 6, 12].map((count) => count * hour);
const days = [1, 2, 4, 7, 14, 28, 56, 91, 182, 364, 728, 1820, 3640].map((count) => count * day);
const steps: readonly number[] = [minute, 5 * minute, 15 * minute, ...hours, ...days];

/** An axis from the first to the last time with at most `maxMarks` marks, and a little room at both ends. */
export function timeAxis(first: number, last: number, maxMarks: number): TimeAxis {
  const room = Math.max((last - first) * 0.03, 2 * minute);
  const min = first - room;
  const max = last + room;
  const step = stepFor((max - min) / maxMarks);
  const marks: number[] = [];
  for (let mark = Math.ceil(min / step) * step; mark <= max; mark += step) marks.push(mark);
  return { min, max, marks, format: (time) => formatTime(time, step) };
}

/** The first of the usual steps that is longer than `length`, or as many ten-year steps as it takes. */
function stepFor(length: number): number {
  return steps.find((step) => step > length) ?? 3640 * day * (Math.floor(length / (3640 * day)) + 1);
}

function formatTime(time: number, step: number): string {
  const text = new Date(time).toISOString();
  return step >= day ? text.slice(0, 10) : `${text.slice(5, 10)} ${text.slice(11, 16)}`;
}
