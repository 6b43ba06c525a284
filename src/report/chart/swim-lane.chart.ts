import { type Html, html, nothing, trustedHtml } from '../page/html.ts';
import { stageColour, stageName } from '../page/stage-name.ts';
import { counted, grouped, moment } from '../page/wording.ts';
import type { StoryStage } from '../read/story.ts';
import { oneLine } from './one-line.ts';
import { colour, narrowWidth, wideWidth } from './svg-chart.ts';
import {
  joinMarks,
  type LaneMark,
  laneTicks,
  markPitch,
  type PlacedLane,
  type PlacedMark,
  placeMarks,
  stepScale,
  type TimeScale,
} from './swim-lane-layout.ts';
import { timeAxis } from './time-axis.ts';

interface Frame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Characters of a lane's name. */
  readonly name: number;
  /** Room of the label of a time. */
  readonly tick: number;
  /** Whether names stand above the lanes instead of beside them. */
  readonly isNarrow: boolean;
}

const wideFrame: Frame = { width: wideWidth, left: 282, right: 958, name: 36, tick: 92, isNarrow: false };
const narrowFrame: Frame = { width: narrowWidth, left: 16, right: 364, name: 46, tick: 84, isNarrow: true };

/** Steps with the evidence that is drawn; `link` leads to the row of a step, `panel` is where records are opened. */
export interface SwimLanes {
  readonly label: string;
  readonly panel: string;
  readonly steps: readonly StoryStage[];
  readonly marks: readonly LaneMark[];
  readonly link: (step: number) => string;
  /** Numbers of the records that the page holds, among those that the mark stands for. */
  readonly recordsOf: (mark: LaneMark) => readonly number[];
}

/** Marks as the wide picture draws them: those that would touch are one. */
export function drawnMarks(steps: readonly StoryStage[], marks: readonly LaneMark[]): LaneMark[] {
  return joinMarks(marks, stepScale(steps, marks, wideFrame.left, wideFrame.right));
}

/**
 * The intrusion as lanes of accounts, applications and mailboxes, time from left to right. Each mark carries the number
 * and the colour of its step and is a link. Not made by the chart engine, whose pictures have no links.
 */
export function swimLaneChart(lanes: SwimLanes): Html {
  return html`<div class="chart lanes" role="group" aria-label="${lanes.label}">
<div class="wide">${draw(lanes, wideFrame)}</div>
<div class="narrow">${draw(lanes, narrowFrame)}</div>
</div>`;
}

const rowHeight = markPitch;
const kindNames = { account: 'Accounts', application: 'Applications', mailbox: 'Mailboxes' };

function draw(lanes: SwimLanes, frame: Frame): Html {
  const scale = stepScale(lanes.steps, lanes.marks, frame.left, frame.right);
  const placed = placeMarks(joinMarks(lanes.marks, scale), scale);
  const parts: Html[] = [];
  let top = 0;
  let kind = '';
  for (const lane of placed) {
    if (lane.kind !== kind) {
      parts.push(
        html`<text x="0" y="${top + 21}" class="kind">${kindNames[lane.kind]}</text><path d="M0 ${top + 30}H${frame.width}" class="rule"/>`,
      );
      kind = lane.kind;
      top += 30;
    }
    const marksTop = top + (frame.isNarrow ? 25 : 4);
    const bottom = marksTop + lane.rows * rowHeight + 4;
    const name = lane.name ?? othersName(lane, placed.filter(({ kind: other }) => other === lane.kind).length > 1);
    parts.push(html`<text x="0" y="${top + 20}" class="name"><title>${name}</title>${oneLine(name, frame.name)}</text>
${lane.marks.map((place) => drawMark(lanes, name, place, marksTop, scale))}
<path d="M0 ${bottom}H${frame.width}" class="line"/>`);
    top = bottom;
  }
  return html`<svg viewBox="0 0 ${frame.width} ${top + 42}">
${ticks(lanes, frame, scale, top)}${parts}
</svg>`;
}

