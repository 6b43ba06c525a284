import { caseTexts } from '../report/case-text.ts';
import type { CaseSummary } from '../report/case-summary.ts';
import { windowText } from '../report/read/window.ts';
import { severities } from '../shape/severity.ts';
import { whyNothingWasExamined } from './nothing-examined.ts';
import { harmless } from './terminal.ts';
import { amountText, countText, unreadText } from './wording.ts';

/** The end of a run, for a person: what was read, what was found, what could not be seen. */
export function summaryLines(summary: CaseSummary): string[] {
  const period =
    summary.first === undefined || summary.last === undefined
      ? 'no records'
      : `${minute(summary.first)} to ${minute(summary.last)} UTC`;
  const found = severities
    .toReversed()
    .filter((severity) => summary.findings[severity] > 0)
    .map((severity) => `${countText(summary.findings[severity])} ${severity}`);
  const why = whyNothingWasExamined(summary);
  const lines = [
    '',
    ...(why === undefined ? [] : [`${summary.posture === undefined ? 'NOTHING' : 'NO LOG'} WAS EXAMINED. ${why}`, '']),
    `Evidence   ${amountText(summary.files, 'file')}, ${amountText(summary.records, 'record')}, ${period}`,
    `           ${amountText(summary.duplicates, 'duplicate')} left out, ${countText(summary.rejected)} rejected as unreadable or unknown${unreadText(summary.unread)}`,
    ...(why === undefined
      ? [
          ...caseTexts(summary).map(({ about, text }) => `${about.padEnd(11)}${plainSpaces(text)}`),
          `Findings   ${found.length === 0 ? 'none' : found.join(', ')}`,
        ]
      : [
          ...caseTexts(summary)
            .filter(({ about }) => about === 'Posture')
            .map(({ about, text }) => `${about.padEnd(11)}${plainSpaces(text)}`),
          'Findings   none, because no log was examined',
        ]),
  ];
  for (const finding of summary.worst) {
    const who =
      finding.principals.length === 0
        ? ''
        : `  ${harmless(finding.principals.slice(0, 3).join(', '))}${finding.principals.length > 3 ? ', …' : ''}`;
    lines.push(`           ${finding.severity.padEnd(8)} ${minute(finding.first)}  ${harmless(finding.title)}${who}`);
  }
  lines.push(
    `Not seen   ${amountText(summary.gaps, 'gap')} in the evidence, ${countText(summary.notExamined)} of ${amountText(summary.examined + summary.notExamined, 'detection')} not examined for want of their logs`,
  );
  for (const text of summary.blindSpots) lines.push(`           ${harmless(text)}`);
  const window = windowText(summary.window);
  if (window !== '') lines.push(`           Only records ${window} (UTC) were examined.`);
  if (found.length === 0 && why === undefined)
    lines.push(
      '           Nothing found is not nothing happened: read coverage.json or the report for what could not be seen.',
    );
  return lines;
}

/** Numbers on the page are grouped by spaces that some terminals cannot show. */
function plainSpaces(text: string): string {
  return harmless(text.replaceAll('\u202f', ',').replaceAll('\u00a0', ' '));
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
