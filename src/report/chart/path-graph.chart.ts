import { layout } from '@dagrejs/dagre';
import { Graph } from '@dagrejs/graphlib';
import type { Path } from '../../privilege/path.ts';
import { type Html, html } from '../page/html.ts';
import { oneLine } from './one-line.ts';
import { narrowWidth, wideWidth } from './svg-chart.ts';

/** A node of the picture; `count` principals of a kind that have the same way stand as one. */
interface Box {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  x: number;
  y: number;
}

interface Frame {
  readonly width: number;
  readonly direction: 'LR' | 'TB';
  readonly box: { readonly width: number; readonly height: number; readonly letters: number };
}

const box = { width: 190, height: 34, letters: 27 };
const wide: Frame = { width: wideWidth, direction: 'LR', box };
const high: Frame = { width: wideWidth, direction: 'TB', box };
const narrow: Frame = { width: narrowWidth, direction: 'TB', box };
/** Longer paths would be too small to read from left to right. */
const stepsAbreast = 3;

/** Ways that are drawn where the page is narrow. */
export const abreastOnPhones = 2;

/** One way, and the boxes that it leads through. */
interface Way {
  readonly boxes: readonly Box[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly edge: string }[];
}

/** An edge with its label, and where the layout has put both. */
interface EdgeLine {
  readonly edge: string;
  readonly width: number;
  readonly height: number;
  readonly labelpos: 'c';
  x?: number;
  y?: number;
  points?: { x: number; y: number }[];
}

/**
 * Paths as a graph whose steps go from left to right, or from top to bottom where the page is narrow. Principals with the
 * same way are one box. The layout is dagre's.
 */
export function pathGraph(label: string, paths: readonly Path[]): Html {
  return html`<div class="chart paths" role="img" aria-label="${label}">
<div class="wide" aria-hidden="true">${draw(joined(paths), paths.some(({ steps }) => steps.length > stepsAbreast) ? high : wide)}</div>
<div class="narrow" aria-hidden="true">${draw(joined(paths).slice(0, abreastOnPhones), narrow)}</div>
</div>`;
}

function draw(ways: readonly Way[], frame: Frame): Html {
  const graph = new Graph<object, Box & { width: number; height: number }, EdgeLine>();
  graph.setGraph({
    rankdir: frame.direction,
    nodesep: 14,
    ranksep: frame.direction === 'LR' ? 24 : 20,
    marginx: 2,
    marginy: 12,
  });
  for (const { boxes, edges } of ways) {
    for (const box of boxes) graph.setNode(box.id, { ...box, ...frame.box });
    for (const { from, to, edge } of edges) graph.setEdge(from, to, { edge, ...labelRoom(edge), labelpos: 'c' });
  }
  layout(graph);
  const boxes = graph.nodes().map((id) => graph.node(id));
  const width = Math.max(...boxes.map(({ x }) => x + frame.box.width / 2)) + 2;
  const height = Math.max(...boxes.map(({ y }) => y + frame.box.height / 2)) + 12;
  return html`<svg viewBox="0 0 ${round(Math.max(width, frame.width))} ${round(height)}">
${graph.edges().map((edge) => line(graph.edge(edge)))}${boxes.map((box) => node(box, frame))}</svg>`;
}

/** The paths with those that begin at principals of one kind and then go the same way put together. */
function joined(paths: readonly Path[]): Way[] {
  const groups = new Map<string, Path[]>();
  for (const path of paths) {
    const [first, ...rest] = path.steps;
    const key = JSON.stringify([first?.edge, first?.to, rest.map(({ edge, to }) => [edge, to])]);
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups].map(([key, group]) => {
    const [first] = group;
    const steps = first?.steps ?? [];
    const start = group.length === 1 ? (first?.from ?? '') : `start ${key}`;
    const boxes = [
      {
        id: start,
        label: group.length === 1 ? (first?.fromName ?? '') : `${group.length} principals`,
        kind: 'start',
        x: 0,
        y: 0,
      },
      ...steps.map(({ to, toName }, index) => ({
        id: to,
        label: toName,
        kind: index === steps.length - 1 ? 'end' : 'between',
        x: 0,
        y: 0,
      })),
    ];
    const edges = steps.map(({ from, to, edge }, index) => ({ from: index === 0 ? start : from, to, edge }));
    return { boxes, edges };
  });
}

function node({ x, y, label, kind }: Box, { box }: Frame): Html {
  return html`<g class="${kind}"><title>${label}</title><rect x="${round(x - box.width / 2)}" y="${round(y - box.height / 2)}" width="${box.width}" height="${box.height}" rx="5"/><text x="${round(x)}" y="${round(y + 4)}" text-anchor="middle">${oneLine(label, box.letters)}</text></g>
`;
}

function line({ edge, points = [], x, y }: EdgeLine): Html {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return html``;
  const path = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`).join('');
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const wing = (turn: number): string =>
    `${round(end.x - 7 * Math.cos(angle + turn))} ${round(end.y - 7 * Math.sin(angle + turn))}`;
  const lines = labelLines(edge);
  const top = (y ?? 0) - (lines.length * lineHeight) / 2;
  return html`<path d="${path}" class="edge"/><path d="M${wing(0.45)}L${round(end.x)} ${round(end.y)}L${wing(-0.45)}" class="edge"/>${lines.map((text, index) => html`<text x="${round(x ?? 0)}" y="${round(top + (index + 0.75) * lineHeight)}" class="kind" text-anchor="middle">${text}</text>`)}
`;
}

const lineHeight = 12;
const lettersOfLabel = 17;

/** The id of an edge on as few lines as fit, broken at its hyphens. */
function labelLines(edge: string): string[] {
  const lines: string[] = [];
  for (const part of edge.split(/(?<=-)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length <= lettersOfLabel) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
}

function labelRoom(edge: string): { width: number; height: number } {
  const lines = labelLines(edge);
  return { width: 6 + 5.6 * Math.max(...lines.map((text) => text.length)), height: 4 + lines.length * lineHeight };
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
