import type { PathTruth, PostureTruth, ToldPath, ToldWeakness } from './posture-truth.ts';

/** Keeps what an audit of a tenant's directory has to find. */
export class Findings {
  readonly #tenant: string;
  readonly #planted: ToldWeakness[] = [];
  readonly #accepted: ToldWeakness[] = [];
  readonly #paths: ToldPath[] = [];
  readonly #nearMisses: Omit<ToldPath, 'edges'>[] = [];

  constructor(tenant: string) {
    this.#tenant = tenant;
  }

  /** @param objects without any of them nothing is kept. */
  plant(lesson: string, check: string, objects: readonly string[], why: string): void {
    this.#planted.push(...this.#told(lesson, check, objects, why));
  }

  accept(lesson: string, check: string, objects: readonly string[], why: string): void {
    this.#accepted.push(...this.#told(lesson, check, objects, why));
  }

  path(from: string, to: string, edges: readonly string[], why: string): void {
    this.#paths.push({ tenant: this.#tenant, from, to, edges, why });
  }

  nearMiss(from: string, to: string, why: string): void {
    this.#nearMisses.push({ tenant: this.#tenant, from, to, why });
  }

  get posture(): PostureTruth {
    return { planted: together(this.#planted), accepted: together(this.#accepted) };
  }

  get paths(): PathTruth {
    const known = new Set<string>();
    const planted = this.#paths.filter(({ from, to, edges }) => {
      const key = [from, to, ...edges].join(' ');
      return !known.has(key) && known.add(key);
    });
    return { planted, nearMisses: this.#nearMisses };
  }

  #told(lesson: string, check: string, objects: readonly string[], why: string): ToldWeakness[] {
    if (objects.length === 0) return [];
    return [{ tenant: this.#tenant, lesson, check, objects, why }];
  }
}

/** One for each lesson, check and reason. */
function together(weaknesses: readonly ToldWeakness[]): ToldWeakness[] {
  const found = new Map<string, ToldWeakness>();
  for (const weakness of weaknesses) {
    const key = [weakness.lesson, weakness.check, weakness.why].join('\n');
    const objects = new Set([...(found.get(key)?.objects ?? []), ...weakness.objects]);
    found.set(key, { ...weakness, objects: [...objects].toSorted() });
  }
  return [...found.values()];
}
