/** What is usual in a stream of guesses, learned so that a campaign in it moves it little. */
export interface Baseline {
  /** Guesses of an average day. */
  readonly level: number;
  /** How much more than by chance one day differs from the next: variance = mean + dispersion * mean². */
  readonly dispersion: number;
  /** The same for what whole weeks differ by, which does not average out over a longer window. */
  readonly drift: number;
  /** Days that it was learned from. */
  readonly days: number;
}

/** Whole weeks always differ a little, even where too few are seen to tell: by about 7 %. */
const usualDrift = 0.07 ** 2;
const weeksOfUsualDrift = 4;

/**
 * Learns the baseline from daily counts that are already divided by how busy their weekday is, in order of time. The
 * square root of a count has nearly the same spread whatever its mean is; in this scale the mean is taken without the fifth
 * of the days at each end and the spread from what is left, so that a campaign on less than a fifth of the days does not raise
 * them. Where counts are small the root says little, and days far above the others are lowered instead.
 */
export function learnBaseline(days: readonly number[]): Baseline {
  const sorted = days.toSorted((a, b) => a - b);
  const middle = quantile(sorted, 0.5);
  const learned = middle < 4 ? loweredMoments(days, sorted) : rootMoments(sorted);
  // Nothing in so many days may be chance: as if half a guess had been seen.
  const level = Math.max(learned.level, 0.5 / Math.max(days.length, 1));
  const variance = Math.max(learned.variance, level);
  const dispersion = (variance - level) / level ** 2;
  return { level, dispersion, drift: driftOf(days, level, dispersion), days: days.length };
}

/** Mean and variance from square roots: E(y²) = E(y)² + Var(y), and Var(y) is a quarter for counts by chance. */
function rootMoments(sorted: readonly number[]): { level: number; variance: number } {
  const roots = sorted.map((count) => Math.sqrt(count + 0.375));
  const cut = Math.floor(roots.length / 5);
  const kept = roots.slice(cut, roots.length - cut);
  const center = mean(kept);
  // From the 20th to the 80th percentile of a normal distribution it is 1.683 standard deviations.
  const spread = ((quantile(roots, 0.8) - quantile(roots, 0.2)) / 1.683) ** 2;
  const level = Math.max(0, center ** 2 + spread - 0.375);
  return { level, variance: 4 * spread * level };
}

function loweredMoments(days: readonly number[], sorted: readonly number[]): { level: number; variance: number } {
  const ceiling = 3 + 3 * quantile(sorted, 0.75);
  const lowered = days.map((count) => Math.min(count, ceiling));
  const level = mean(lowered);
  return { level, variance: mean(lowered.map((count) => (count - level) ** 2)) };
}

function driftOf(days: readonly number[], level: number, dispersion: number): number {
  const weeks: number[] = [];
  for (let from = 0; from + 7 <= days.length; from += 7) weeks.push(mean(days.slice(from, from + 7)));
  const middle = quantile(
    weeks.toSorted((a, b) => a - b),
    0.5,
  );
  // Mean distances instead of squares: one week of a campaign does not decide.
  const spread = weeks.length < 3 ? 0 : (mean(weeks.map((week) => Math.abs(week - middle))) * 1.2533) ** 2;
  const own = Math.max(0, spread / level ** 2 - (1 / level + dispersion) / 7);
  return (weeks.length * own + weeksOfUsualDrift * usualDrift) / (weeks.length + weeksOfUsualDrift);
}

/** Relative variance of the sum over `windowDays` around what this baseline expects, its own uncertainty included. */
export function dispersionOver(baseline: Baseline, windowDays: number): number {
  const { level, dispersion, drift, days } = baseline;
  const ofBaseline = days === 0 ? 1 : (dispersion + 1 / Math.max(level, 0.1)) / days + drift / Math.max(1, days / 7);
  // A week's drift does not last for a month: longer windows see several of it.
  return dispersion / Math.max(windowDays, 1) + drift / Math.max(1, windowDays / 14) + ofBaseline;
}

/**
 * Standard deviations by which a count stands above an expected one, with variance = m + dispersion * m²: Anscombe's
 * transformation of the negative binomial, which makes its spread the same for all means.
 */
export function deviation(observed: number, expected: number, dispersion: number): number {
  return stabilised(observed, dispersion) - stabilised(expected, dispersion);
}

/** The count that stands `deviations` above the expected one: the inverse of {@link deviation}. */
export function countAt(deviations: number, expected: number, dispersion: number): number {
  const value = stabilised(expected, dispersion) + deviations;
  if (dispersion < 1e-9) return (value / 2) ** 2 - 0.375;
  return scaleOf(dispersion) * Math.sinh((value * Math.sqrt(dispersion)) / 2) ** 2 - 0.375;
}

function stabilised(count: number, dispersion: number): number {
  if (dispersion < 1e-9) return 2 * Math.sqrt(count + 0.375);
  return (2 / Math.sqrt(dispersion)) * Math.asinh(Math.sqrt((count + 0.375) / scaleOf(dispersion)));
}

/** 1/dispersion - 3/4, which very uneven streams would turn negative. */
const scaleOf = (dispersion: number): number => Math.max(1 / dispersion - 0.75, 0.25);

/** The number of standard deviations that chance exceeds with this probability. Source: Abramowitz and Stegun 26.2.23. */
export function deviationsFor(probability: number): number {
  const p = Math.min(Math.max(probability, 1e-300), 0.5);
  const t = Math.sqrt(-2 * Math.log(p));
  return t - (2.515517 + 0.802853 * t + 0.010328 * t ** 2) / (1 + 1.432788 * t + 0.189269 * t ** 2 + 0.001308 * t ** 3);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return 0;
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
