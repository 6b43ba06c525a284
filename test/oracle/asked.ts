import { placeholders } from './generate.ts';
import { type Outcome, interpret } from './interpret.ts';

const header = 'title: test\nlogsource: {category: test}\n';

/** The events that a rule with this detection finds. */
export function found(detection: string, events: readonly unknown[]): Outcome | undefined {
  return interpret(`${header}detection: ${detection}`, events, { placeholders }).get('test');
}

export function finds(detection: string, events: readonly unknown[]): readonly number[] | undefined {
  const outcome = found(detection, events);
  return outcome?.kind === 'rule' ? outcome.matches : undefined;
}

/** The events whose field `a` is met by one line. */
export function meets(line: string, ...values: readonly unknown[]): readonly unknown[] {
  const matches = finds(
    `{s: {${line}}, condition: s}`,
    values.map((a) => ({ a })),
  );
  return (matches ?? []).map((place) => values[place]);
}

export function at(seconds: number, kind: string, more: object = {}): object {
  return { timestamp: new Date(Date.UTC(2024, 0, 1) + seconds * 1000).toISOString(), kind, ...more };
}

/** Rules `A`, `B` and `C`, which find the events of their kind, and those correlations. */
export function correlated(correlations: string, events: readonly unknown[]): Outcome | undefined {
  const rules = ['A', 'B', 'C'].map(
    (name) =>
      `title: ${name}\nname: ${name}\nlogsource: {category: test}\ndetection: {s: {'kind|contains': ${name}}, condition: s}`,
  );
  return interpret([...rules, correlations].join('\n---\n'), events).get('test');
}
