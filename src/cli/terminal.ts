import { stripVTControlCharacters } from 'node:util';

/**
 * What the program says. Results go to standard output, progress and trouble to standard error. On a terminal progress
 * is one line that is written over; in a pipe it is plain lines, seldom.
 */
export class Terminal {
  readonly isInteractive: boolean;
  readonly #isQuiet: boolean;
  #isLineOpen = false;
  #lastTold = 0;

  /** @param isQuiet tells only faults: for `--json`, whose output is for programs. */
  constructor(isQuiet: boolean) {
    this.#isQuiet = isQuiet;
    this.isInteractive = process.stderr.isTTY;
  }

  /** A line of the result. */
  print(text: string): void {
    this.#closeLine();
    process.stdout.write(`${text}\n`);
  }

  /** The result for a program. */
  printJson(value: unknown): void {
    this.print(harmlessJson(value));
  }

  /** A line about what happens. */
  note(text: string): void {
    if (this.#isQuiet) return;
    this.#closeLine();
    process.stderr.write(`${text}\n`);
  }

  /** A line about trouble, told always. */
  complain(text: string): void {
    this.#closeLine();
    process.stderr.write(`${text}\n`);
  }

  /** How far it is. Told ten times a second on a terminal, every five seconds in a pipe. */
  progress(text: () => string): void {
    if (this.#isQuiet) return;
    const now = performance.now();
    if (now - this.#lastTold < (this.isInteractive ? 100 : 5000)) return;
    this.#lastTold = now;
    if (!this.isInteractive) {
      process.stderr.write(`${text()}\n`);
      return;
    }
    const width = process.stderr.columns;
    process.stderr.write(`\r\u001B[2K${text().slice(0, Math.max(20, width - 1))}`);
    this.#isLineOpen = true;
  }

  #closeLine(): void {
    if (!this.#isLineOpen) return;
    process.stderr.write('\r\u001B[2K');
    this.#isLineOpen = false;
  }
}

/** Control characters, and what turns the direction of writing or ends a line unseen. */
export const dangerous = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Text from evidence or paths without characters that could move the cursor or hide what is said. */
export function harmless(text: string): string {
  return stripVTControlCharacters(text).replaceAll(dangerous, '\uFFFD');
}

/** JSON on one line that a terminal can show: such characters are escaped, so nothing of the value is lost. */
function harmlessJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(dangerous, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
