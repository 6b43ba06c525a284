export const dayMs = 86_400_000;

/** `YYYY-MM-DD` as days since 1970. Throws a RangeError for anything else. */
export function dayNumber(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / dayMs;
  if (!Number.isInteger(number)) throw new RangeError(`${day} is no day`);
  return number;
}

export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (day + 4) % 7;
}
