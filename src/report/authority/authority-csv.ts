import { type AuthoritySummary, sumOf } from '../../response/authority/summary.ts';
import { states } from '../../response/register/state.ts';
import { csvLine } from '../../response/worklist/csv.ts';
import { severities } from '../../shape/severity.ts';

/** The numbers of the report as rows of section, name, measure and value, so that any form can be filled from it. */
export function authorityCsv({
  application,
  status,
  bySystem,
  byKind,
  dates,
  change,
  coverage,
  journal,
}: AuthoritySummary): string {
  const rows: (readonly [string, string, string, string | number])[] = [
    ['report', 'directive', 'id', application.directive.id],
    ['report', 'as of', 'time', application.now],
    ['report', 'journal', 'lines', journal.lines],
    ['report', 'journal', 'hash', journal.hash],
    ...Object.entries(dates).map(([name, time]) => ['date', name, 'time', time ?? ''] as const),
    ...status.clauses.flatMap(({ clause, total, done, late, open, overdue, due, last, missed }) =>
      Object.entries({ total, done, late, open, overdue, missed, due: due ?? '', last: last ?? '' }).map(
        ([measure, value]) => ['clause', clause.id, measure, value] as const,
      ),
    ),
    ...states.flatMap((state) =>
      severities.toReversed().map((severity) => ['state', state, severity, status.counts[state][severity]] as const),
    ),
    ['credentials', 'not in the journal', 'credentials', status.unentered],
    ...[['system', bySystem] as const, ['kind', byKind] as const].flatMap(([section, groups]) =>
      groups.flatMap(({ name, ...numbers }) =>
        Object.entries(numbers).map(([measure, value]) => [section, name, measure, value] as const),
      ),
    ),
    ...(change === undefined
      ? []
      : [
          ['change', 'since', 'time', change.since] as const,
          ['change', 'entered', 'credentials', change.entered] as const,
          ...states.map(
            (state) => ['change', state, 'difference', sumOf(status.counts[state]) - change.before[state]] as const,
          ),
        ]),
    ...(['files', 'messages', 'parts', 'characters'] as const).map(
      (name) => ['examined', name, 'number', coverage[name]] as const,
    ),
    ...coverage.unread.map(({ reason, parts }) => ['not examined', reason, 'parts', parts] as const),
  ];
  const lines = rows.map(([section, name, measure, value]) => csvLine([section, name, measure, String(value)]));
  return `${csvLine(['section', 'name', 'measure', 'value'])}${lines.join('')}`;
}
