import { BoundedText } from './bounded-text.ts';

const isUneven = /[^ -~]| {2}/;

/** Tables within each other that are kept apart; what is deeper counts as the innermost of them. */
const tableDepth = 256;
/** Empty cells between two keep columns under their headings, but no more than this. */
const widestGap = 256;

/**
 * Lays text out as a reader of the document sees it: one line a block, the cells of a table row in one line parted by tabs.
 * Blocks within a cell begin a new line only if more text of the same cell follows, because Word and Outlook put a paragraph
 * into every cell, but whole mails stand in one cell as well.
 */
export class TextLayout {
  readonly text: BoundedText;
  /** Cells that the current row of each open table has. The first entry is for rows outside of any table. */
  readonly #cells = [0];
  #tablesTooDeep = 0;
  #breakPending = false;
  #rowPending = false;
  #spacePending = false;
  #tabsPending = 0;
  #isAtCellStart = false;

  constructor(limit?: number) {
    this.text = new BoundedText(limit);
  }

  /** Text as it stands, white space too. */
  write(text: string): void {
    if (text === '') return;
    if (this.#breakPending || this.#rowPending) this.#newLine();
    else if (this.#spacePending) this.text.append(' ');
    // Empty cells at the end of a row leave no trace.
    if (this.#tabsPending > 0) this.text.append('\t'.repeat(this.#tabsPending));
    this.#tabsPending = 0;
    this.#spacePending = false;
    this.#isAtCellStart = false;
    this.text.append(text);
  }

  /** Text in which white space means one space at most, as in HTML. */
  flow(text: string): void {
    // Most text of a page is words with single spaces.
    const words = isUneven.test(text)
      ? text.replaceAll(/[\u00AD\u200B\uFEFF]+/g, '').replaceAll(/[ \t\r\n\f\u00A0]+/g, ' ')
      : text;
    if (words === '') return;
    if (words.startsWith(' ')) this.#spacePending = this.#isInLine();
    const bare = words.trim();
    if (bare === '') return;
    this.write(bare);
    this.#spacePending = words.endsWith(' ');
  }

  /** What comes next stands in a new line. */
  break(): void {
    if (!this.#isAtCellStart) this.#breakPending = true;
    this.#spacePending = false;
  }

  openTable(): void {
    this.break();
    if (this.#cells.length < tableDepth) this.#cells.push(0);
    else this.#tablesTooDeep += 1;
  }

  closeTable(): void {
    if (this.#tablesTooDeep > 0) this.#tablesTooDeep -= 1;
    else if (this.#cells.length > 1) this.#cells.pop();
    this.#tabsPending = 0;
    this.#isAtCellStart = false;
    this.break();
  }

  openRow(): void {
    this.#cells[this.#cells.length - 1] = 0;
    this.#rowPending = !this.#isAtCellStart;
    this.#tabsPending = 0;
    this.#spacePending = false;
  }

  closeRow(): void {
    this.#isAtCellStart = false;
    this.#tabsPending = 0;
    this.break();
  }

  openCell(): void {
    const before = this.#cells.at(-1) ?? 0;
    this.#cells[this.#cells.length - 1] = before + 1;
    this.#spacePending = false;
    if (before > 0) {
      this.#breakPending = false;
      this.#tabsPending = Math.min(this.#tabsPending + 1, widestGap);
    }
    this.#isAtCellStart = true;
  }

  #isInLine(): boolean {
    return this.text.length > 0 && !this.#breakPending && !this.#rowPending && !this.#isAtCellStart;
  }

  #newLine(): void {
    if (this.text.length > 0) this.text.append('\n');
    this.#breakPending = false;
    this.#rowPending = false;
  }
}
