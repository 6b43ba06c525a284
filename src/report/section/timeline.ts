import { severities } from '../../shape/severity.ts';
import { symbols, timelineChart } from '../chart/timeline.chart.ts';
import { html } from '../page/html.ts';
import { severityNames } from '../page/wording.ts';
import type { ActivityLane } from '../read/activity-lane.ts';
import { legend } from './legend.ts';
import type { Section } from './section.ts';

const laneLimit = 16;

/** When the detections matched, the worst of them, oldest first. `lanes` come worst first. */
export function timelineSection(lanes: readonly ActivityLane[]): Section {
  return {
    id: 'timeline',
    title: 'Timeline',
    body: lanes.length === 0 ? html`<p>There are no findings to draw.</p>` : picture(lanes),
  };
}

function picture(lanes: readonly ActivityLane[]) {
  const shown = lanes
    .slice(0, laneLimit)
    .toSorted((a, b) => compare(a.first, b.first) || compare(a.detection, b.detection));
  const present = severities.filter((severity) => shown.some((lane) => lane.severity === severity)).toReversed();
  const left = lanes.length - shown.length;
  return html`<figure>
${timelineChart(shown)}
${legend(present.map((severity) => ({ colour: severity, shape: symbols[severity], text: severityNames[severity] })))}
<figcaption>One line for each detection, oldest first; times in UTC. A mark stands for records that matched, a larger one for more of them.
${left > 0 ? `The ${shown.length} gravest detections are drawn; ${left} more are in the list of findings.` : ''}</figcaption>
</figure>`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
