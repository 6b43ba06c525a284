import { type Baseline, deviation, deviationsFor, dispersionOver, learnBaseline, mean } from './baseline.ts';

/** Guesses of one stream by the hour (UTC), and the hours of the evidence. */
export interface Series {
  /** Days since 1970 of the first day; `hours` starts at its midnight. */
  readonly firstDay: number;
  readonly hours: readonly number[];
  /** For each day, which part of it the evidence covers: 0 to 1. */
  readonly covered: readonly number[];
}

/** A time in which a stream stands out from the rest. */
export interface Excess {
  /** Hours from the beginning of the series; `until` is outside. */
  readonly from: number;
  readonly until: number;
  readonly observed: number;
  readonly expected: number;
  /** Standard deviations above what was expected, and how many were needed. */
  readonly score: number;
  readonly needed: number;
}

/** Lengths of the windows in days; an hour and everything before or after a day come on top. */
export const windowDays = [1, 7, 30] as const;

const ways = windowDays.length + 2;

/** Fewer days beside the window say nothing about what is usual. */
export const baselineDaysAtLeast = 10;

/** One more guess by chance in a quiet stream is no campaign. */
export const excessAtLeast = 8;

/**
 * How far a window must stand out if, over a stream of `days`, all windows of its length together may by chance do so
 * `falseAlarms` times; windows that overlap by three quarters or more count as one.
 */
export function neededFor(windows: number, falseAlarms: number): number {
  return deviationsFor(falseAlarms / ways / Math.max(1, windows));
}

export function windowsOf(lengthDays: number, days: number): number {
  return lengthDays < 1 ? days * 24 : (days / lengthDays) * (lengthDays === 1 ? 1 : 4);
}

/**
 * The window in which the stream stands out most from the rest of its time, among those that stand out further than chance
 * would `falseAlarms` times over the whole series. Undefined if there is none, or too little time to know what is usual.
 */
export function scanWindows(series: Series, falseAlarms: number): Excess | undefined {
  const rhythm = rhythmOf(series);
  const days = rhythm.days.length;
  const usable = rhythm.days.filter(({ weight }) => weight > 0).length;
  if (usable < baselineDaysAtLeast + 1) return undefined;
  let best: Excess | undefined;
  const consider = (found: Excess): void => {
    if (found.observed - found.expected < excessAtLeast || found.score < found.needed) return;
    if (best === undefined || found.score - found.needed > best.score - best.needed) best = found;
  };
  const overall = learnBaseline(evened(rhythm.days));
  for (const excess of hoursOf(series, rhythm, overall, neededFor(windowsOf(0, usable), falseAlarms))) consider(excess);
  const sums = runningSums(rhythm.days);
  const look = (from: number, until: number, needed: number): void => {
    const observed = (sums.counts[until] ?? 0) - (sums.counts[from] ?? 0);
    const weight = (sums.weights[until] ?? 0) - (sums.weights[from] ?? 0);
    // Cheap, and never stricter than what follows unless most of the time is one campaign.
    if (
      observed - overall.level * weight < excessAtLeast / 4 ||
      deviation(observed, overall.level * weight, 0) < needed / 3
    )
      return;
    const outside = [...rhythm.days.slice(0, from), ...rhythm.days.slice(until)];
    const baseline = learnBaseline(evened(outside));
    if (baseline.days < baselineDaysAtLeast) return;
    const expected = baseline.level * weight;
    const score = deviation(observed, expected, dispersionOver(baseline, until - from));
    consider({ from: from * 24, until: until * 24, observed, expected, score, needed });
  };
  for (const length of windowDays) {
    const needed = neededFor(windowsOf(length, usable), falseAlarms);
    const step = Math.max(1, Math.floor(length / 10));
    for (let from = 0; from + length <= days; from += step) look(from, from + length, needed);
  }
  const needed = neededFor((2 * days) / 7, falseAlarms);
  for (let at = 7; at + 7 <= days; at += 7) {
    look(0, at, needed);
    look(at, days, needed);
  }
  return best;
}

