import { Fault, type FaultPlace } from '../../shape/fault.ts';

/** Where a rule of a gitleaks file stands. The parser of TOML does not say, so that headings are counted. */
export class Places {
  readonly #file: string;
  readonly #lines: readonly string[];
  /** Index of the line of each `[[rules]]`. */
  readonly #rules: readonly number[];

  constructor(file: string, text: string) {
    this.#file = file;
    this.#lines = text.split('\n');
    this.#rules = this.#lines.flatMap((line, index) => (/^\s*\[\[\s*rules\s*\]\]/.test(line) ? [index] : []));
  }

  /** The line of a key of the rule, of its heading where it has no such key. */
  rule(number: number, key?: string): FaultPlace {
    const start = this.#rules[number];
    if (start === undefined) return { file: this.#file };
    const end = this.#rules[number + 1] ?? this.#lines.length;
    const own = this.#lines.slice(start, end).findIndex((line) => /^\s*"?(\w+)"?\s*=/.exec(line)?.[1] === key);
    return { file: this.#file, line: start + Math.max(0, own) + 1 };
  }

  /** The line of the first table with this heading. */
  table(name: string): FaultPlace {
    const index = this.#lines.findIndex((line) => line.replace(/[[\]\s]/g, '').replace(/#.*/, '') === name);
    return { file: this.#file, line: index < 0 ? undefined : index + 1 };
  }
}

export function ruleFault(message: string, place: FaultPlace, hint: string, cause?: unknown): Fault {
  return new Fault('rule-invalid', message, { place, hint, cause });
}
