/** What stands at a path, where dots descend and a number is a place in an array; undefined if nothing does. */
export function valueAt(event: unknown, path: string): unknown {
  let value = event;
  for (const step of path.split('.')) {
    if (Array.isArray(value)) value = /^\d+$/.test(step) ? value[Number(step)] : undefined;
    else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step)) {
      value = (value as Record<string, unknown>)[step];
    } else return undefined;
  }
  return value;
}

export function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** A value as one text: texts as they are, everything else as JSON. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The values that an event has in a field, as texts: the elements of an array, or the one value. */
export function membersOf(value: unknown): readonly string[] {
  const members: readonly unknown[] = Array.isArray(value) ? value : [value];
  return members.filter((member) => !isNothing(member)).map(textOf);
}

/** The texts of which any may match: the members, and an array as a whole. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...membersOf(value), JSON.stringify(value)] : membersOf(value);
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
