import { BarChart, LinesChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsOption } from 'echarts';
import { type Html, html, trustedHtml } from '../page/html.ts';

use([BarChart, LinesChart, ScatterChart, GridComponent, TitleComponent, SVGRenderer]);

/** A picture in one width. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly option: EChartsOption;
}

/** Widths of the two drawings of each picture: one for wide pages, one for phones. */
export const wideWidth = 980;
export const narrowWidth = 380;

/** Colours of the pictures are the variables of the page's style, so that a picture follows light, dark and print. */
export const colour = (name: string): string => `var(--${name})`;

/** Text of the pictures; the family is the page's own, set by its style. */
const chartText = { fontFamily: 'sans-serif', fontSize: 12, color: colour('ink-2') };

/**
 * A picture as SVG, without script and the same every time. `label` says in words what it shows; the page chooses the
 * wide or the narrow drawing.
 */
export function renderChart(name: string, label: string, wide: Drawing, narrow: Drawing): Html {
  return html`<div class="chart" role="img" aria-label="${label}">
<div class="wide" aria-hidden="true">${renderDrawing(`${name}-wide`, wide)}</div>
<div class="narrow" aria-hidden="true">${renderDrawing(`${name}-narrow`, narrow)}</div>
</div>`;
}

function renderDrawing(name: string, { width, height, option }: Drawing): Html {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, useUTC: true, textStyle: chartText, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return trustedHtml(tidy(name, svg));
}

/**
 * The engine numbers its classes and clip paths through the life of the process and adds marks for a script that is not
 * there. Without them, two runs give the same bytes and two pictures on one page do not mix up. It escapes `<` in text,
 * so that what is removed here can only be its own.
 */
function tidy(name: string, svg: string): string {
  return svg
    .replace(/<style ?>.*?<\/style>/gs, '')
    .replace(
      / (class="zr\d+-cls-\d+"|ecmeta_\w+="[^"]*"|pointer-events="visible"|version="1.1"|baseProfile="full")/g,
      '',
    )
    .replace(/ xmlns:xlink="[^"]*"/, '')
    .replace(/(id="|url\(#)zr\d+-/g, `$1${name}-`)
    .replace(/^<svg width="\d+" height="\d+"/, '<svg')
    .replaceAll('\n', '');
}
