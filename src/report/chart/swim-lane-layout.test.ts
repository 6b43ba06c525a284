import { expect, test } from 'vitest';
import { joinMarks, type LaneMark, laneTicks, markPitch, placeMarks, stepScale } from './swim-lane-layout.ts';

const start = Date.parse('2024-01-01T00:00:00.000Z');
const hour = 3_600_000;
const at = (hours: number) => new Date(start + hours * hour).toISOString();

function mark(lane: string, position: number, first: number, last = first): LaneMark {
  const records = last === first ? 1 : 5;
  const places = [{ source_table: 'activity', file_id: 1, record: Math.round(first * 60) }];
  return {
    kind: 'mailbox',
    lane,
    holds: 1,
    position,
    first: at(first),
    last: at(last),
    records,
    places,
    times: [start + first * hour],
  };
}

/** Forty days of waiting, then five steps in an hour. */
const steps = [0, 960, 960.2, 960.4, 960.6, 961].map((first, position) => ({
  position,
  first: at(first),
  last: at(position === 0 ? 960 : first),
}));

test('shows minutes of work beside days of waiting, and never runs backwards', () => {
  const scale = stepScale(steps, [], 0, 1000);
  const places = steps.map(({ first }) => scale(Date.parse(first)));
  expect(places[0]).toBe(0);
  expect(places.at(-1)).toBe(1000);
  for (const [index, place] of places.slice(1).entries()) expect(place - (places[index] ?? 0)).toBeGreaterThan(90);
  const all = Array.from({ length: 2000 }, (_, index) => scale(start + (index * 961 * hour) / 1999));
  expect(all).toEqual(all.toSorted((a, b) => a - b));
  expect(Math.max(...all)).toBeLessThanOrEqual(1000);
});

test('a single time stands in the middle', () => {
  expect(stepScale([], [mark('a', 0, 5)], 0, 100)(start + 5 * hour)).toBe(50);
});

test('two hundred marks in forty lanes are joined or put in rows, and none covers another', () => {
  const marks = Array.from({ length: 200 }, (_, index) =>
    mark(`lane ${index % 40}`, index % 6, (index * 8) % 961, ((index * 8) % 961) + (index % 3) * 20),
  ).toSorted((a, b) => (a.first < b.first ? -1 : 1));
  const scale = stepScale(steps, marks, 282, 958);
  const joined = joinMarks(marks, scale);
  expect(joined.length).toBeLessThan(marks.length);
  const sum = (list: readonly LaneMark[]) => list.reduce((total, { records }) => total + records, 0);
  expect(sum(joined)).toBe(sum(marks));
  const lanes = placeMarks(joined, scale);
  expect(lanes).toHaveLength(40);
  for (const lane of lanes) {
    for (let row = 0; row < lane.rows; row += 1) {
      const inRow = lane.marks.filter((place) => place.row === row);
      expect(inRow.length).toBeGreaterThan(0);
      for (const [index, place] of inRow.slice(1).entries())
        expect(place.from - (inRow[index]?.to ?? 0)).toBeGreaterThanOrEqual(markPitch);
    }
  }
});

test('a joined mark keeps the first records and the whole time', () => {
  const scale = stepScale([], [mark('a', 0, 0), mark('a', 0, 1000)], 0, 100);
  const [joined, ...others] = joinMarks(
    [mark('a', 0, 0), mark('a', 0, 10), mark('a', 0, 20, 30), mark('a', 0, 40)],
    scale,
  );
  expect(others).toEqual([]);
  expect(joined).toMatchObject({ first: at(0), last: at(40), records: 8 });
  expect(joined?.places.map(({ record }) => record)).toEqual([0, 600, 1200]);
  expect(joinMarks([mark('a', 0, 0), mark('b', 0, 1), mark('a', 1, 2)], scale)).toHaveLength(3);
});

test('labels of times keep their distance, the first step before any round time', () => {
  const scale = stepScale(steps, [], 0, 600);
  const ticks = laneTicks(steps, start + 961 * hour, [start, start + 240 * hour, start + 480 * hour], scale, 92);
  expect(ticks[0]?.time).toBe(start);
  for (const [index, tick] of ticks.slice(1).entries())
    expect(tick.at - (ticks[index]?.at ?? 0)).toBeGreaterThanOrEqual(92);
});
