import type { CorrelationDocument, Member, Occurrence } from './correlation-document.ts';
import { folded, membersOf, numberOf } from './event-value.ts';

/** What a correlation comes to; events may be named more than once. */
export interface Found {
  /** Once for each event and group. */
  readonly completions: readonly Occurrence[];
  readonly consistsOf: readonly number[];
}

interface Group {
  readonly values: ReadonlyMap<string, string>;
  readonly members: Member[];
}

/** A window that meets the condition: with what it ends, and of what it consists. */
interface Hit {
  readonly completion: Member;
  readonly members: readonly Member[];
}

/** Every way to take one of each. */
function combinations(choices: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return choices.reduce<readonly (readonly string[])[]>(
    (made, options) => made.flatMap((start) => options.map((option) => [...start, option])),
    [[]],
  );
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** The events that count, in their groups. */
function groupsOf(correlation: CorrelationDocument, occurrences: readonly (readonly Occurrence[])[]): readonly Group[] {
  const isTemporal = correlation.type.startsWith('temporal');
  const groups = new Map<string, Group>();
  const taken = new Set<string>();
  for (const [rule, found] of occurrences.entries()) {
    const takenNow: string[] = [];
    for (const occurrence of found) {
      const texts = (name: string) => membersOf(occurrence.field(correlation.fieldOf(name, rule))).map(folded);
      const values = combinations(correlation.fields.map(texts)).map((one) =>
        one.length === 1 ? (one[0] ?? '') : JSON.stringify(one),
      );
      const counted =
        correlation.type === 'value_count' ? values : values.filter((value) => numberOf(value) !== undefined);
      if (correlation.fields.length > 0 && counted.length === 0) continue;
      const keys = combinations(correlation.groupBy.map(texts)).map((key) => JSON.stringify(key));
      for (const key of distinct(keys)) {
        // What an earlier rule counted in a group is counted; in time or order an event stands for each rule.
        const place = `${occurrence.event} ${key}`;
        if (!isTemporal && taken.has(place)) continue;
        takenNow.push(place);
        const names = JSON.parse(key) as string[];
        const group = groups.get(key) ?? {
          values: new Map(correlation.groupBy.map((name, place) => [name, names[place] ?? ''])),
          members: [],
        };
        groups.set(key, group);
        group.members.push({ ...occurrence, rule, values: counted });
      }
    }
    for (const place of takenNow) taken.add(place);
  }
  return [...groups.values()];
}

/** For each event the window that ends with it, if it meets the condition. */
function windowHits(correlation: CorrelationDocument, members: readonly Member[]): readonly Hit[] {
  return members
    .map((completion) => ({
      completion,
      members: members.filter(({ time }) => time >= completion.time - correlation.span && time <= completion.time),
    }))
    .filter((window) => correlation.meets(window.members));
}

/** Every chain of one event for each rule, in their order, that fits into the span. */
function chainHits(correlation: CorrelationDocument, members: readonly Member[]): readonly Hit[] {
  const startsOf = (chain: readonly Member[], end: Member): readonly (readonly Member[])[] => {
    const [first] = chain;
    if (first === undefined || first.rule === 0) return [chain];
    return members
      .filter(({ rule, time }) => rule === first.rule - 1 && time <= first.time && time >= end.time - correlation.span)
      .flatMap((earlier) => startsOf([earlier, ...chain], end));
  };
  return members
    .filter(({ rule }) => rule === correlation.rules.length - 1)
    .flatMap((end) => startsOf([end], end).map((chain) => ({ completion: end, members: chain })));
}

/** What is known of an event beside what a correlation made of it. */
interface Log {
  readonly timeOf: (event: number) => number;
  readonly fieldOf: (event: number, name: string) => readonly unknown[];
}

/** Runs a correlation over what its rules found, a list for each of them. */
export function correlate(
  correlation: CorrelationDocument,
  occurrences: readonly (readonly Occurrence[])[],
  log: Log,
): Found {
  const completions: Occurrence[] = [];
  const consistsOf: number[] = [];
  for (const { values, members } of groupsOf(correlation, occurrences)) {
    const hits =
      correlation.type === 'temporal_ordered' ? chainHits(correlation, members) : windowHits(correlation, members);
    const parts = distinct(hits.flatMap((hit) => hit.members).flatMap((member) => member.parts));
    consistsOf.push(...parts);
    for (const event of distinct(hits.map(({ completion }) => completion.event))) {
      const time = log.timeOf(event);
      completions.push({
        event,
        time,
        field: (name) => {
          const own = values.get(name);
          return own === undefined ? log.fieldOf(event, name) : [own];
        },
        parts: parts.filter((part) => log.timeOf(part) >= time - correlation.span && log.timeOf(part) <= time),
      });
    }
  }
  return { completions, consistsOf };
}
