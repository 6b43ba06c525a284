import { logs as allLogs } from '../../shape/detection.ts';
import { severities } from '../../shape/severity.ts';
import type { CaseSummary } from '../case-summary.ts';
import { caseTexts } from '../case-text.ts';
import { windowText } from '../read/window.ts';
import type { CaseView } from './case-view.ts';
import { type Html, html, nothing } from './html.ts';
import { counted, grouped, listed, logName, moment, severityNames } from './wording.ts';

/**
 * The case in a few sentences: intrusions, mailboxes, campaigns and the detection floor; what was found, and whom and
 * what it concerns. Nothing in it is more certain than the tables are. {@link whatIsUnknown} belongs beside it.
 */
export function summarySentences(view: CaseView): readonly Html[] {
  const texts = caseTexts(view.summary);
  // Without an intrusion, that and the floor are said above, beside what was not examined.
  const told = (view.stories.length === 0 ? texts.slice(1, -1) : texts).map(
    ({ about, text }) => html`<strong>${about}:</strong> ${text}`,
  );
  return [...told, whatWasFound(view.summary), whatMattersMost(view)].filter((sentence) => sentence !== nothing);
}

function whatWasFound(summary: CaseSummary): Html {
  const read = `${counted(summary.records, 'record')} from ${counted(summary.files, 'file')}`;
  if (summary.files === 0)
    return html`<strong>Nothing was examined:</strong> no evidence has been read into this case.`;
  if (summary.records === 0) {
    return html`<strong>Nothing was examined:</strong> ${summary.files === 1 ? 'the one file' : `none of the ${grouped(summary.files)} files`} in this case
      ${summary.files === 1 ? 'does not hold' : 'holds'} a record that could be read.`;
  }
  const span = html`between <span class="time">${moment(summary.first)}</span> and <span class="time">${moment(summary.last)} UTC</span>`;
  if (summary.examined === 0) {
    return html`<strong>Nothing was examined:</strong> ${read} ${span} were read, but no detection could look at them.`;
  }
  const total = severities.reduce((sum, severity) => sum + summary.findings[severity], 0);
  if (total === 0) {
    return html`<strong>Nothing matched:</strong> none of the ${counted(summary.examined, 'detection')} that could look
      found anything in ${read} ${span}.`;
  }
  const bySeverity = severities.toReversed().flatMap((severity) => {
    const count = summary.findings[severity];
    return count === 0 ? [] : [`${grouped(count)}\u00a0${severityNames[severity].toLowerCase()}`];
  });
  return html`<strong>${counted(total, 'finding')}</strong> (${listed(bySeverity)}) rest on
    ${counted(summary.matchedRecords, 'record')} out of ${read} ${span}.`;
}

function whatMattersMost({ summary, concerned }: CaseView): Html {
  if (summary.worst.length === 0) return nothing;
  const shown = new Map<string, Html>();
  for (const finding of summary.worst) {
    if (shown.size === 3) break;
    if (shown.has(finding.title)) continue;
    const who = finding.principals[0] ?? '';
    shown.set(
      finding.title,
      html`<a href="#finding-${finding.id}">${finding.title}</a> (${severityNames[finding.severity].toLowerCase()},
        ${who === '' ? '' : `${who}, `}<span class="time">${moment(finding.first).slice(0, 16)}</span>)`,
    );
  }
  const pieces = [...shown.values()];
  const joined = pieces.map((piece, index) =>
    index === 0 ? piece : html`${index === pieces.length - 1 ? ' and ' : ', '}${piece}`,
  );
  const names = [...concerned.foremost];
  const whom =
    concerned.total === 0
      ? html``
      : concerned.total <= names.length
        ? html`; concerned: ${listed(names)}`
        : html`; ${grouped(concerned.total)} accounts and applications are concerned, foremost ${listed(names)}`;
  return html`<strong>The gravest:</strong> ${joined}${whom}.`;
}

/** What the evidence cannot tell, as a sentence: logs that are missing, gaps, rows that could not be read. */
export function whatIsUnknown({ summary, coverage, rejections }: CaseView): Html {
  const missing = allLogs.filter((log) => !coverage.some((present) => present.log === log));
  const reasons: string[] = [];
  const detections = summary.examined + summary.notExamined;
  if (detections === 0) reasons.push('no detection has been run');
  const window = windowText(summary.window);
  if (window !== '') reasons.push(`only records ${window} (UTC) were examined`);
  const absent = missing.length === 0 ? '' : `the case has no ${listed(missing.map(logName).map(inSentence), 'or')}`;
  if (summary.notExamined > 0) {
    const aside = absent === '' ? '' : ` (${absent})`;
    reasons.push(
      `${grouped(summary.notExamined)} of ${counted(detections, 'detection')} had no log to look at${aside}`,
    );
  } else if (absent !== '') {
    reasons.push(absent);
  }
  if (summary.gaps > 0)
    reasons.push(`${counted(summary.gaps, 'possible gap')} in the evidence ${summary.gaps === 1 ? 'is' : 'are'} known`);
  if (summary.rejected > 0) {
    reasons.push(`${counted(summary.rejected, 'row')} of ${counted(rejections.length, 'file')} could not be read`);
  }
  if (reasons.length === 0) {
    return html`Every detection could look and no gap is known, but what the
      tenant never logged, or no longer kept, is not in this evidence.`;
  }
  const told = listed(reasons);
  return html`${told.charAt(0).toUpperCase()}${told.slice(1)}; that nothing was found there does not mean
    that <em>nothing happened</em> there.`;
}

function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) && !/^(Azure|Graph) /.test(name)
    ? `${name.charAt(0).toLowerCase()}${name.slice(1)}`
    : name;
}
