const hexadecimal = '0123456789abcdef';

/** Repeatable chance: the same seed gives the same draws on every machine. Not for secrets. */
export class Random {
  #state: number;

  /** Different texts give unrelated streams, so that a change in one part of a story leaves the others as they were. */
  constructor(seed: string) {
    // FNV-1a over the characters.
    let hash = 0x811c9dc5;
    for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    this.#state = hash >>> 0;
  }

  /** At least 0 and less than 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both possible. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Throws a RangeError if there is nothing to pick from. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  hex(digits: number): string {
    let text = '';
    for (let digit = 0; digit < digits; digit += 1) text += hexadecimal[this.integer(0, 15)] ?? '';
    return text;
  }

  /** A version 4 UUID in lower case. */
  uuid(): string {
    const digits = this.hex(30);
    const variant = this.pick(['8', '9', 'a', 'b']);
    return [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(12, 15)}`,
      variant + digits.slice(15, 18),
      digits.slice(18),
    ].join('-');
  }

  /** A token identifier as Entra makes it: the 16 bytes of a UUID in base64url, without padding. */
  tokenId(): string {
    return Buffer.from(this.hex(32), 'hex').toString('base64url');
  }
}
