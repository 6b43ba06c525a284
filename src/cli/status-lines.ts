import type { Application } from '../response/obligation/clocks.ts';
import { countdown } from '../response/obligation/countdown.ts';
import type { ClauseStatus, Status } from '../response/obligation/status.ts';
import { states } from '../response/register/state.ts';
import { severities } from '../shape/severity.ts';
import { tableLines } from './table.ts';
import { countText } from './wording.ts';

/** How far a directive is, as lines for a terminal. */
export function statusLines(status: Status, { directive, now }: Application): string[] {
  const shown = severities.toReversed();
  const counts = states
    .map((state) => [state, ...shown.map((severity) => status.counts[state][severity])] as const)
    .filter(([, ...numbers]) => numbers.some((number) => number > 0))
    .map(([state, ...numbers]) => [`  ${state}`, ...numbers.map((number) => (number === 0 ? '·' : countText(number)))]);
  const debts = status.debts.map(({ owner, clause, open, overdue, due }) => [
    `  ${owner}`,
    clause,
    `${countText(open + overdue)} open`,
    overdue > 0 ? `${countText(overdue)} overdue` : '',
    countdown(due, now),
  ]);
  return [
    `${directive.title}${directive.status === 'retired' ? ` (retired since ${directive.since})` : ''}`,
    `at ${now}`,
    '',
    ...tableLines([['  credentials', ...shown], ...counts], [1, 2, 3, 4]),
    ...(status.unentered === 0
      ? []
      : [
          `  ${countText(status.unentered)} of them not in the journal yet: their time begins with \`snowfence respond enter\``,
        ]),
    '',
    ...tableLines(
      [['  clause', 'done', 'open', 'overdue', 'due (UTC)', ''], ...status.clauses.map((one) => clauseRow(one, now))],
      [1, 2, 3],
    ),
    '',
    'Who owes what',
    ...(debts.length === 0 ? ['  nobody owes anything'] : tableLines(debts)),
  ];
}

function clauseRow(one: ClauseStatus, now: string): string[] {
  const waits = one.isWaiting && one.due === undefined ? `not known: it runs from "${one.clause.due.text}"` : '';
  const notes = [
    countdown(one.due, now),
    waits,
    one.late > 0 ? `${countText(one.late)} late` : '',
    one.missed > 0 ? `${countText(one.missed)} missed` : '',
  ];
  return [
    `  ${one.clause.id}`,
    ...[one.done, one.open, one.overdue].map(countText),
    one.due?.slice(0, 16).replace('T', ' ') ?? '',
    notes.filter((note) => note !== '').join(', '),
  ];
}
