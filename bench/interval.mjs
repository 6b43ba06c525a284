/** Intervals of 95 % for shares and rates, as numbers and as text. */

/** Wilson's interval for a share: `{share, low, high}`, 0 to 1; undefined without runs. */
export function shareOf(hits, runs) {
  if (runs === 0) return undefined;
  const z = 1.96;
  const share = hits / runs;
  const scale = 1 + z ** 2 / runs;
  const middle = (share + z ** 2 / (2 * runs)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / runs + z ** 2 / (4 * runs ** 2))) / scale;
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

const percent = (value) => Math.round(100 * value);

/** Both ends, as `84 % to 98 %`. */
export function wilson(hits, runs) {
  const found = shareOf(hits, runs);
  return found === undefined ? '' : `${percent(found.low)} % to ${percent(found.high)} %`;
}

/** A share with both ends, as `91 % (84–98)`. */
export function shareText(hits, runs) {
  const found = shareOf(hits, runs);
  return found === undefined ? '–' : `${percent(found.share)} % (${percent(found.low)}–${percent(found.high)})`;
}

/** How often something happened in so many units, with the interval of a Poisson count, as `0.25 (0.10–0.55)`. */
export function rateText(count, units) {
  if (units === 0) return '–';
  // Wilson and Hilferty's approximation of the chi-square quantiles.
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - 1.96 / (3 * Math.sqrt(count))) ** 3;
  const next = count + 1;
  const high = next * (1 - 1 / (9 * next) + 1.96 / (3 * Math.sqrt(next))) ** 3;
  return `${(count / units).toFixed(2)} (${(low / units).toFixed(2)}–${(high / units).toFixed(2)})`;
}
