import type { Person, Population } from '../population/population.ts';
import type { Random } from '../random.ts';
import type { Parameters } from './parameter.ts';
import type { Place } from './place.ts';

/** Where an intruder's traffic comes from: homes of strangers, through residential proxies. */
export class Origin {
  readonly #random: Random;
  readonly #population: Population;
  readonly #used = new Set<string>();
  readonly #pool: Place[] = [];

  constructor(random: Random, population: Population) {
    this.#random = random;
    this.#population = population;
  }

  /** An address that this intruder never had before, near the account if one is given. */
  fresh(near?: Person): Place {
    for (let attempt = 0; ; attempt += 1) {
      const place =
        near === undefined ? this.#population.proxy(this.#random) : this.#population.homeLike(this.#random, near);
      if (this.#used.has(place.ipAddress) && attempt < 1000) continue;
      this.#used.add(place.ipAddress);
      return place;
    }
  }

  /** A server that this intruder rents. */
  server(): Place {
    return this.#population.server(this.#random);
  }

  /** For the next guess at the account; a pool is filled first and then used by turns. */
  forGuess(account: Person, { addressPool, geography }: Pick<Parameters, 'addressPool' | 'geography'>): Place {
    const near = geography === 'matched' ? account : undefined;
    if (addressPool === 'new') return this.fresh(near);
    if (this.#pool.length < addressPool) this.#pool.push(this.fresh(near));
    const place = this.#pool.length < addressPool ? this.#pool.at(-1) : this.#random.pick(this.#pool);
    return place ?? this.fresh(near);
  }
}
