/** How bad a finding is, weakest first. Sigma's `informational` is reported as `low`. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;

export type Severity = (typeof severities)[number];

/** The worst of them; undefined if there is none. */
export function worstSeverity(found: readonly Severity[]): Severity | undefined {
  return severities.findLast((severity) => found.includes(severity));
}

/** True if `severity` is at or above `floor`. */
export function isAtLeast(severity: Severity, floor: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(floor);
}

export function isSeverity(value: unknown): value is Severity {
  return severities.some((severity) => severity === value);
}
