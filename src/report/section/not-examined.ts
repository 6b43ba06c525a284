import { type Html, html } from '../page/html.ts';
import { counted, listed, logName, moment } from '../page/wording.ts';
import type { CaseSummary } from '../case-summary.ts';
import type { NotExamined } from '../read/detection.ts';
import type { GapRow } from '../read/gap.ts';
import { groupBy } from '../read/group-by.ts';
import { more, type Section, table, th } from './section.ts';

const limit = 500;

/** What nobody looked at: detections without their logs, and gaps in the logs that are there. */
export function notExaminedSection(
  detections: readonly NotExamined[],
  gaps: readonly GapRow[],
  summary: CaseSummary,
): Section {
  return {
    id: 'not-examined',
    title: 'What was not examined',
    body: html`<h3>Detections that could not look</h3>
${detectionsPart(detections, summary)}
<h3>Possible gaps in the evidence</h3>
${gapsPart(gaps, summary)}`,
  };
}

function detectionsPart(detections: readonly NotExamined[], summary: CaseSummary): Html {
  if (detections.length === 0) {
    return summary.examined === 0
      ? html`<p>No detection has been run on this case.</p>`
      : html`<p>Each of the ${counted(summary.examined, 'detection')} had at least one log to look at.</p>`;
  }
  const groups = groupBy(detections, ({ logs, reason }) => `${logs.join()}\n${reason}`);
  const rows = [...groups.values()].map(
    (
      group,
    ) => html`<tr><th scope="row">${listed((group[0]?.logs ?? []).map(logName), 'or')}</th><td>${group[0]?.reason ?? ''}</td>
<td><ul class="plain">${group.map(({ title }) => html`<li>${title}</li>`)}</ul></td></tr>
`,
  );
  return html`<p>${counted(detections.length, 'detection')} of ${detections.length + summary.examined} found nothing because there was nothing to look at. Export these logs and read them into the same case.</p>
${table('Detections that were not examined', [th('Needs'), th('Reason'), th('Detections')], rows)}`;
}

function gapsPart(gaps: readonly GapRow[], summary: CaseSummary): Html {
  if (gaps.length === 0) {
    return summary.records === 0
      ? html`<p>Without records, no gap can be told.</p>`
      : html`<p>None is known. A log that was never switched on leaves no gap either.</p>`;
  }
  const rows = gaps.slice(0, limit).map(
    (
      gap,
    ) => html`<tr><th scope="row">${gap.kind.replaceAll('-', ' ')}</th><td>${gap.log === null ? '' : logName(gap.log)}</td>
<td class="time">${moment(gap.first)}</td><td class="time">${moment(gap.last)}</td><td class="file"><span>${gap.file ?? ''}</span></td><td>${gap.detail}</td></tr>
`,
  );
  return html`<p>Times in UTC.</p>
${table('Possible gaps', [th('Kind'), th('Log'), th('From'), th('To'), th('File'), th('What is known')], rows)}
${more(gaps.length - limit, 'coverage.json')}`;
}
