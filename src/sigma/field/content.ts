import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../shape/fault.ts';
import { plainYaml } from '../parse/problems.ts';
import { readYaml } from '../parse/yaml-document.ts';

/** A part of a file of `content/`, checked while it is read. */
export class Content {
  readonly #file: string;
  readonly #value: unknown;

  constructor(file: string, value: unknown) {
    this.#file = file;
    this.#value = value;
  }

  /** The parts under their names; none if it is no map. */
  get entries(): readonly (readonly [name: string, content: Content])[] {
    const isMap = typeof this.#value === 'object' && this.#value !== null && !Array.isArray(this.#value);
    return isMap ? Object.entries(this.#value).map(([name, value]) => [name, new Content(this.#file, value)]) : [];
  }

  /** The parts of a list; one value alone is a list of one. */
  get items(): readonly Content[] {
    const values: readonly unknown[] = Array.isArray(this.#value) ? this.#value : [this.#value];
    return values.filter((value) => value !== undefined).map((value) => new Content(this.#file, value));
  }

  /** What stands under the name; empty if nothing does. */
  at(name: string): Content {
    return this.entries.find(([key]) => key === name)?.[1] ?? new Content(this.#file, undefined);
  }

  get text(): string | undefined {
    const value = this.#value;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
  }

  /** Texts of a list, or the lines of one text without those that begin with `#`. */
  get texts(): readonly string[] {
    return this.items
      .flatMap(({ text }) => (text ?? '').split('\n'))
      .filter((line) => line !== '' && !line.startsWith('#'));
  }

  /** The text under the name. @throws Fault `content-invalid` if there is none. */
  needed(name: string): string {
    const text = this.at(name).text;
    if (text === undefined) throw invalid(this.#file, `"${name}" is missing`);
    return text;
  }

  /** A regular expression without regard to capitals. @throws Fault `content-invalid` if it is none. */
  expression(name: string): RegExp {
    try {
      return new RegExp(this.needed(name), 'iu');
    } catch {
      throw invalid(this.#file, `"${name}" is no regular expression`);
    }
  }
}

/** The files of a folder below `content/`, sorted. @throws Fault `content-invalid` if one is not readable. */
export function readContent(folder: string): Content[] {
  const path = fileURLToPath(new URL(`../../../content/${folder}/`, import.meta.url));
  return readdirSync(path)
    .filter((file) => file.endsWith('.yml'))
    .toSorted()
    .map((file) => {
      const { documents, faults } = readYaml(readFileSync(`${path}${file}`, 'utf8'), file);
      const [document] = documents;
      if (document === undefined || faults.length > 0) throw invalid(file, 'it is not readable');
      return new Content(file, plainYaml(document));
    });
}

function invalid(file: string, what: string): Fault {
  const hint = 'Install the package again: this file belongs to it.';
  return new Fault('content-invalid', `what is known of the logs cannot be used: ${what}`, { place: { file }, hint });
}
