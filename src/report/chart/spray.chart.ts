import type {
  GridComponentOption,
  SeriesOption,
  TitleComponentOption,
  XAXisComponentOption,
  YAXisComponentOption,
} from 'echarts';
import type { Html } from '../page/html.ts';
import { counted, grouped } from '../page/wording.ts';
import type { Campaign, SprayDay } from '../read/spray.ts';
import { bucketDays, type DayBuckets, labelEvery } from './day-bucket.ts';
import { colour, type Drawing, narrowWidth, renderChart, wideWidth } from './svg-chart.ts';

/** Bars of the wide drawing at most; more days become weeks. */
export const wideBars = 130;
const narrowBars = 100;

/** A campaign with the name that the reader knows it by. */
export interface CampaignBand extends Campaign {
  readonly name: string;
}

const bandLimit = 10;

/**
 * Wrong passwords by day in two rows, all of them, and with a scale of their own those from strange sources with the part
 * of sprays; below, each campaign as a band. `left` campaigns have none.
 */
export function sprayChart(
  days: readonly SprayDay[],
  campaigns: readonly CampaignBand[],
): { chart: Html; isLogarithmic: boolean; left: number } {
  const bands = campaigns
    .toSorted((a, b) => Number(a.kind === 'scanning') - Number(b.kind === 'scanning') || b.attempts - a.attempts)
    .slice(0, bandLimit)
    .toSorted((a, b) => campaigns.indexOf(a) - campaigns.indexOf(b));
  const isLogarithmic = hasFarPeaks(days);
  const sum = (of: (day: SprayDay) => number) => days.reduce((total, day) => total + of(day), 0);
  const label = `Wrong passwords per day from ${days[0]?.day ?? ''} to ${days.at(-1)?.day ?? ''}: ${sum((day) => day.guesses)} in all, ${sum((day) => day.strange)} from strange sources, ${sum((day) => day.sprayed)} of sprays. ${bands.map(({ name, first, last }) => `${name} from ${first.slice(0, 10)} to ${last.slice(0, 10)}`).join(', ')}`;
  const chart = renderChart(
    'sprays',
    label,
    draw(days, bands, { width: wideWidth, left: 220, bars: wideBars, labels: 7, isLogarithmic }),
    draw(days, bands, { width: narrowWidth, left: 52, bars: narrowBars, labels: 3, isLogarithmic }),
  );
  return { chart, isLogarithmic, left: campaigns.length - bands.length };
}

/** Whether the busiest day is so far above the usual ones that a linear scale would flatten them. */
function hasFarPeaks(days: readonly SprayDay[]): boolean {
  const busy = days.map(({ strange, sprayed }) => Math.max(strange, sprayed)).filter((count) => count > 0);
  const usual = busy.toSorted((a, b) => a - b)[Math.floor(busy.length / 2)] ?? 1;
  return Math.max(...busy, 1) > 20 * usual;
}

interface Frame {
  readonly width: number;
  readonly left: number;
  readonly bars: number;
  readonly labels: number;
  readonly isLogarithmic: boolean;
}

/** A row of the picture: its bars, those behind first. */
interface Row {
  readonly title: string;
  readonly total: number;
  readonly height: number;
  readonly isLogarithmic: boolean;
  readonly bars: readonly { readonly fill: string; readonly counts: readonly number[] }[];
}

