import type { LaneMoment } from '../read/story-lane.ts';

/** A step of the story as the picture needs it. */
export interface LaneStep {
  readonly position: number;
  readonly first: string;
  readonly last: string;
}

/** A mark of the picture: what one step left in one lane within a span of time. */
export interface LaneMark extends LaneMoment {
  /** Times within the mark, in milliseconds since 1970: where its records are densest. */
  readonly times: readonly number[];
}

/** A mark with its place: `from` and `to` across, `row` within its lane. */
export interface PlacedMark {
  readonly mark: LaneMark;
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

export interface PlacedLane {
  readonly kind: LaneMoment['kind'];
  readonly name: string | null;
  readonly holds: number;
  readonly rows: number;
  readonly marks: readonly PlacedMark[];
}

/** Place across the picture of a time in milliseconds since 1970. */
export type TimeScale = (time: number) => number;

/** Width of a mark with the room around it: a target that a finger or an unsteady hand can hit. */
export const markPitch = 24;

/**
 * A scale from `left` to `right` that gives half of its width to time and half to the beginnings of steps in equal
 * parts: an intruder waits for weeks and then does five things in an hour, and both must be seen. Never runs backwards.
 */
export function stepScale(
  steps: readonly LaneStep[],
  marks: readonly LaneMark[],
  left: number,
  right: number,
): TimeScale {
  const ends = [...steps, ...marks].flatMap(({ first, last }) => [Date.parse(first), Date.parse(last)]);
  const min = Math.min(...ends);
  const max = Math.max(...ends);
  const bounds = [...new Set([min, max, ...steps.map(({ first }) => Date.parse(first))])].toSorted((a, b) => a - b);
  if (bounds.length < 2) return () => (left + right) / 2;
  const width = right - left;
  const each = width / 2 / (bounds.length - 1);
  const placeOf = (time: number, passed: number) => left + passed * each + ((time - min) / (max - min)) * (width / 2);
  return (time) => {
    const next = bounds.findIndex((bound) => bound > time);
    if (next === -1) return right;
    const start = bounds[next - 1] ?? min;
    const end = bounds[next] ?? max;
    return placeOf(time, Math.max(next - 1, 0) + Math.max(time - start, 0) / (end - start));
  };
}

/** Marks of the same step and lane that would touch become one that reaches from the first to the last. */
export function joinMarks(marks: readonly LaneMark[], scale: TimeScale): LaneMark[] {
  const joined: LaneMark[] = [];
  const latest = new Map<string, number>();
  for (const mark of marks) {
    const key = JSON.stringify([mark.kind, mark.lane, mark.position]);
    const index = latest.get(key);
    const before = index === undefined ? undefined : joined[index];
    if (index !== undefined && before !== undefined && gapBetween(before, mark, scale) < markPitch) {
      joined[index] = {
        ...before,
        last: before.last > mark.last ? before.last : mark.last,
        records: before.records + mark.records,
        places: [...before.places, ...mark.places].slice(0, 3),
        times: [...before.times, ...mark.times],
      };
    } else {
      latest.set(key, joined.push(mark) - 1);
    }
  }
  return joined;
}

function gapBetween(before: LaneMark, after: LaneMark, scale: TimeScale): number {
  return scale(Date.parse(after.first)) - scale(Date.parse(before.last));
}

/** Puts marks into their lanes, in as many rows as it takes so that none covers another. */
export function placeMarks(marks: readonly LaneMark[], scale: TimeScale): PlacedLane[] {
  const lanes = new Map<string, LaneMark[]>();
  for (const mark of marks) {
    const key = JSON.stringify([mark.kind, mark.lane]);
    lanes.set(key, [...(lanes.get(key) ?? []), mark]);
  }
  return [...lanes.values()].flatMap((inLane) => {
    const [head] = inLane;
    if (head === undefined) return [];
    const ends: number[] = [];
    const placed = inLane
      .map((mark) => ({ mark, from: scale(Date.parse(mark.first)), to: scale(Date.parse(mark.last)) }))
      .toSorted((a, b) => a.from - b.from || a.mark.position - b.mark.position)
      .map((place) => {
        const free = ends.findIndex((end) => end + markPitch <= place.from);
        const row = free === -1 ? ends.length : free;
        ends[row] = place.to;
        return { ...place, row };
      });
    return [{ kind: head.kind, name: head.lane, holds: head.holds, rows: ends.length, marks: placed }];
  });
}

/** A labelled time below the picture. */
export interface LaneTick {
  readonly time: number;
  readonly at: number;
}

/** The beginnings of steps and the end, and round times between them, none closer to another than `room`. */
export function laneTicks(
  steps: readonly LaneStep[],
  end: number,
  round: readonly number[],
  scale: TimeScale,
  room: number,
): LaneTick[] {
  const ticks: LaneTick[] = [];
  for (const time of [...steps.map(({ first }) => Date.parse(first)), end, ...round]) {
    const at = scale(time);
    if (ticks.every((tick) => Math.abs(tick.at - at) >= room)) ticks.push({ time, at });
  }
  return ticks.toSorted((a, b) => a.at - b.at);
}
