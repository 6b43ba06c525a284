const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** An ISO 8601 time in microseconds; one that names no zone is UTC. Undefined if the value is none. */
export function instantOf(value: unknown): number | undefined {
  const [, date, clock, fraction = '', zone = 'Z'] = (typeof value === 'string' && pattern.exec(value)) || [];
  if (date === undefined || clock === undefined) return undefined;
  // JavaScript takes the 31st of February for a day in March.
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) return undefined;
  const milliseconds = Date.parse(`${date}T${clock}${zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2').toUpperCase()}`);
  const microseconds = Number(fraction.slice(1, 7).padEnd(6, '0'));
  return Number.isNaN(milliseconds) ? undefined : milliseconds * 1000 + microseconds;
}

/** The week whose Thursday is in the same year; the first of a year is that with its first Thursday. */
function isoWeek(date: Date): number {
  const daysSinceMonday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - daysSinceMonday + 3),
  );
  const dayOfYear = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000;
  return Math.floor(dayOfYear / 7) + 1;
}

/** What the time modifiers take out of a time, in UTC. */
export const timeParts: ReadonlyMap<string, (date: Date) => number> = new Map([
  ['minute', (date) => date.getUTCMinutes()],
  ['hour', (date) => date.getUTCHours()],
  ['day', (date) => date.getUTCDate()],
  ['week', isoWeek],
  ['month', (date) => date.getUTCMonth() + 1],
  ['year', (date) => date.getUTCFullYear()],
]);

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** The microseconds of a `timespan`, undefined if it is none. */
export function spanOf(value: unknown): number | undefined {
  const [, digits, unit] = (typeof value === 'string' && /^(\d+)([smhd])$/.exec(value)) || [];
  const span = Number(digits) * (secondsOf[unit ?? ''] ?? 0) * 1_000_000;
  return span > 0 ? span : undefined;
}
