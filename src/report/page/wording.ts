import type { Instant } from '../../shape/instant.ts';
import type { Severity } from '../../shape/severity.ts';

/** The number with thin spaces between thousands: `12 345 678`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** `1 file`, `2 files`; the plural is `plural`, or the noun with an s. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)}\u00a0${number === 1 ? noun : plural}`;
}

/** `2024-01-12 08:30:00`, in UTC; the page says so where it stands. Empty for no time. */
export function moment(instant: Instant | null | undefined): string {
  return instant === null || instant === undefined ? '' : `${instant.slice(0, 10)} ${instant.slice(11, 19)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** A size with a unit that suits it, in steps of 1,000: `1.2 MB`. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return `${step === 0 ? value : value.toFixed(1)}\u00a0${units[step] ?? ''}`;
}

export const severityNames: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

const logNames: Readonly<Record<string, string>> = {
  'sign-in': 'Interactive sign-ins',
  'non-interactive-sign-in': 'Non-interactive sign-ins',
  'service-principal-sign-in': 'Service principal sign-ins',
  'managed-identity-sign-in': 'Managed identity sign-ins',
  'adfs-sign-in': 'AD FS sign-ins',
  'directory-audit': 'Directory audit',
  'unified-audit': 'Unified audit log',
  'graph-activity': 'Graph activity',
  'azure-activity': 'Azure activity log',
  'risk-detection': 'Risk detections',
};

/** A log as the reader knows it; an unknown one by its own name. */
export function logName(log: string): string {
  return logNames[log] ?? log;
}

/** How long it was from one time to the other, in the unit that suits it: `72 days`, `5 hours`, `20 minutes`. */
export function lasting(first: Instant, last: Instant): string {
  const minutes = Math.max((Date.parse(last) - Date.parse(first)) / 60_000, 0);
  if (minutes >= 2 * 24 * 60) return counted(Math.round(minutes / (24 * 60)), 'day');
  if (minutes >= 120) return counted(Math.round(minutes / 60), 'hour');
  return minutes < 1 ? 'less than a minute' : counted(Math.round(minutes), 'minute');
}

/** At most `limit` of the items, then how many more there are. */
export function listedSome(items: readonly string[], limit: number): string {
  if (items.length <= limit) return listed(items);
  return `${items.slice(0, limit).join(', ')} and ${grouped(items.length - limit)} more`;
}

/** At most one decimal: `3`, `3.1`, `1 234`. */
export function decimal(number: number): string {
  const [whole = '', part = '0'] = number.toFixed(1).split('.');
  return number >= 100 || part === '0' ? grouped(Math.round(number)) : `${grouped(Number(whole))}.${part}`;
}
