import { coverageChart, wideBars } from '../chart/coverage.chart.ts';
import { bucketDays, bucketName } from '../chart/day-bucket.ts';
import { type Html, html } from '../page/html.ts';
import { grouped, logName, moment } from '../page/wording.ts';
import type { LogCoverage } from '../read/coverage.ts';
import type { GapRow } from '../read/gap.ts';
import { legend, type LegendEntry } from './legend.ts';
import { type Section, table, th, thNumber } from './section.ts';

/** Which logs are there on which days, and where they are not. */
export function coverageSection(logs: readonly LogCoverage[], gaps: readonly GapRow[]): Section {
  const body =
    logs.length === 0
      ? html`<p>No log is in this case, so that no day is covered.</p>`
      : html`${picture(
          logs.filter((log) => log.days.length > 0),
          gaps,
        )}${overview(logs)}`;
  return { id: 'coverage', title: 'What the evidence covers', body };
}

function picture(logs: readonly LogCoverage[], gaps: readonly GapRow[]): Html {
  const days = logs.flatMap((log) => log.days.map(({ day }) => day)).toSorted();
  if (days.length === 0) return html``;
  const bars = bucketName(bucketDays(days[0] ?? '', days.at(-1) ?? '', wideBars));
  const label = `Records per day of ${logs.map((log) => logName(log.log)).join(', ')}, from ${days[0] ?? ''} to ${days.at(-1) ?? ''}; the table below has the numbers.`;
  const entries: LegendEntry[] = [
    { colour: 'accent', text: `Records per ${bars}` },
    { colour: 'absent', text: 'No records' },
  ];
  if (gaps.some((gap) => gap.first !== null && logs.some(({ log }) => log === gap.log))) {
    entries.push({ colour: 'gap', text: 'Known gap' });
  }
  return html`<figure>
${coverageChart(logs, gaps, label)}
${legend(entries)}
<figcaption>Each log has its own scale: its busiest bar is as high as the row. Days in UTC.</figcaption>
</figure>
`;
}

function overview(logs: readonly LogCoverage[]): Html {
  return table(
    'Logs in this case',
    [
      th('Log'),
      thNumber('Records'),
      th('First (UTC)'),
      th('Last (UTC)'),
      thNumber('Days with records'),
      thNumber('Days between'),
    ],
    logs.map(
      (
        log,
      ) => html`<tr><th scope="row">${logName(log.log)}</th><td class="number">${grouped(log.records)}</td><td class="time">${moment(log.first)}</td><td class="time">${moment(log.last)}</td><td class="number">${grouped(log.days.length)}</td><td class="number">${grouped(daysBetween(log))}</td></tr>
`,
    ),
  );
}

/** Days from the first record's to the last one's, both counted. */
function daysBetween({ days }: LogCoverage): number {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  return first === undefined || last === undefined
    ? 0
    : Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
}
