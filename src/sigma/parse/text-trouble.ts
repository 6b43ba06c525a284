/** What is wrong with a short text of a rule, a condition or an expression; `index` counts its characters from 0. */
export class TextTrouble extends Error {
  readonly index: number;
  readonly hint: string;

  constructor(message: string, index: number, hint: string) {
    super(message);
    this.index = index;
    this.hint = hint;
  }
}
