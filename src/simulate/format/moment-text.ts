import type { Instant } from '../../shape/instant.ts';

/** `2024-01-08T03:04:05.123Z` as `2024-01-08T03:04:05.1230000+00:00`, the form inside diagnostic records and portal CSVs. */
export function offsetMoment(instant: Instant): string {
  return instant.replace('Z', '0000+00:00');
}

/** With seven digits and `Z`, the form of the `time` of diagnostic records. */
export function sevenDigitMoment(instant: Instant): string {
  return instant.replace('Z', '0000Z');
}

/** Without fractions: `2024-01-08T03:04:05Z`. */
export function wholeSecond(instant: Instant): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}

/** US spreadsheet form `1/8/2024 3:04:05 AM`, with `, ` and milliseconds as the Log Analytics portal writes it. */
export function americanMoment(instant: Instant, style: 'power-shell' | 'portal'): string {
  const [, year, month, day, hour, minute, second, fraction] =
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/.exec(instant) ?? [];
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  const date = `${Number(month)}/${Number(day)}/${year}`;
  const clock = `${Number(hour) % 12 === 0 ? 12 : Number(hour) % 12}:${minute}:${second}`;
  return style === 'power-shell' ? `${date} ${clock} ${half}` : `${date}, ${clock}.${fraction} ${half}`;
}

/** For file names: `2024-01-08`. */
export function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

/** For file names: `20240108030405`. */
export function digitsOf(instant: Instant): string {
  return instant.slice(0, 19).replaceAll(/\D/g, '');
}
