import { type AuthoritySummary, type Group, sumOf } from '../../response/authority/summary.ts';
import type { ClauseStatus } from '../../response/obligation/status.ts';
import { states } from '../../response/register/state.ts';
import { severities } from '../../shape/severity.ts';
import { type Html, html, nothing, trustedHtml } from '../page/html.ts';
import { style } from '../page/style.ts';
import { grouped, moment, severityNames } from '../page/wording.ts';
import { table, th, thNumber } from '../section/section.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The report as one page without scripts. */
export function authorityPage(summary: AuthoritySummary, generatedBy: string): string {
  const { directive, now, start } = summary.application;
  const retired =
    directive.status === 'retired' ? `Retired since ${directive.since}.` : `In force since ${directive.since}.`;
  const started = start ?? directive.start.date;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${generatedBy}">
<title>${directive.title}</title>
<style>${trustedHtml(style)}</style>
</head>
<body>
<header>
<p class="overline">Report to ${directive.authority}</p>
<h1>${directive.title}</h1>
<p>${retired} ${directive.start.what}: ${started === undefined ? 'not given' : moment(started)}.</p>
${facts(summary)}
</header>
<main>
${section('clauses', 'What is asked, and how far it is', clauseTable(summary.status.clauses, now))}
${section('states', 'Credentials by state and severity', stateTable(summary))}
${changeSection(summary)}
${section('systems', 'Credentials by system', groupTable('System', summary.bySystem))}
${section('kinds', 'Credentials by kind', groupTable('Kind', summary.byKind))}
${section('coverage', 'What was examined, and what was not', coverageBody(summary))}
</main>
<footer>Made by ${generatedBy}. Counts only: no values, accounts, subjects or names of people. All times are UTC. The journal had ${grouped(summary.journal.lines)} lines and ended with <code>${summary.journal.hash}</code>. The same numbers are in the JSON and CSV files beside this page.</footer>
</body>
</html>
`.text;
}

function section(id: string, title: string, body: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}</section>`;
}

function facts({ application, status, dates }: AuthoritySummary): Html {
  const remediated = sumOf(status.counts.reset) + sumOf(status.counts.deactivated) + sumOf(status.counts.verified);
  const times: [string, string][] = [
    ['As of', moment(application.now)],
    ['Credentials', grouped(status.total)],
    ['Reset or deactivated', grouped(remediated)],
    ['Confirmed by logs', grouped(sumOf(status.counts.verified))],
    ['Contradicted by logs', grouped(sumOf(status.counts.contradicted))],
    ['Discovered', moment(dates.discovered) || 'not entered'],
    ['Last reset or deactivated', moment(dates.lastRemediated) || 'none yet'],
  ];
  return html`<dl class="case">
${times.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

function clauseTable(clauses: readonly ClauseStatus[], now: string): Html {
  const head = [
    th('Asked'),
    th('Owed by'),
    thNumber('Done'),
    thNumber('Open'),
    thNumber('Overdue'),
    th('Due'),
    th('Note'),
  ];
  const rows = clauses.map((one) => {
    const { clause, done, open, overdue, due, late, missed, isWaiting } = one;
    const notes = [
      late > 0 ? `${grouped(late)} done late` : '',
      missed > 0 ? `${grouped(missed)} times missed` : '',
      isWaiting ? `due is not known: it runs from "${clause.due.text}"` : '',
      clause.report.length > 0 ? `to be reported: ${clause.report.join('; ')}` : '',
    ].filter((note) => note !== '');
    const dueText = due === undefined ? '' : `${moment(due)}${due <= now ? ' (passed)' : ''}`;
    return html`<tr><td>${clause.what}</td><td>${clause.who}</td>${[done, open, overdue].map(number)}<td class="time">${dueText}</td><td>${notes.join('. ')}</td></tr>\n`;
  });
  return table('Clauses', head, rows);
}

function stateTable({ status }: AuthoritySummary): Html {
  const shown = severities.toReversed();
  const head = [th('State'), ...shown.map((severity) => thNumber(severityNames[severity])), thNumber('All')];
  const rows = states.map(
    (state) =>
      html`<tr><td>${state}</td>${shown.map((severity) => number(status.counts[state][severity]))}${number(sumOf(status.counts[state]))}</tr>\n`,
  );
  const note =
    status.unentered === 0
      ? nothing
      : html`<p class="note">${grouped(status.unentered)} of them are not in the journal yet, so that no time runs for them.</p>\n`;
  return html`${table('Credentials by state', head, rows)}${note}`;
}

function changeSection({ change, status }: AuthoritySummary): Html {
  if (change === undefined) return nothing;
  const rows = states.map((state) => {
    const now = sumOf(status.counts[state]);
    const difference = now - change.before[state];
    return html`<tr><td>${state}</td>${number(change.before[state])}${number(now)}<td class="number">${difference > 0 ? '+' : ''}${difference}</td></tr>\n`;
  });
  const body = html`<p>${grouped(change.entered)} credentials were entered since ${moment(change.since)}.</p>
${table('Change by state', [th('State'), thNumber('Then'), thNumber('Now'), thNumber('Change')], rows)}`;
  return section('change', `What changed since ${moment(change.since)}`, body);
}

function groupTable(name: string, groups: readonly Group[]): Html {
  const head = [
    th(name),
    thNumber('All'),
    thNumber('Done with'),
    thNumber('Confirmed by logs'),
    thNumber('Contradicted'),
  ];
  const rows = groups.map(
    ({ name: of, total, remediated, verified, contradicted }) =>
      html`<tr><td>${of}</td>${[total, remediated, verified, contradicted].map(number)}</tr>\n`,
  );
  return table(`Credentials by ${name.toLowerCase()}`, head, rows);
}

function coverageBody({ coverage }: AuthoritySummary): Html {
  const { files, messages, parts, characters, unread } = coverage;
  const read = html`<p>Searched: ${grouped(files)} files with ${grouped(messages)} messages, in them ${grouped(parts)} parts with ${grouped(characters)} characters of text.</p>\n`;
  if (unread.length === 0) return html`${read}<p>Everything in them was examined.</p>\n`;
  const rows = unread.map(({ reason, parts: count }) => html`<tr><td>${reason}</td>${number(count)}</tr>\n`);
  return html`${read}<p>Not examined, so that credentials in them are not known:</p>
${table('Not examined', [th('Reason'), thNumber('Parts')], rows)}`;
}

function number(value: number): Html {
  return html`<td class="number">${grouped(value)}</td>`;
}
