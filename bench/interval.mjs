/** 95 % interval of a share by Wilson's method, as `84 % to 98 %`. */
export function wilson(hits, runs) {
  if (runs === 0) return '';
  const z = 1.96;
  const share = hits / runs;
  const scale = 1 + z ** 2 / runs;
  const middle = (share + z ** 2 / (2 * runs)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / runs + z ** 2 / (4 * runs ** 2))) / scale;
  return `${Math.round(100 * Math.max(0, middle - half))} % to ${Math.round(100 * Math.min(1, middle + half))} %`;
}
