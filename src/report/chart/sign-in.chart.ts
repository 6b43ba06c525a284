import type { Html } from '../page/html.ts';
import { grouped } from '../page/wording.ts';
import { type Outcome, outcomes, type SignInDay } from '../read/sign-in-outcome.ts';
import { bucketDays, labelEvery } from './day-bucket.ts';
import { colour, type Drawing, narrowWidth, renderChart, wideWidth } from './svg-chart.ts';

/** Bars of the wide and of the narrow drawing at most; more days become weeks. */
export const wideBars = 130;
const narrowBars = 60;

/** Sign-ins per day by outcome, as stacked bars. */
export function signInChart(days: readonly SignInDay[], label: string): Html {
  return renderChart(
    'sign-ins',
    label,
    draw(days, { width: wideWidth, height: 260, bars: wideBars, labels: 8 }),
    draw(days, { width: narrowWidth, height: 230, bars: narrowBars, labels: 3 }),
  );
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly bars: number;
  readonly labels: number;
}

function draw(days: readonly SignInDay[], frame: Frame): Drawing {
  const buckets = bucketDays(days[0]?.day ?? '', days.at(-1)?.day ?? '', frame.bars);
  const sums = new Map<Outcome, number[]>(outcomes.map((outcome) => [outcome, buckets.starts.map(() => 0)]));
  for (const day of days) {
    const index = buckets.indexOf(day.day);
    for (const [outcome, sum] of sums) sum[index] = (sum[index] ?? 0) + day[outcome];
  }
  return {
    width: frame.width,
    height: frame.height,
    option: {
      grid: { left: 64, right: 14, top: 14, bottom: 30, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: [...buckets.starts],
        axisLine: { lineStyle: { color: colour('line-2') } },
        axisTick: { show: false },
        axisLabel: {
          interval: labelEvery(buckets, frame.labels),
          color: colour('ink-2'),
          fontSize: 12,
        },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitNumber: 4,
        axisLabel: { color: colour('ink-2'), fontSize: 12, formatter: (value: number) => grouped(value) },
        splitLine: { lineStyle: { color: colour('line') } },
      },
      series: outcomes.map((outcome) => ({
        type: 'bar',
        stack: 'outcome',
        silent: true,
        barMaxWidth: 28,
        barCategoryGap: '18%',
        itemStyle: { color: colour(outcome) },
        data: sums.get(outcome)?.map((sum) => (sum === 0 ? null : sum)) ?? [],
      })),
    },
  };
}
