const namesAtMost = 5;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `a`, `a and b`, `a, b and c`; more than five names end in `and 3 others`. */
export function list(names: readonly string[]): string {
  const shown = names.length > namesAtMost ? names.slice(0, namesAtMost) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, rest === 1 ? '1 other' : `${rest} others`] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
}

/** `1 message`, `1,234 messages`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? singular : plural}`;
}

/** `7 December 2023 14:02 UTC` */
export function moment(time: Date): string {
  return `${day(time)} ${clock(time)} UTC`;
}

/** `14:02`, in UTC */
export function clock(time: Date): string {
  return time.toISOString().slice(11, 16);
}

/** `7 December 2023` */
export function day(time: Date): string {
  return `${time.getUTCDate()} ${months[time.getUTCMonth()] ?? ''} ${time.getUTCFullYear()}`;
}

/** `38 days`, `5 hours`, `12 minutes`, in the largest unit that is at least two. */
export function duration(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.round((to.getTime() - from.getTime()) / 60_000));
  if (minutes >= 2 * 1440) return count(Math.round(minutes / 1440), 'day');
  if (minutes >= 120) return count(Math.round(minutes / 60), 'hour');
  return count(minutes, 'minute');
}

/** The first letter as a capital, unless the sentence begins with a name of an account. */
export function sentence(text: string): string {
  const first = text.split(' ', 1)[0] ?? '';
  const begun = first.includes('@') ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return begun.endsWith('.') ? begun : `${begun}.`;
}
