import { type Occurrence, readCorrelation } from './correlation-document.ts';
import { type Found, correlate } from './correlation.ts';
import { readDetection } from './detection.ts';
import { type Mapping, Refusal, mappingOf, readDocuments, refuse } from './document.ts';
import { valuesAt } from './event-value.ts';
import { type Filter, readFilter } from './filter.ts';
import { instantOf } from './time.ts';
import type { Placeholders } from './transformation.ts';

export type Outcome =
  | { readonly kind: 'rule'; readonly matches: readonly number[] }
  /** `completedBy` the events that complete it, `consistsOf` those of its windows, each ascending. */
  | { readonly kind: 'correlation'; readonly completedBy: readonly number[]; readonly consistsOf: readonly number[] }
  | { readonly kind: 'refused'; readonly because: string };

interface Options {
  /** The values of `expand`. */
  readonly placeholders?: Placeholders;
}

function attempt<T>(run: () => T): T | Refusal {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function refused({ message }: Refusal): Outcome {
  return { kind: 'refused', because: message };
}

function ascending(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].toSorted((left, right) => left - right);
}

/** The documents of one text over the events, each of which every log source holds. */
class Interpreter {
  readonly #documents: readonly Mapping[];
  readonly #events: readonly unknown[];
  readonly #placeholders: Placeholders;
  /** Correlations that are being worked out, so that one that leads to itself is noticed. */
  readonly #open = new Set<Mapping>();

  constructor(documents: readonly Mapping[], events: readonly unknown[], placeholders: Placeholders) {
    this.#documents = documents;
    this.#events = events;
    this.#placeholders = placeholders;
  }

  /** A filter has no outcome of its own, unless it is refused. */
  outcomeOf(document: Mapping): Outcome | undefined {
    if ('filter' in document) {
      const filter = attempt(() => this.#filter(document));
      return filter instanceof Refusal ? refused(filter) : undefined;
    }
    if ('correlation' in document) {
      const found = attempt(() => this.#correlation(document));
      if (found instanceof Refusal) return refused(found);
      const completedBy = ascending(found.completions.map(({ event }) => event));
      return { kind: 'correlation', completedBy, consistsOf: ascending(found.consistsOf) };
    }
    const matches = attempt(() => this.#matches(document));
    return matches instanceof Refusal ? refused(matches) : { kind: 'rule', matches };
  }

  #filter(document: Mapping): Filter {
    return readFilter(document, this.#documents, this.#placeholders);
  }

  #matches(rule: Mapping): readonly number[] {
    if (typeof rule.title !== 'string') refuse('a rule needs a title');
    if (rule.taxonomy !== undefined && rule.taxonomy !== 'sigma') refuse('another taxonomy');
    mappingOf(rule.logsource, 'logsource');
    const test = readDetection(mappingOf(rule.detection, 'detection'), this.#placeholders);
    const filters = this.#documents.filter((document) => 'filter' in document);
    const tests = filters
      .map((document) => attempt(() => this.#filter(document)))
      .flatMap((filter) => (filter instanceof Refusal || !filter.rules.includes(rule) ? [] : [filter.test]));
    return [...this.#events.keys()].filter((event) => [test, ...tests].every((one) => one(this.#events[event])));
  }

  #time(event: number): number | undefined {
    return instantOf(valuesAt(this.#events[event], 'timestamp')[0]);
  }

  #correlation(document: Mapping): Found {
    if (this.#open.has(document)) refuse('a correlation leads to itself');
    this.#open.add(document);
    try {
      const correlation = readCorrelation(document, this.#documents);
      const occurrences = correlation.rules.map((rule) => this.#occurrences(rule));
      return correlate(correlation, occurrences, {
        timeOf: (event) => this.#time(event) ?? Number.NaN,
        fieldOf: (event, name) => valuesAt(this.#events[event], name),
      });
    } finally {
      this.#open.delete(document);
    }
  }

  #occurrences(rule: Mapping): readonly Occurrence[] {
    if ('correlation' in rule) return this.#correlation(rule).completions;
    return this.#matches(rule).flatMap((event) => {
      const time = this.#time(event);
      if (time === undefined) return [];
      return [{ event, time, field: (name) => valuesAt(this.#events[event], name), parts: [event] }];
    });
  }
}

/**
 * What every document of a rule file finds among the events, by its title. The time of an event is its `timestamp`.
 * Slow, and as plain as possible: it is what the engine is held against.
 */
export function interpret(text: string, events: readonly unknown[], options: Options = {}): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  const documents = attempt(() => readDocuments(text));
  if (documents instanceof Refusal) return outcomes.set('', refused(documents));
  const interpreter = new Interpreter(documents, events, options.placeholders ?? {});
  for (const document of documents) {
    const outcome = interpreter.outcomeOf(document);
    if (outcome) outcomes.set(typeof document.title === 'string' ? document.title : '', outcome);
  }
  return outcomes;
}
