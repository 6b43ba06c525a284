/** Spreads the bits of a whole number over 32 bits; different numbers give different results. */
export function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Up to four whole numbers as one of 32 bits; the order counts. */
export function mixAll(first: number, second: number, third = 0, fourth = 0): number {
  return mixTwo(mixTwo(mixTwo(mix(first), second), third), fourth);
}

const mixTwo = (mixed: number, value: number): number => mix(mixed ^ Math.imul(value, 0x9e3779b1) ^ 0x5bd1e995);

/** A text as a number of 32 bits. */
export function mixText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/**
 * Repeatable chance that can be set anew at no cost, for what is drawn for every person on every day; `Random` is for what is
 * drawn once.
 */
export class Draw {
  #state = 0;

  /** What follows depends on this number alone. */
  restart(seed: number): this {
    this.#state = seed >>> 0;
    return this;
  }

  /** A whole number of 32 bits. */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** At least 0 and less than 1. */
  next(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number less than `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** The index of one of the weights, which need not add up to 1. */
  weighted(weights: readonly number[]): number {
    let sum = 0;
    for (let index = 0; index < weights.length; index += 1) sum += weights[index] ?? 0;
    let left = this.next() * sum;
    for (let index = 0; index < weights.length; index += 1) {
      left -= weights[index] ?? 0;
      if (left < 0) return index;
    }
    return weights.length - 1;
  }

  /** About how many times something happens that happens `mean` times on average (Poisson). */
  count(mean: number): number {
    if (mean <= 0) return 0;
    // Beyond that the bell curve is as good, and the product below would be slow.
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.bell()));
    const limit = Math.exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > limit) {
      product *= this.next();
      count += 1;
    }
    return count;
  }

  /** Around 0 with a standard deviation of 1 (normal). */
  bell(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Around 1, never negative, with this coefficient of variation (log-normal). */
  factor(variation: number): number {
    const variance = Math.log(1 + variation * variation);
    return Math.exp(Math.sqrt(variance) * this.bell() - variance / 2);
  }
}
