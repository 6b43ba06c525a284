import { type Instant, parseInstant } from '../../shape/instant.ts';
import { instantOf, isZone } from './zoned-time.ts';

const units = ['minute', 'hour', 'day', 'week', 'month', 'business day'] as const;

export type DueUnit = (typeof units)[number];

/** When something is due, as a directive says it; `text` as it stands there. */
export type Due =
  | { readonly kind: 'fixed'; readonly text: string; readonly at: Instant }
  | {
      readonly kind: 'after';
      readonly text: string;
      /** What the time runs from: `start`, `discovery`, or the id of another clause. */
      readonly from: 'start' | 'discovery' | { readonly clause: string };
      readonly amount: number;
      readonly unit: DueUnit;
      /** Time of day at which a day ends, and where. */
      readonly end?: { readonly time: string; readonly zone: string } | undefined;
    };

const after =
  /^(?<from>start|discovery|clause (?<clause>[a-z0-9-]+))(?: \+ (?<amount>\d{1,4}) ?(?<unit>h|minutes?|hours?|days?|weeks?|months?|business days?))?(?:, (?<time>[\d:]+) (?<zone>[A-Za-z_/+-]+))?$/;

/** Reads the `due` of a clause; undefined if it says none of what the README of `content/directive` lists. */
export function parseDue(text: string): Due | undefined {
  const groups = after.exec(text.trim())?.groups;
  if (groups === undefined) {
    const at = parseZonedTime(text);
    return at === undefined ? undefined : { kind: 'fixed', text, at };
  }
  const { clause, time, zone } = groups;
  const hasEnd = time !== undefined && zone !== undefined;
  if (hasEnd && !(isTimeOfDay(time) && isZone(zone))) return undefined;
  const word = (groups['unit'] ?? 'minute').replace(/^h$/, 'hour').replace(/s$/, '');
  return {
    kind: 'after',
    text,
    from: clause === undefined ? (groups['from'] === 'start' ? 'start' : 'discovery') : { clause },
    amount: Number(groups['amount'] ?? 0),
    unit: units.find((unit) => unit === word) ?? 'minute',
    end: hasEnd ? { time, zone } : undefined,
  };
}

/** `2024-04-30 23:59 America/New_York`, or an instant with its offset; undefined for a time without a zone. */
export function parseZonedTime(text: string): Instant | undefined {
  const [, day = '', time = '', zone = ''] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}) ([A-Za-z_/+-]+)$/.exec(text.trim()) ?? [];
  if (day !== '') {
    const isGood = parseInstant(`${day}T${time}Z`) !== undefined && isTimeOfDay(time) && isZone(zone);
    return isGood ? instantOf({ day, time }, zone) : undefined;
  }
  return /T.*(Z|[+-]\d{2}:?\d{2})$/.test(text.trim()) ? parseInstant(text.trim()) : undefined;
}

function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
