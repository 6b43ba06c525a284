import type { CaseSummary } from '../report/case-summary.ts';
import { isAtLeast, severities, type Severity } from '../shape/severity.ts';
import type { ExitCode } from './command.ts';

/** 1 if there is a finding at or above `failOn`, else 0; without it findings are no failure. */
export function exitCodeFor(summary: CaseSummary, failOn: Severity | undefined): ExitCode {
  if (failOn === undefined) return 0;
  return severities.some((severity) => isAtLeast(severity, failOn) && summary.findings[severity] > 0) ? 1 : 0;
}
