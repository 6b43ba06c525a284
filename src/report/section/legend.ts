import { type Html, html, trustedHtml } from '../page/html.ts';
import { colour } from '../chart/svg-chart.ts';

/** Shapes of the pictures' marks on a field of 12 by 12. */
const shapes: Readonly<Record<string, string>> = {
  diamond: 'M6 0L12 6L6 12L0 6Z',
  triangle: 'M6 1L11.5 11H.5Z',
  rect: 'M1 1H11V11H1Z',
  circle: 'M6 .5A5.5 5.5 0 1 1 5.99 .5Z',
};

export interface LegendEntry {
  readonly colour: string;
  readonly shape?: string;
  readonly text: string;
  readonly value?: string;
}

/** What the colours and shapes of a picture mean, as text beside the marks. */
export function legend(entries: readonly LegendEntry[]): Html {
  return html`<ul class="legend">${entries.map(
    (entry) =>
      html`<li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="${shapes[entry.shape ?? 'rect'] ?? ''}" fill="${trustedHtml(colour(entry.colour))}"/></svg> ${entry.text}${entry.value === undefined ? html`` : html` <b>${entry.value}</b>`}</li>`,
  )}</ul>
`;
}
