import type { BoundedText } from '../text/bounded-text.ts';

/** A run of text as pdf.js places it. */
export interface PlacedText {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Gaps that are wider than a letter is high part the cells of a table; a space is about a third of that. */
const cellGap = 1;

/** Puts the runs of a page into lines. Runs that are drawn later on the same line, as the columns of a table may be, go on in it. */
export class PageLines {
  readonly #text: BoundedText;
  #baseline: number | undefined;
  #end = 0;
  #height = 0;
  #breakPending = false;
  #spacePending = false;

  constructor(text: BoundedText) {
    this.#text = text;
  }

  add({ str, hasEOL, transform, width, height }: PlacedText): void {
    const [x = 0, y = 0] = transform.slice(4);
    if (str.trim() === '') {
      // pdf.js has measured whether a gap is a space; kerning within a word is none.
      this.#spacePending = true;
      if (hasEOL) this.#breakPending = true;
      return;
    }
    const size = Math.max(height, 1);
    if (this.#baseline !== undefined) {
      const isSameLine = Math.abs(y - this.#baseline) < size / 4 && x >= this.#end - size;
      const gap = x - this.#end;
      if (!isSameLine && (this.#breakPending || Math.abs(y - this.#baseline) > size / 2)) this.#text.append('\n');
      else if (gap > Math.max(size, this.#height) * cellGap) this.#text.append('\t');
      else if (this.#breakPending || this.#spacePending) this.#text.append(' ');
    }
    this.#text.append(str);
    this.#baseline = y;
    this.#end = x + width;
    this.#height = size;
    this.#breakPending = hasEOL;
    this.#spacePending = false;
  }
}
