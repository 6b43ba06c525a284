import type { SeriesOption } from 'echarts';
import type { Html } from '../page/html.ts';
import { counted, severityNames } from '../page/wording.ts';
import type { ActivityLane } from '../read/activity-lane.ts';
import type { Severity } from '../../shape/severity.ts';
import { oneLine } from './one-line.ts';
import { colour, type Drawing, narrowWidth, renderChart, wideWidth } from './svg-chart.ts';
import { timeAxis } from './time-axis.ts';

/** Each severity has its own shape beside its own colour, for readers and printers without colours. */
export const symbols: Readonly<Record<Severity, string>> = {
  critical: 'diamond',
  high: 'triangle',
  medium: 'rect',
  low: 'circle',
};

/**
 * The timeline: a lane for each detection, oldest first, so that an attack reads from top left to bottom right. A mark
 * is a span of time with matched records, larger for more; the line reaches from the first to the last.
 */
export function timelineChart(lanes: readonly ActivityLane[]): Html {
  const label = `Timeline of ${counted(lanes.length, 'detection')}: ${lanes
    .map(
      (lane) =>
        `${lane.title}, ${severityNames[lane.severity]}, ${lane.first.slice(0, 10)} to ${lane.last.slice(0, 10)}`,
    )
    .join('; ')}.`;
  return renderChart('timeline', label, wide(lanes), narrow(lanes));
}

function wide(lanes: readonly ActivityLane[]): Drawing {
  const gutter = 348;
  const height = lanes.length * 30 + 40;
  return draw(
    lanes,
    { width: wideWidth, height, marks: 7, hasLines: true },
    { left: gutter, right: 14, top: 6, bottom: 34 },
    {
      align: 'left',
      margin: gutter - 2,
    },
  );
}

function narrow(lanes: readonly ActivityLane[]): Drawing {
  const height = lanes.length * 48 + 40;
  return draw(
    lanes,
    { width: narrowWidth, height, marks: 4, hasLines: false },
    { left: 8, right: 8, top: 2, bottom: 34 },
    {
      inside: true,
      align: 'left',
      verticalAlign: 'bottom',
      margin: 0,
      padding: [0, 0, 11, 0],
    },
  );
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly marks: number;
  /** Lines between the lanes; not where the lane's name stands above its marks. */
  readonly hasLines: boolean;
}

function draw(lanes: readonly ActivityLane[], frame: Frame, grid: object, laneLabel: object): Drawing {
  const times = lanes.flatMap((lane) => [Date.parse(lane.first), Date.parse(lane.last)]);
  const axis = timeAxis(Math.min(...times), Math.max(...times), frame.marks);
  const most = Math.max(...lanes.flatMap((lane) => lane.points.map((point) => point.records)), 1);
  const series: SeriesOption[] = [spanSeries(lanes), ...lanes.map((lane, index) => markSeries(lane, index, most))];
  return {
    width: frame.width,
    height: frame.height,
    option: {
      grid: { outerBoundsMode: 'none', ...grid },
      xAxis: {
        type: 'value',
        min: axis.min,
        max: axis.max,
        axisLine: { show: true, lineStyle: { color: colour('line-2') } },
        axisTick: { show: true, customValues: [...axis.marks], lineStyle: { color: colour('line-2') } },
        axisLabel: {
          customValues: [...axis.marks],
          formatter: axis.format,
          color: colour('ink-2'),
          fontSize: 12,
          hideOverlap: true,
        },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: lanes.map((lane) => oneLine(lane.title)),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { interval: 0, color: colour('ink'), fontSize: 13, ...laneLabel },
        splitLine: { show: frame.hasLines, interval: 0, lineStyle: { color: colour('line') } },
      },
      series,
    },
  };
}

function spanSeries(lanes: readonly ActivityLane[]): SeriesOption {
  return {
    type: 'lines',
    coordinateSystem: 'cartesian2d',
    silent: true,
    z: 1,
    data: lanes.map((lane, index) => ({
      coords: [
        [Date.parse(lane.first), index],
        [Date.parse(lane.last), index],
      ],
      lineStyle: { color: colour(lane.severity), width: 2, opacity: 0.35 },
    })),
  };
}

function markSeries(lane: ActivityLane, index: number, most: number): SeriesOption {
  return {
    type: 'scatter',
    silent: true,
    symbol: symbols[lane.severity],
    itemStyle: { color: colour(lane.severity), borderColor: colour('paper'), borderWidth: 1, opacity: 0.95 },
    data: lane.points.map(({ at, records }) => ({
      value: [Date.parse(at), index],
      // Area grows with the number of records, as the eye compares areas.
      symbolSize: 8 + 9 * Math.sqrt(records / most),
    })),
  };
}
