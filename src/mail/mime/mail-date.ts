const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones that RFC 5322 knows by name; all others count as UTC, as it says. */
const hoursOfZone = new Map([
  ['est', -5],
  ['edt', -4],
  ['cst', -6],
  ['cdt', -5],
  ['mst', -7],
  ['mdt', -6],
  ['pst', -8],
  ['pdt', -7],
]);

const written =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([+-]\d{2}):?(\d{2})|\s+([a-z]{1,5}))?/i;

/** The `Date` of a message (RFC 5322, with what old programs write) as ISO 8601 in UTC; '' if it makes no sense. */
export function mailDate(text: string): string {
  const found = written.exec(text.slice(0, 200));
  if (found === null) return isoDate(text);
  const [, day, monthName = '', yearText = '', hour, minute, second = '0', zoneHours, zoneMinutes, zone = ''] = found;
  const month = months.indexOf(monthName.toLowerCase());
  if (month === -1) return '';
  const number = Number(yearText);
  // Years of two and three digits as RFC 5322 reads them.
  const year =
    yearText.length === 2 ? number + (number < 50 ? 2000 : 1900) : yearText.length === 3 ? number + 1900 : number;
  const sign = zoneHours?.startsWith('-') === true ? -1 : 1;
  const offsetMinutes =
    zoneHours === undefined
      ? (hoursOfZone.get(zone.toLowerCase()) ?? 0) * 60
      : sign * (Math.abs(Number(zoneHours)) * 60 + Number(zoneMinutes));
  const time = Date.UTC(year, month, Number(day), Number(hour), Number(minute) - offsetMinutes, Number(second));
  return sane(new Date(time));
}

/** A point of time as ISO 8601 in UTC; '' for none, and for years in which nobody sent mail. */
export function sane(date: Date | null | undefined): string {
  if (date === null || date === undefined || Number.isNaN(date.getTime())) return '';
  const year = date.getUTCFullYear();
  return year >= 1970 && year < 2200 ? date.toISOString() : '';
}

/** A time that is written as ISO 8601; without a zone it is UTC, never local time. */
export function isoDate(text: string): string {
  const found = /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?\s*$/i.exec(
    text.slice(0, 100),
  );
  if (found === null) return '';
  return sane(new Date(`${found[1]}T${found[2]}${found[3] ?? 'Z'}`));
}
