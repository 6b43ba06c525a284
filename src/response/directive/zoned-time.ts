import type { Instant } from '../../shape/instant.ts';

/** A day and a time of day on the wall of some zone: `day` as `2024-04-30`, `time` as `23:59`. */
export interface WallTime {
  readonly day: string;
  readonly time: string;
}

/** True for a name that the time zone database knows, such as `America/New_York`, and for `UTC`. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant at which a clock in the zone shows this. Where the clock is put forward over it, the time as it would have been
 * without that; where it shows it twice, the first: who has a deadline is not told a later one.
 */
export function instantOf({ day, time }: WallTime, zone: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const candidates = [asUtc - 86_400_000, asUtc + 86_400_000].map((near) => asUtc - offsetAt(near, zone));
  const fitting = candidates.filter((instant) => instant + offsetAt(instant, zone) === asUtc);
  return new Date(Math.min(...(fitting.length > 0 ? fitting : candidates.slice(0, 1)))).toISOString();
}

/** What a clock in the zone shows at an instant. */
export function wallTimeAt(instant: Instant, zone: string): WallTime {
  const at = Date.parse(instant);
  const text = new Date(at + offsetAt(at, zone)).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** Milliseconds by which clocks of the zone are ahead of UTC. */
function offsetAt(at: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}
