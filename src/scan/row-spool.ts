import { closeSync, openSync, writeSync } from 'node:fs';

const bufferedCharacters = 1024 * 1024;

/** A file of rows for the engine, one JSON object a line. */
export class RowSpool {
  readonly path: string;
  readonly #file: number;
  #lines: string[] = [];
  #characters = 0;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'wx', 0o600);
  }

  add(row: object): void {
    const line = JSON.stringify(row);
    this.#lines.push(line);
    this.#characters += line.length;
    if (this.#characters > bufferedCharacters) this.#flush();
  }

  /** Everything is on disk after this. */
  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    const bytes = Buffer.from(`${this.#lines.join('\n')}\n`);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    this.#lines = [];
    this.#characters = 0;
  }
}
