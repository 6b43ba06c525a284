/** Pictures of the evaluation as SVG files that need nothing else. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, CustomChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

// Told apart without colour too: by symbol and by order in the legend.
const colours = ['#0b5cad', '#c4501b', '#2f7d32', '#7a3e9d', '#8a6d00', '#00798c', '#a3123f', '#4a4a4a', '#5f8f00'];
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'arrow', 'pin', 'circle', 'rect', 'triangle'];

async function draw(folder, name, { title, xAxis, series }) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 900, height: 460 });
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    color: colours,
    textStyle: { fontFamily: 'sans-serif' },
    title: { text: title, left: 16, top: 12, textStyle: { fontSize: 15 } },
    legend: { bottom: 8, data: series.map((one) => one.name), itemWidth: 26, itemGap: 32 },
    grid: { left: 76, right: 28, top: 56, bottom: series.length > 5 ? 118 : 92 },
    xAxis: { nameLocation: 'middle', nameGap: 28, minorTick: { show: false }, ...xAxis },
    yAxis: { type: 'value', min: 0, max: 100, name: 'found, %', nameLocation: 'middle', nameGap: 40 },
    series: series.flatMap(({ name: label, points }, at) => [
      // The interval of 95 % as a bar behind each point, a little aside for each line.
      {
        type: 'custom',
        name: `interval of ${label}`,
        silent: true,
        data: points.map(({ x, low, high }) => [x, 100 * low, 100 * high]),
        renderItem: (_, api) => {
          const [left, top] = api.coord([api.value(0), api.value(2)]);
          const [, bottom] = api.coord([api.value(0), api.value(1)]);
          const middle = left + (at - series.length / 2) * 2;
          return { type: 'line', shape: { x1: middle, y1: top, x2: middle, y2: bottom }, style: { stroke: colours[at], lineWidth: 1.5, opacity: 0.45 } };
        },
      },
      { type: 'line', name: label, symbol: symbols[at], symbolSize: 8, color: colours[at], data: points.map(({ x, share }) => [x, 100 * share]) },
    ]),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), `${svg}\n`);
}

const drawn = (series) => series.filter(({ points }) => points.length > 0);

/** @param grid `users` of a tenant, and `series` of each detector: points `x` (attempts a day), `share`, `low`, `high`. */
export async function drawGrid(folder, { users, series }) {
  if (drawn(series).length === 0) return;
  const xAxis = { type: 'log', name: 'attempts a day' };
  await draw(folder, 'spray-grid.svg', { title: `Sprays found in tenants of ${users.toLocaleString('en')} people, all attackers of the grid`, xAxis, series: drawn(series) });
}

/** @param series of each attacker: points with `x` (days since the first attempt). */
export async function drawDelay(folder, series) {
  if (drawn(series).length === 0) return;
  await draw(folder, 'spray-delay.svg', { title: 'Days from the first attempt until the spray is told', xAxis: { type: 'value', name: 'days', max: 30 }, series: drawn(series) });
}

/** @param series of each detector: points with `x` (false alarms in 30 days of a tenant that nobody sprays). */
export async function drawRoc(folder, series) {
  if (drawn(series).length === 0) return;
  // A logarithm has no zero: none is drawn as one in a hundred months.
  const shown = drawn(series).map(({ name, points }) => ({ name, points: points.map((point) => ({ ...point, x: Math.max(point.x, 0.01) })).toSorted((a, b) => a.x - b.x) }));
  const xAxis = { type: 'log', name: 'false alarms in 30 days (0.01: none)' };
  await draw(folder, 'spray-roc.svg', { title: 'Two attempts a day, copied clients, an address each, 500 people', xAxis, series: shown });
}