function draw(days: readonly SprayDay[], bands: readonly CampaignBand[], frame: Frame): Drawing {
  const buckets = bucketDays(days[0]?.day ?? '', days.at(-1)?.day ?? '', frame.bars);
  const isNarrow = frame.left < 100;
  const all = perBucket(days, buckets, ({ guesses }) => guesses);
  const strange = perBucket(days, buckets, (day) => day.strange);
  const sprayed = perBucket(days, buckets, (day) => day.sprayed);
  const rows: Row[] = [
    {
      title: 'All wrong passwords',
      total: total(all),
      height: 80,
      isLogarithmic: false,
      bars: [{ fill: 'spray-all', counts: all }],
    },
    {
      title: 'From strange sources',
      total: total(strange),
      height: 130,
      isLogarithmic: frame.isLogarithmic,
      bars: [
        { fill: 'spray-strange', counts: strange },
        { fill: 'stage-mail-access', counts: sprayed },
      ],
    },
  ];
  const grid: GridComponentOption[] = [];
  const title: TitleComponentOption[] = [];
  const xAxis: XAXisComponentOption[] = [];
  const yAxis: YAXisComponentOption[] = [];
  const series: SeriesOption[] = [];
  let top = 0;
  for (const [index, row] of rows.entries()) {
    if (isNarrow) top += 24;
    grid.push({ left: frame.left, right: 10, top: top + 8, height: row.height, outerBoundsMode: 'none' });
    title.push(heading(row.title, counted(row.total, 'attempt'), top, isNarrow));
    xAxis.push({
      type: 'category',
      gridIndex: index,
      data: [...buckets.starts],
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: colour('line-2') } },
      axisLabel: {
        show: index === rows.length - 1,
        interval: labelEvery(buckets, frame.labels),
        color: colour('ink-2'),
        fontSize: 12,
      },
    });
    yAxis.push(scaleOf(row, index));
    for (const { fill, counts } of row.bars) {
      series.push({
        type: 'bar',
        silent: true,
        xAxisIndex: index,
        yAxisIndex: index,
        // What is of sprays stands in front of all that is strange.
        barGap: '-100%',
        barCategoryGap: '18%',
        barMinHeight: 1,
        itemStyle: { color: colour(fill) },
        data: counts.map((count) => (count === 0 ? null : row.isLogarithmic ? Math.log10(1 + count) : count)),
      });
    }
    top += row.height + 22;
  }
  if (bands.length > 0) {
    top += isNarrow ? 34 : 16;
    const rowHeight = 44;
    grid.push({ left: frame.left, right: 10, top, height: bands.length * rowHeight, outerBoundsMode: 'none' });
    xAxis.push({ type: 'value', gridIndex: 2, min: 0, max: buckets.starts.length, show: false });
    yAxis.push({ type: 'category', gridIndex: 2, inverse: true, data: bands.map(({ name }) => name), show: false });
    for (const [index, band] of bands.entries()) {
      const text = `${counted(band.attempts, 'attempt')}, ${counted(band.accounts.length, 'account')}`;
      title.push(heading(band.name, text, top + index * rowHeight + (isNarrow ? 14 : 0), isNarrow));
    }
    series.push(bandSeries(bands, buckets, days[0]?.day ?? '', isNarrow));
    top += bands.length * rowHeight;
  }
  return { width: frame.width, height: top + 14, option: { grid, title, xAxis, yAxis, series } };
}

function scaleOf(row: Row, gridIndex: number): YAXisComponentOption {
  const look = {
    gridIndex,
    splitLine: { lineStyle: { color: colour('line') } },
    axisLabel: { color: colour('ink-2'), fontSize: 12 },
  };
  if (!row.isLogarithmic) {
    const formatter = (value: number) => grouped(value);
    return {
      type: 'value',
      minInterval: 1,
      splitNumber: row.height < 100 ? 2 : 3,
      ...look,
      axisLabel: { ...look.axisLabel, formatter },
    };
  }
  const most = Math.max(...row.bars.flatMap(({ counts }) => counts), 1);
  const marks = Array.from({ length: Math.ceil(Math.log10(most)) }, (_, power) => 10 ** (power + 1));
  const values = [0, ...marks].map((mark) => Math.log10(1 + mark));
  return {
    type: 'value',
    min: 0,
    max: values.at(-1) ?? 1,
    ...look,
    axisTick: { customValues: values },
    axisLabel: {
      ...look.axisLabel,
      customValues: values,
      formatter: (value: number) => grouped(Math.round(10 ** value - 1)),
    },
  };
}

function bandSeries(
  bands: readonly CampaignBand[],
  buckets: DayBuckets,
  start: string,
  isNarrow: boolean,
): SeriesOption {
  const place = (time: string) => (Date.parse(time) - Date.parse(start)) / (buckets.days * 86_400_000);
  return {
    type: 'lines',
    coordinateSystem: 'cartesian2d',
    xAxisIndex: 2,
    yAxisIndex: 2,
    silent: true,
    data: bands.map((band, index) => {
      const from = place(band.first);
      return {
        coords: [
          [from, index],
          // Even a short one must be seen.
          [Math.max(place(band.last), from + buckets.starts.length / 200), index],
        ],
        lineStyle: {
          color: colour(band.kind === 'scanning' ? 'other' : 'stage-mail-access'),
          width: isNarrow ? 8 : 12,
          opacity: 1,
        },
      };
    }),
  };
}

function perBucket(days: readonly SprayDay[], buckets: DayBuckets, of: (day: SprayDay) => number): number[] {
  const sums = buckets.starts.map(() => 0);
  for (const day of days) {
    const index = buckets.indexOf(day.day);
    sums[index] = (sums[index] ?? 0) + of(day);
  }
  return sums;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function heading(text: string, detail: string, top: number, isNarrow: boolean): TitleComponentOption {
  return {
    text: isNarrow ? `${text} · ${detail}` : text,
    subtext: isNarrow ? '' : detail,
    left: 0,
    top: isNarrow ? top - 18 : top + 2,
    padding: [4, 0],
    itemGap: 5,
    textStyle: { fontSize: 13, fontWeight: 'normal', color: colour('ink') },
    subtextStyle: { fontSize: 12, color: colour('ink-2') },
  };
}
