/** Words of a Blowfish state: 18 sub-keys, then four boxes of 256. */
const words = 18 + 4 * 256;

let digits: Uint32Array | undefined;

/** The first words of the fraction of pi, which Blowfish begins with: computed once by Machin's formula rather than listed. */
function digitsOfPi(): Uint32Array {
  if (digits !== undefined) return digits;
  const bits = BigInt(words * 32);
  const one = 1n << (bits + 64n);
  const arctangentOfInverse = (of: bigint): bigint => {
    let term = one / of;
    let sum = term;
    for (let n = 3n, sign = -1n; term !== 0n; n += 2n, sign = -sign) {
      term /= of * of;
      sum += (sign * term) / n;
    }
    return sum;
  };
  const fraction = 4n * (4n * arctangentOfInverse(5n) - arctangentOfInverse(239n)) - 3n * one;
  const hex = (fraction >> 64n).toString(16).padStart(words * 8, '0');
  digits = Uint32Array.from({ length: words }, (_, index) => Number.parseInt(hex.slice(index * 8, index * 8 + 8), 16));
  return digits;
}

/** Blowfish with the slow key schedule of bcrypt. */
export class Blowfish {
  readonly #state = Uint32Array.from(digitsOfPi());
  #left = 0;
  #right = 0;

  /** Mixes a key in; `salt` goes into what is encrypted on the way, as in the first expansion of bcrypt. Both as big-endian words. */
  expand(key: Uint32Array, salt?: Uint32Array): void {
    const state = this.#state;
    for (let index = 0; index < 18; index += 1) state[index] = (state[index] ?? 0) ^ (key[index % key.length] ?? 0);
    this.#left = 0;
    this.#right = 0;
    let at = 0;
    for (let index = 0; index < words; index += 2) {
      if (salt !== undefined) {
        this.#left ^= salt[at % salt.length] ?? 0;
        this.#right ^= salt[(at + 1) % salt.length] ?? 0;
        at += 2;
      }
      this.#encrypt();
      state[index] = this.#left;
      state[index + 1] = this.#right;
    }
  }

  /** Encrypts pairs of words in place. */
  encrypt(data: Uint32Array): void {
    for (let index = 0; index + 1 < data.length; index += 2) {
      this.#left = data[index] ?? 0;
      this.#right = data[index + 1] ?? 0;
      this.#encrypt();
      data[index] = this.#left;
      data[index + 1] = this.#right;
    }
  }

  #encrypt(): void {
    const state = this.#state;
    let left = this.#left;
    let right = this.#right;
    for (let round = 0; round < 16; round += 1) {
      left ^= state[round] ?? 0;
      const first = (state[18 + (left >>> 24)] ?? 0) + (state[274 + ((left >>> 16) & 0xff)] ?? 0);
      const second = (first ^ (state[530 + ((left >>> 8) & 0xff)] ?? 0)) + (state[786 + (left & 0xff)] ?? 0);
      right ^= second;
      [left, right] = [right, left];
    }
    this.#left = right ^ (state[17] ?? 0);
    this.#right = left ^ (state[16] ?? 0);
  }
}
