/** Where the records stand in a text: each from `start` to before `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the copies of one record in the text of a JSON export: the outermost brackets that hold one copy and no other. `mark` is a
 * text that each copy holds equally often and nothing else holds.
 */
export function copiesInJson(text: string, mark: string, copies: number): Stretch[] {
  const marks: number[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) marks.push(at);
  const firsts = Array.from({ length: copies }, (_, copy) => marks[(copy * marks.length) / copies] ?? 0);
  const { ends, around } = bracketsAround(text, firsts);
  // The level at which the first two copies part; what is alone in its file is the whole value.
  const [one = [], two = []] = around;
  const level = Math.max(
    0,
    one.findIndex((start, depth) => start !== two[depth]),
  );
  return around.map((stack) => {
    const start = stack[level] ?? 0;
    return { start, end: (ends.get(start) ?? text.length - 1) + 1 };
  });
}

/** The same in CSV, where the header has no line break in it and all copies are of one length. */
export function copiesInCsv(text: string, copies: number): Stretch[] {
  const header = text.indexOf('\n') + 1;
  const length = (text.length - header) / copies;
  return Array.from({ length: copies }, (_, copy) => ({
    start: header + copy * length,
    end: header + (copy + 1) * length,
  }));
}

/** Of each of these places the brackets that are open there, outermost first; and where each bracket is closed. */
function bracketsAround(text: string, places: readonly number[]) {
  const open: number[] = [];
  const ends = new Map<number, number>();
  const around: number[][] = [];
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    if (at === places[around.length]) around.push([...open]);
    const character = text[at];
    if (isInside) {
      if (character === '\\') at += 1;
      else if (character === '"') isInside = false;
    } else if (character === '"') isInside = true;
    else if (character === '{' || character === '[') open.push(at);
    else if (character === '}' || character === ']') ends.set(open.pop() ?? 0, at);
  }
  return { ends, around };
}
