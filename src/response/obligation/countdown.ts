import type { Instant } from '../../shape/instant.ts';

/** `in 3 d 4 h`, `5 h overdue`; in minutes below a day, so that the last hours are told exactly. */
export function countdown(due: Instant | undefined, now: Instant): string {
  if (due === undefined) return '';
  const minutes = Math.round((Date.parse(due) - Date.parse(now)) / 60_000);
  const length = lengthText(Math.abs(minutes));
  return minutes > 0 ? `in ${length}` : `${length} overdue`;
}

function lengthText(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
