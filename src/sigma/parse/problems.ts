import { Fault, type FaultPlace } from '../../shape/fault.ts';
import { ruleFault } from './rule-fault.ts';
import type { Yaml, YamlEntry } from './yaml-document.ts';

/** Collects what is wrong with a file, so that one look shows all of it. */
export class Problems {
  readonly faults: Fault[] = [];

  add(message: string, place: FaultPlace, hint: string): undefined {
    this.faults.push(ruleFault(message, place, hint));
    return undefined;
  }

  /** The result of `work`, or undefined if it threw a fault, which is then kept. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.faults.push(error);
      return undefined;
    }
  }
}

export function entryOf(value: Yaml, key: string): YamlEntry | undefined {
  return value.kind === 'map' ? value.entries.find((entry) => entry.key === key) : undefined;
}

/** The text under `key`; numbers are taken as text, a missing or empty entry gives undefined. */
export function textOf(rule: Yaml, key: string, problems: Problems): string | undefined {
  const value = entryOf(rule, key)?.value;
  if (value === undefined) return undefined;
  if (value.kind !== 'scalar') return problems.add(`"${key}" must be text`, value.place, `Write "${key}: text".`);
  return value.value === null ? undefined : String(value.value);
}

/** The texts of the list under `key`; one text alone is a list of one. */
export function textsOf(rule: Yaml, key: string, problems: Problems): string[] {
  const value = entryOf(rule, key)?.value;
  if (value === undefined) return [];
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind === 'scalar') return item.value === null ? [] : [String(item.value)];
    problems.add(`"${key}" must be a list of texts`, item.place, 'Put quotes around text with ": " in it.');
    return [];
  });
}

/** The text under `key` if it is one of `words`, in lower case. */
export function wordOf<W extends string>(
  rule: Yaml,
  key: string,
  words: readonly W[],
  problems: Problems,
): W | undefined {
  const text = textOf(rule, key, problems);
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text.toLowerCase());
  const place = entryOf(rule, key)?.value.place ?? rule.place;
  return word ?? problems.add(`"${text}" is no ${key}`, place, `Use one of: ${words.join(', ')}.`);
}

/** A YAML value as JSON would hold it. */
export function plainYaml(value: Yaml): unknown {
  if (value.kind === 'list') return value.items.map(plainYaml);
  if (value.kind === 'map')
    return Object.fromEntries(value.entries.map((entry) => [entry.key, plainYaml(entry.value)]));
  return typeof value.value === 'bigint' ? Number(value.value) : value.value;
}
