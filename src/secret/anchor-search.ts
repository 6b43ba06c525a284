/**
 * Finds all of many literals in one pass over a text, overlapping ones too, without regard to the case of letters: the
 * automaton of Aho and Corasick, with every failure already followed, so that each character costs one look-up.
 */
export class AnchorSearch {
  readonly #classes = new Uint8Array(65536);
  readonly #width: number;
  readonly #next: Uint32Array;
  /** For each state the numbers of the literals that end there. */
  readonly #ends: (readonly number[] | undefined)[];
  readonly #lengths: readonly number[];

  /** @throws RangeError if the literals use more than 255 different characters, or one is empty. */
  constructor(literals: readonly string[]) {
    const anchors = literals.map((literal) => literal.toLowerCase());
    this.#lengths = anchors.map(({ length }) => length);
    const characters = [...new Set(anchors.flatMap((anchor) => anchor.split('')))].toSorted();
    if (characters.length > 255) throw new RangeError('the literals use too many different characters');
    if (anchors.some((anchor) => anchor === '')) throw new RangeError('a literal is empty');
    for (const [index, character] of characters.entries()) {
      this.#classes[character.charCodeAt(0)] = index + 1;
      const capital = character.toUpperCase();
      if (capital.length === 1) this.#classes[capital.charCodeAt(0)] = index + 1;
    }
    this.#width = characters.length + 1;
    const { next, ends } = build(anchors, this.#classes, this.#width);
    this.#next = next;
    this.#ends = ends;
  }

  /** Calls back with the number of the literal and where it starts, in the order of their ends. */
  search(text: string, onFound: (literal: number, start: number) => void): void {
    const classes = this.#classes;
    const next = this.#next;
    const width = this.#width;
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      state = next[state * width + (classes[text.charCodeAt(at)] ?? 0)] ?? 0;
      if (state === 0) continue;
      const ends = this.#ends[state];
      if (ends === undefined) continue;
      for (const literal of ends) onFound(literal, at + 1 - (this.#lengths[literal] ?? 0));
    }
  }
}

function build(
  anchors: readonly string[],
  classes: Uint8Array,
  width: number,
): { next: Uint32Array; ends: (readonly number[] | undefined)[] } {
  const most = anchors.reduce((sum, { length }) => sum + length, 1);
  const next = new Uint32Array(most * width);
  const ends: number[][] = [[]];
  for (const [literal, anchor] of anchors.entries()) {
    let state = 0;
    for (let at = 0; at < anchor.length; at += 1) {
      const place = state * width + (classes[anchor.charCodeAt(at)] ?? 0);
      if (next[place] === 0) next[place] = ends.push([]) - 1;
      state = next[place] ?? 0;
    }
    ends[state]?.push(literal);
  }
  // Breadth first: where a state cannot go on, it goes on as the longest of its own endings would.
  const failure = new Uint32Array(ends.length);
  const waiting = [...next.subarray(0, width)].filter((state) => state !== 0);
  for (let index = 0; index < waiting.length; index += 1) {
    const state = waiting[index] ?? 0;
    const other = failure[state] ?? 0;
    ends[state]?.push(...(ends[other] ?? []));
    for (let step = 0; step < width; step += 1) {
      const child = next[state * width + step] ?? 0;
      const instead = next[other * width + step] ?? 0;
      if (child === 0) next[state * width + step] = instead;
      else {
        failure[child] = instead;
        waiting.push(child);
      }
    }
  }
  return { next, ends: ends.map((numbers) => (numbers.length === 0 ? undefined : numbers)) };
}
