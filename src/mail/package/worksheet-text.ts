import type { Piece } from '../piece.ts';
import { BoundedText } from '../text/bounded-text.ts';
import { TextLayout } from '../text/text-layout.ts';
import type { XmlListener } from './xml-events.ts';

/** Empty cells between two are kept, so that columns stay under their headings, but no more than this. */
const widestGap = 256;

/** One sheet as lines: the rows with cells parted by tabs; what no cell shows goes into hidden text. */
export class WorksheetText implements XmlListener {
  readonly #strings: readonly string[];
  readonly #rows = new BoundedText();
  readonly #hidden = new TextLayout();
  #element = '';
  #type = '';
  #column = 0;
  #nextColumn = 1;
  #value = '';
  #formula = '';
  #isInCell = false;
  #phonetic = 0;

  constructor(strings: readonly string[]) {
    this.#strings = strings;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#element = name;
    if (name === 'row') this.#nextColumn = 1;
    else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 'c') {
      this.#isInCell = true;
      this.#type = attributes.t ?? '';
      this.#column = columnOf(attributes.r ?? '') ?? this.#nextColumn;
      this.#value = '';
      this.#formula = '';
    } else if (name === 'hyperlink') this.aside(attributes.location);
  }

  close(name: string): void {
    this.#element = '';
    if (name === 'row' && this.#nextColumn > 1) this.#rows.append('\n');
    else if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'c') this.#endCell();
  }

  text(text: string): void {
    if (this.#isInCell) {
      if (this.#element === 'v' || (this.#element === 't' && this.#phonetic === 0)) this.#value += text;
      else if (this.#element === 'f') this.#formula += text;
      // Heads, feet, choices and notes on input stand outside of cells.
    } else if (text.trim() !== '') this.aside(text);
  }

  aside(text: string | undefined): void {
    if (text === undefined || text.trim() === '') return;
    this.#hidden.break();
    this.#hidden.write(text);
  }

  pieces(place: string): Piece[] {
    return [...this.#rows.pieces(place), ...this.#hidden.text.pieces(`hidden text of ${place}`)];
  }

  #endCell(): void {
    this.#isInCell = false;
    const value = this.#type === 's' ? (this.#strings[Number(this.#value)] ?? '') : this.#value;
    // A formula without quotes has nothing in it but numbers and places.
    if (this.#formula.includes('"')) this.aside(`=${this.#formula}`);
    if (value === '') return;
    const gap = this.#column - this.#nextColumn + (this.#nextColumn > 1 ? 1 : 0);
    this.#rows.append('\t'.repeat(Math.max(this.#nextColumn > 1 ? 1 : 0, Math.min(gap, widestGap))));
    this.#rows.append(value.replaceAll(/[\t\r\n]+/g, ' '));
    this.#nextColumn = Math.max(this.#column, this.#nextColumn) + 1;
  }
}

/** 27 for `AA5`; undefined if it is no place of a cell. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0];
  if (letters === undefined) return undefined;
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
