import { Fault, type FaultPlace } from '../../shape/fault.ts';
import type { Yaml } from '../../sigma/parse/yaml-document.ts';

/** A mistake in a directive: what is wrong, where, and what to write instead. */
export function directiveFault(message: string, place: FaultPlace, hint: string): Fault {
  return new Fault('directive-invalid', message, { place, hint });
}

/** Takes the fields of a map one by one and, at the end, tells of any that nobody took. All errors name line and column. */
export class FieldReader {
  readonly place: FaultPlace;
  readonly #what: string;
  readonly #entries: Map<string, { keyPlace: FaultPlace; value: Yaml }>;

  /** @param what the map is, for messages: `a directive`. */
  constructor(value: Yaml, what: string) {
    if (value.kind !== 'map')
      throw directiveFault(`${what} must be a map`, value.place, 'Write "name: value", a line each.');
    this.#what = what;
    this.place = value.place;
    this.#entries = new Map(value.entries.map((entry) => [entry.key, entry]));
  }

  optional(name: string): Yaml | undefined {
    const value = this.#entries.get(name)?.value;
    this.#entries.delete(name);
    return value;
  }

  required(name: string): Yaml {
    const value = this.optional(name);
    if (value === undefined)
      throw directiveFault(
        `${this.#what} needs "${name}"`,
        this.place,
        'content/directive/README.md lists the fields.',
      );
    return value;
  }

  text(name: string): string {
    return textOf(this.required(name), name);
  }

  optionalText(name: string): string | undefined {
    const value = this.optional(name);
    return value === undefined ? undefined : textOf(value, name);
  }

  /** Parses a text; `expected` says what it should have been. */
  parsed<T>(name: string, parse: (text: string) => T | undefined, expected: string): T {
    const value = this.required(name);
    const text = textOf(value, name);
    const parsed = parse(text);
    if (parsed === undefined) throw directiveFault(`"${name}" is "${text}"`, value.place, `Write ${expected}.`);
    return parsed;
  }

  optionalTexts(name: string): string[] {
    const value = this.optional(name);
    return value === undefined ? [] : itemsOf(value, name).map((item) => textOf(item, name));
  }

  /** Call it last. */
  end(): void {
    for (const [name, { keyPlace }] of this.#entries)
      throw directiveFault(`${this.#what} has no field "${name}"`, keyPlace, 'Remove it, or correct its name.');
  }
}

/** The items of a list. */
export function itemsOf(value: Yaml, name: string): readonly Yaml[] {
  if (value.kind !== 'list')
    throw directiveFault(`"${name}" must be a list`, value.place, 'Write "- item", a line each.');
  return value.items;
}

/** A text that is not blank. */
export function textOf(value: Yaml, name: string): string {
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || value.value.trim() === '')
    throw directiveFault(
      `"${name}" must be a text`,
      value.place,
      'Write a text; put it in quotes if YAML takes it for something else.',
    );
  return value.value.trim();
}
