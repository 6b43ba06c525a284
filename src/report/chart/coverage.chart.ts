import type {
  BarSeriesOption,
  GridComponentOption,
  TitleComponentOption,
  XAXisComponentOption,
  YAXisComponentOption,
} from 'echarts';
import type { Html } from '../page/html.ts';
import { counted, logName } from '../page/wording.ts';
import { oneLine } from './one-line.ts';
import type { LogCoverage } from '../read/coverage.ts';
import type { GapRow } from '../read/gap.ts';
import { bucketDays, type DayBuckets, labelEvery } from './day-bucket.ts';
import { colour, type Drawing, narrowWidth, renderChart, wideWidth } from './svg-chart.ts';

/** Bars of the wide drawing at most; more days become weeks. */
export const wideBars = 200;
const narrowBars = 90;

/**
 * Records per log and day, a row for each log with its own scale: what matters is where records are and where not. Days
 * without any are tinted, days of a known gap are marked. Needs at least one log with a day.
 */
export function coverageChart(logs: readonly LogCoverage[], gaps: readonly GapRow[], label: string): Html {
  return renderChart(
    'coverage',
    label,
    draw(logs, gaps, { width: wideWidth, row: 62, left: 220, bars: wideBars, labels: 7 }),
    draw(logs, gaps, { width: narrowWidth, row: 84, left: 8, bars: narrowBars, labels: 3 }),
  );
}

interface Frame {
  readonly width: number;
  readonly row: number;
  readonly left: number;
  readonly bars: number;
  readonly labels: number;
}

const barHeight = 44;

function draw(logs: readonly LogCoverage[], gaps: readonly GapRow[], frame: Frame): Drawing {
  const days = logs.flatMap((log) => log.days.map(({ day }) => day)).toSorted();
  const buckets = bucketDays(days[0] ?? '', days.at(-1) ?? '', frame.bars);
  const isNarrow = frame.left < 100;
  const grid: GridComponentOption[] = [];
  const title: TitleComponentOption[] = [];
  const xAxis: XAXisComponentOption[] = [];
  const yAxis: YAXisComponentOption[] = [];
  const series: BarSeriesOption[] = [];
  for (const [index, log] of logs.entries()) {
    const top = index * frame.row + (isNarrow ? 28 : 4);
    const records = perBucket(log, buckets);
    const most = Math.max(...records, 1);
    const isLast = index === logs.length - 1;
    grid.push({ left: frame.left, right: 10, top, height: barHeight, outerBoundsMode: 'none' });
    title.push(rowTitle(log, top, isNarrow));
    xAxis.push({
      type: 'category',
      gridIndex: index,
      data: [...buckets.starts],
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: colour('line-2') } },
      axisLabel: {
        show: isLast,
        interval: labelEvery(buckets, frame.labels),
        color: colour('ink-2'),
        fontSize: 12,
      },
    });
    yAxis.push({ type: 'value', gridIndex: index, min: 0, max: most, show: false });
    const inGap = gapBuckets(log, gaps, buckets);
    const missing = records.map((count, bucket) => (count === 0 && !inGap.has(bucket) ? most : null));
    const gap = records.map((_, bucket) => (inGap.has(bucket) ? most : null));
    series.push(bars(index, missing, 'absent'), bars(index, gap, 'gap'));
    series.push({
      ...bars(
        index,
        records.map((count) => (count === 0 ? null : count)),
        'accent',
      ),
      barMinHeight: 2,
    });
  }
  return {
    width: frame.width,
    height: logs.length * frame.row + 36,
    option: { grid, title, xAxis, yAxis, series },
  };
}

function perBucket(log: LogCoverage, buckets: DayBuckets): number[] {
  const sums = buckets.starts.map(() => 0);
  for (const { day, records } of log.days) {
    const index = buckets.indexOf(day);
    sums[index] = (sums[index] ?? 0) + records;
  }
  return sums;
}

function gapBuckets(log: LogCoverage, gaps: readonly GapRow[], buckets: DayBuckets): Set<number> {
  const found = new Set<number>();
  for (const gap of gaps) {
    if (gap.log !== log.log || gap.first === null || gap.last === null) continue;
    const from = Math.max(buckets.indexOf(gap.first.slice(0, 10)), 0);
    const to = Math.min(buckets.indexOf(gap.last.slice(0, 10)), buckets.starts.length - 1);
    for (let index = from; index <= to; index += 1) found.add(index);
  }
  return found;
}

function bars(gridIndex: number, data: (number | null)[], fill: string): BarSeriesOption {
  return {
    type: 'bar',
    silent: true,
    xAxisIndex: gridIndex,
    yAxisIndex: gridIndex,
    // The three kinds of bars lie over each other; only the backgrounds touch their neighbours.
    barGap: '-100%',
    barCategoryGap: fill === 'accent' ? '12%' : '0%',
    itemStyle: { color: colour(fill) },
    data,
  };
}

function rowTitle(log: LogCoverage, top: number, isNarrow: boolean): TitleComponentOption {
  const name = oneLine(logName(log.log));
  const records = counted(log.records, 'record');
  return {
    text: isNarrow ? `${name} · ${records}` : name,
    subtext: isNarrow ? '' : records,
    left: isNarrow ? 4 : 0,
    top: isNarrow ? top - 24 : top + 2,
    padding: [4, 0],
    itemGap: 5,
    textStyle: { fontSize: 13, fontWeight: 'normal', color: colour('ink') },
    subtextStyle: { fontSize: 12, color: colour('ink-2') },
  };
}
