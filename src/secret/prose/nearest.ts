/** How far the nearest of some places is; `places` in order. */
export function distanceTo(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const before = places[low - 1];
  const after = places[low];
  return Math.min(
    before === undefined ? Number.POSITIVE_INFINITY : at - before,
    after === undefined ? Number.POSITIVE_INFINITY : after - at,
  );
}
