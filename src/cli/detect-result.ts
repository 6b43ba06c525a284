import type { DetectOutcome } from '../case/detect.ts';
import type { CaseSummary } from '../report/case-summary.ts';
import { isAtLeast, severities, type Severity } from '../shape/severity.ts';
import type { CommandContext } from './command.ts';
import { tellFilters, tellRuleFaults } from './narration.ts';
import { whyNothingWasExamined } from './nothing-examined.ts';
import { summaryLines } from './summary.ts';

/**
 * The end of a command that ran detections: says what was found, for a person or as one JSON document with `more` in it,
 * and sets the exit code: 1 if there is a finding at or above `failOn`, 3 if neither a detection nor a check looked at anything.
 */
export function tellDetected(
  { terminal, finish }: CommandContext,
  options: { readonly case: string; readonly json?: boolean; readonly failOn?: Severity },
  detected: DetectOutcome,
  summary: CaseSummary,
  more: Readonly<Record<string, unknown>> = {},
): void {
  tellRuleFaults(terminal, detected.faults);
  tellFilters(terminal, detected.filters);
  if (options.json === true) {
    const faults = detected.faults.map((fault) => fault.located);
    terminal.printJson({ case: options.case, ...more, detected: { ...detected, faults }, summary });
  } else {
    for (const line of summaryLines(summary)) terminal.print(line);
  }
  const why = whyNothingWasExamined(summary);
  // A directory alone is examined by the audit.
  if (why !== undefined && summary.posture === undefined) {
    terminal.complain(
      `nothing-examined: ${why}\nThat nothing was found says nothing about the tenant. Give exports of its logs; docs/sources.md lists what can be read.`,
    );
    finish(3);
    return;
  }
  const { failOn } = options;
  const hasFailed =
    failOn !== undefined &&
    severities.some((severity) => isAtLeast(severity, failOn) && summary.findings[severity] > 0);
  finish(hasFailed ? 1 : 0);
}
