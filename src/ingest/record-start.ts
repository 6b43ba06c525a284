/** How much of a record's beginning is compared. */
const comparedBytes = 4096;

const string = '"(?:[^"\\\\]|\\\\.)*"';
const scalar = `(?:${string}|[^"{}\\[\\],]*)`;
const firstKey = new RegExp(`^\\{\\s*(${string})\\s*:`, 's');
const secondKey = new RegExp(`^\\{\\s*${string}\\s*:\\s*${scalar}\\s*,\\s*(${string})\\s*:`, 's');

/**
 * What the beginning of a record looks like in one file: the first key, and the second if the first value is a scalar.
 * Exports write every record with its keys in the same order, and objects inside records seldom share two keys with them.
 */
export class RecordStart {
  readonly #key: string;
  readonly #pattern: RegExp;

  private constructor(key: string, pattern: RegExp) {
    this.#key = key;
    this.#pattern = pattern;
  }

  /** Learns it from a record; undefined if the record has no key. */
  static of(record: Buffer): RecordStart | undefined {
    const head = record.toString('latin1', 0, comparedBytes);
    const first = firstKey.exec(head)?.[1];
    if (first === undefined) return undefined;
    const second = secondKey.exec(head)?.[1];
    const rest = second === undefined ? '' : `${scalar}\\s*,\\s*${escaped(second)}\\s*:`;
    return new RecordStart(first, new RegExp(`^\\{\\s*${escaped(first)}\\s*:\\s*${rest}`, 's'));
  }

  /** Where the next record begins at or after `from`; -1 if none does. */
  find(text: Buffer, from: number): number {
    for (let at = text.indexOf(this.#key, from, 'latin1'); at !== -1; at = text.indexOf(this.#key, at + 1, 'latin1')) {
      const brace = lastNonBlank(text, at);
      if (brace >= from && this.#pattern.test(text.toString('latin1', brace, brace + comparedBytes))) return brace;
    }
    return -1;
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
}

function lastNonBlank(text: Buffer, before: number): number {
  let at = before - 1;
  while (at > 0 && (text[at] === 0x20 || text[at] === 0x0a || text[at] === 0x0d || text[at] === 0x09)) at -= 1;
  return at;
}
