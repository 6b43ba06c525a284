/** How far around a value its owner is looked for, in characters. */
const reach = 600;

/**
 * Whose the value between `start` and `end` is, where the text says it beside the value: the group `account` of the nearest match.
 *
 * @param expression with the flag `g`.
 */
export function accountNearby(text: string, start: number, end: number, expression: RegExp): string | undefined {
  const from = Math.max(0, start - reach);
  const window = text.slice(from, end + reach);
  let nearest: { readonly account: string; readonly distance: number } | undefined;
  for (const match of window.matchAll(expression)) {
    const at = from + match.index;
    const distance = at < start ? start - at - match[0].length : at - end;
    const account = match.groups?.['account'];
    if (account !== undefined && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY))
      nearest = { account, distance };
  }
  return nearest?.account;
}
