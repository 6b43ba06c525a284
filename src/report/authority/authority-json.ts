import { type AuthoritySummary, sumOf } from '../../response/authority/summary.ts';
import { states } from '../../response/register/state.ts';

/** The report as JSON, indented, with a line feed at its end. Times are UTC; what is not known is null. */
export function authorityJson(summary: AuthoritySummary, generatedBy: string): string {
  const { application, status, bySystem, byKind, dates, change, coverage, journal } = summary;
  const { directive, now, start } = application;
  const document = {
    directive: {
      id: directive.id,
      title: directive.title,
      authority: directive.authority,
      status: directive.status,
      since: directive.since,
      start: start ?? directive.start.date ?? null,
    },
    asOf: now,
    generatedBy,
    journal,
    clauses: status.clauses.map(({ clause, due, last, ...counts }) => ({
      id: clause.id,
      what: clause.what,
      who: clause.who,
      about: clause.scope.of === 'organization' ? 'organization' : 'credentials',
      asked: clause.report,
      ...counts,
      due: due ?? null,
      last: last ?? null,
    })),
    credentials: {
      total: status.total,
      notEntered: status.unentered,
      byState: Object.fromEntries(states.map((state) => [state, status.counts[state]])),
      bySystem,
      byKind,
    },
    dates: {
      discovered: dates.discovered ?? null,
      firstRemediated: dates.firstRemediated ?? null,
      lastRemediated: dates.lastRemediated ?? null,
    },
    change:
      change === undefined
        ? null
        : {
            since: change.since,
            entered: change.entered,
            byState: Object.fromEntries(
              states.map((state) => [state, { before: change.before[state], now: sumOf(status.counts[state]) }]),
            ),
          },
    coverage,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
