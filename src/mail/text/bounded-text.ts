import { mailLimits } from '../limits.ts';
import type { Piece } from '../piece.ts';

const blockCharacters = 64 * 1024;

/** Text that is put together bit by bit and never grows beyond the limit; what does not fit is counted. */
export class BoundedText {
  readonly #limit: number;
  readonly #blocks: string[] = [];
  #open = '';
  #length = 0;
  #leftOut = 0;

  constructor(limit: number = mailLimits.textCharacters) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  get isFull(): boolean {
    return this.#length >= this.#limit;
  }

  append(text: string): void {
    const room = this.#limit - this.#length;
    const fits = text.length > room ? text.slice(0, room) : text;
    this.#leftOut += text.length - fits.length;
    this.#length += fits.length;
    this.#open += fits;
    if (this.#open.length < blockCharacters) return;
    // Looking at a character makes one flat string of what was put together, so that a million bits cost no more than their letters.
    this.#open.charCodeAt(0);
    this.#blocks.push(this.#open);
    this.#open = '';
  }

  toString(): string {
    return [...this.#blocks, this.#open].join('');
  }

  /** The text unless it is blank, and what was left out of it. */
  pieces(place: string): Piece[] {
    const text = this.toString();
    const pieces: Piece[] = text.trim() === '' ? [] : [{ kind: 'text', place, text }];
    if (this.#leftOut > 0) {
      const detail = `${this.#leftOut} characters after the first ${this.#limit} were not examined`;
      pieces.push({ kind: 'unread', place, name: '', reason: 'too-large', detail });
    }
    return pieces;
  }
}