/** Sums of all days before each day. */
function runningSums(days: readonly Day[]): { counts: number[]; weights: number[] } {
  const counts = [0];
  const weights = [0];
  for (const [at, { count, weight }] of days.entries()) {
    counts.push((counts[at] ?? 0) + count);
    weights.push((weights[at] ?? 0) + weight);
  }
  return { counts, weights };
}

/** The baseline over the whole series, for what is not a campaign. */
export function baselineOf(series: Series): Baseline {
  return learnBaseline(evened(rhythmOf(series).days));
}

interface Day {
  readonly count: number;
  /** How many guesses this day usually has, 1 for an average one: its weekday, and the part that is covered. */
  readonly weight: number;
  readonly isWhole: boolean;
}

interface Rhythm {
  readonly days: readonly Day[];
  /** Parts of a day's guesses by hour, of sum 1. */
  readonly hours: readonly number[];
}

/** Days as average ones, those that are covered as a whole. */
const evened = (days: readonly Day[]): number[] =>
  days.filter(({ isWhole, weight }) => isWhole && weight > 0).map(({ count, weight }) => count / weight);

/** How busy weekdays and hours are, drawn to the average as far as there are few counts to tell. */
function rhythmOf({ firstDay, hours, covered }: Series): Rhythm {
  const counts = covered.map((_, day) => hours.slice(day * 24, day * 24 + 24).reduce((sum, count) => sum + count, 0));
  const average = mean(counts.filter((_, day) => covered[day] === 1));
  const ceiling = 3 * average + 3;
  const weekdays = Array.from({ length: 7 }, (_, weekday) => {
    const own = counts.filter((_, day) => covered[day] === 1 && (firstDay + day) % 7 === weekday);
    const sum = own.reduce((total, count) => total + Math.min(count, ceiling), 0);
    // As much as two days of the average, or ten guesses.
    const prior = Math.max(2 * average, 10);
    return average === 0 ? 1 : (sum + prior) / (own.length * average + prior);
  });
  const scale = mean(weekdays);
  const hourly = Array.from({ length: 24 }, (_, hour) => {
    let sum = 0;
    for (let at = hour; at < hours.length; at += 24) sum += Math.min(hours[at] ?? 0, ceiling);
    return sum;
  });
  const total = hourly.reduce((sum, count) => sum + count, 0);
  return {
    days: counts.map((count, day) => ({
      count,
      weight: (covered[day] ?? 0) * ((weekdays[(firstDay + day) % 7] ?? 1) / scale),
      isWhole: covered[day] === 1,
    })),
    hours: hourly.map((count) => (count + 10) / (total + 240)),
  };
}

function* hoursOf(series: Series, rhythm: Rhythm, baseline: Baseline, needed: number): Generator<Excess> {
  const expectedAt = series.hours.map(
    (_, at) => baseline.level * (rhythm.days[Math.floor(at / 24)]?.weight ?? 0) * (rhythm.hours[at % 24] ?? 0),
  );
  // Hours differ more than days do: people fail several times in a row.
  const surplus = mean(
    series.hours.map(
      (count, at) =>
        (Math.min(count, 5 + 5 * (expectedAt[at] ?? 0)) - (expectedAt[at] ?? 0)) ** 2 - (expectedAt[at] ?? 0),
    ),
  );
  const dispersion =
    Math.max(0, surplus / Math.max(mean(expectedAt.map((expected) => expected ** 2)), 1e-9)) +
    dispersionOver(baseline, 1);
  for (const [at, observed] of series.hours.entries()) {
    const expected = expectedAt[at] ?? 0;
    if (observed - expected < excessAtLeast) continue;
    yield {
      from: at,
      until: at + 1,
      observed,
      expected,
      score: deviation(observed, expected, Math.min(dispersion, 1)),
      needed,
    };
  }
}
