function inside(value: unknown, step: string): readonly unknown[] {
  if (Array.isArray(value)) {
    return /^\d+$/.test(step) ? value.slice(Number(step), Number(step) + 1) : value.flatMap((one) => inside(one, step));
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return [(value as Record<string, unknown>)[step]];
}

/**
 * What stands at a path, where dots descend and a number is a place in an array. Several values where the path leads
 * through an array, none if it leads nowhere.
 */
export function valuesAt(event: unknown, path: string): readonly unknown[] {
  return path
    .split('.')
    .reduce<readonly unknown[]>((values, step) => values.flatMap((one) => inside(one, step)), [event]);
}

export function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** A value as one text: texts as they are, everything else as JSON. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Values of an event as texts, the elements of an array each by itself. */
export function membersOf(values: readonly unknown[]): readonly string[] {
  return values
    .flat(1)
    .filter((member) => !isNothing(member))
    .map(textOf);
}

/** The texts of which any may match: the members, and each array as a whole. */
export function textsOf(values: readonly unknown[]): readonly string[] {
  return [...membersOf(values), ...values.filter((value) => Array.isArray(value)).map(textOf)];
}

/** The number that a text is, if it is a finite one. */
export function numberOf(text: string): number | undefined {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Without capitals, character by character, so that a final sigma is like any other. */
export function folded(text: string): string {
  return Array.from(text, (character) => character.toLowerCase()).join('');
}
