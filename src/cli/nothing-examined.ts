import type { CaseSummary } from '../report/case-summary.ts';

/** Why no detection looked at any record, as a sentence; undefined if one did. That nothing was found then means nothing at all. */
export function whyNothingWasExamined(summary: CaseSummary): string | undefined {
  const { files, records, examined, first, last, window } = summary;
  if (files === 0) return 'No evidence has been read into this case.';
  if (records === 0 || first === undefined || last === undefined) {
    const which = files === 1 ? 'The one file does not hold' : `None of the ${files} files holds`;
    return `${which} a record of a log that snowfence knows.`;
  }
  if ((window.since !== undefined && window.since > last) || (window.until !== undefined && window.until <= first)) {
    return 'All records lie outside of the time that was asked for.';
  }
  return examined === 0 ? 'No detection reads the logs that the case has.' : undefined;
}
