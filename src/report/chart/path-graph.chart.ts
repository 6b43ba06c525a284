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

const wide: Frame = { width: wideWidth, direction: 'LR', box: { width: 168, height: 34, letters: 24 } };
const narrow: Frame = { width: narrowWidth, direction: 'TB', box: { width: 168, height: 34, letters: 24 } };

/**
 * Paths as a graph whose steps go from left to right, or from top to bottom where the page is narrow. Principals with the
 * same way are one box. The layout is dagre's.
 */
export function pathGraph(label: string, paths: readonly Path[]): Html {
  return html`<div class="chart paths" role="img" aria-label="${label}">
<div class="wide" aria-hidden="true">${draw(paths, wide)}</div>
<div class="narrow" aria-hidden="true">${draw(paths, narrow)}</div>
</div>`;
}

function draw(paths: readonly Path[], frame: Frame): Html {
  const graph = new Graph<
    object,
    Box & { width: number; height: number },
    { edge: string; points?: { x: number; y: number }[] }
  >();
  graph.setGraph({
    rankdir: frame.direction,
    nodesep: 14,
    ranksep: frame.direction === 'LR' ? 96 : 44,
    marginx: 2,
    marginy: 12,
  });
  for (const { boxes, edges } of joined(paths)) {
    for (const box of boxes) graph.setNode(box.id, { ...box, ...frame.box });
    for (const { from, to, edge } of edges) graph.setEdge(from, to, { edge });
  }
  layout(graph);
  const boxes = graph.nodes().map((id) => graph.node(id));
  const width = Math.max(...boxes.map(({ x }) => x + frame.box.width / 2)) + 2;
  const height = Math.max(...boxes.map(({ y }) => y + frame.box.height / 2)) + 12;
  return html`<svg viewBox="0 0 ${round(Math.max(width, frame.width))} ${round(height)}">
${graph.edges().map((edge) => line(graph.edge(edge), frame))}${boxes.map((box) => node(box, frame))}</svg>`;
}

/** The paths with those that begin at principals of one kind and then go the same way put together. */
function joined(paths: readonly Path[]) {
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

function line(
  { edge, points = [] }: { edge: string; points?: { x: number; y: number }[] },
  { direction }: Frame,
): Html {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return html``;
  const middle = points[Math.floor(points.length / 2)] ?? end;
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const wing = (turn: number): string =>
    `${round(end.x - 7 * Math.cos(angle + turn))} ${round(end.y - 7 * Math.sin(angle + turn))}`;
  return html`<path d="${path}" class="edge"/><path d="M${wing(0.45)}L${round(end.x)} ${round(end.y)}L${wing(-0.45)}" class="edge"/><text x="${round(middle.x)}" y="${round(middle.y - 5)}" class="kind" text-anchor="middle">${direction === 'LR' ? oneLine(edge, 22) : edge}</text>
`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