function othersName({ kind, holds }: PlacedLane, hasNamed: boolean): string {
  const nouns = holds === 1 ? kind : kindNames[kind].toLowerCase();
  return `${grouped(holds)}${hasNamed ? ' other' : ''} ${nouns}`;
}

function drawMark(
  lanes: SwimLanes,
  lane: string,
  { mark, from, to, row }: PlacedMark,
  top: number,
  scale: TimeScale,
): Html {
  const index = lanes.steps.findIndex(({ position }) => position === mark.position);
  const step = lanes.steps[index];
  if (step === undefined) return nothing;
  const y = top + row * rowHeight + rowHeight / 2;
  const until = mark.last === mark.first ? '' : ` to ${moment(mark.last)}`;
  const label = `Step ${index + 1}, ${stageName(step.stage)}: ${counted(mark.records, 'record')}, ${lane}, ${moment(mark.first)}${until}`;
  const paint = trustedHtml(colour(stageColour(step.stage)));
  return html`<a href="#${lanes.link(index)}" data-records="${lanes.recordsOf(mark).join(' ')}" data-count="${mark.records}" data-panel="${lanes.panel}" aria-label="${label}"><title>${label}</title>
<rect x="${round(from - 12)}" y="${y - 12}" width="${round(to - from + 24)}" height="24" fill="transparent"/>${to - from < 12 ? nothing : span(mark, scale, y, paint)}<circle cx="${round(from)}" cy="${y}" r="9.5" fill="${paint}"/><text x="${round(from)}" y="${y + 4}">${index + 1}</text></a>
`;
}

/** A bar over the time of the mark, with a stroke where its records are. */
function span({ first, last, times }: LaneMark, scale: TimeScale, y: number, paint: Html): Html {
  const from = round(scale(Date.parse(first)));
  const width = round(scale(Date.parse(last)) - from + 4);
  return html`<rect x="${from}" y="${y - 4}" width="${width}" height="8" rx="4" fill="${paint}" opacity=".28"/><path d="${runs(
    times.map(scale),
  )
    .map(([start, end]) => `M${round(start)} ${y}H${round(end)}`)
    .join('')}" stroke="${paint}" stroke-width="8"/>`;
}

/** Places that lie close together as runs from the first to the last, each at least as long as can be seen. */
function runs(places: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const latest = found.at(-1);
    if (latest !== undefined && place - latest[1] < 6) latest[1] = place + 2;
    else found.push([place, place + 2]);
  }
  return found;
}

function ticks({ steps, marks }: SwimLanes, frame: Frame, scale: TimeScale, bottom: number): Html {
  const ends = [...steps, ...marks].flatMap(({ first, last }) => [Date.parse(first), Date.parse(last)]);
  const end = Math.max(...ends);
  const axis = timeAxis(Math.min(...ends), end, 12);
  const within = axis.marks.filter((time) => time > Math.min(...ends) && time < end);
  return html`${laneTicks(steps, end, within, scale, frame.tick).map(({ time, at }) => {
    const text = new Date(time).toISOString();
    const anchor = at < 40 ? 'start' : at > frame.width - 40 ? 'end' : 'middle';
    const x = anchor === 'start' ? 0 : anchor === 'end' ? frame.width : round(at);
    const clock = text.slice(11, 16);
    return html`<path d="M${round(at)} 0V${bottom + 6}" class="tick"/><text x="${x}" y="${bottom + 20}" class="when" text-anchor="${anchor}">${text.slice(0, 10)}</text>${clock === '00:00' ? nothing : html`<text x="${x}" y="${bottom + 35}" class="when" text-anchor="${anchor}">${clock}</text>`}
`;
  })}`;
}

/** The number and the colour of a step, as its marks have them. */
export function stepBadge(stage: string, index: number): Html {
  return html`<svg class="step-badge" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="10" cy="10" r="9.5" fill="${trustedHtml(colour(stageColour(stage)))}"/><text x="10" y="14">${grouped(index + 1)}</text></svg>`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
