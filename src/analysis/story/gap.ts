import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Chapter, Facts } from './chapter.ts';
import { count, list, moment } from './english.ts';

const logNames: Readonly<Record<string, readonly [name: string, consequence: string]>> = {
  'sign-in': ['interactive sign-ins', 'who else signed in from where the intruder did is not known'],
  'non-interactive-sign-in': ['non-interactive sign-ins', 'the use of stolen tokens would not be seen'],
  'service-principal-sign-in': [
    'sign-ins of applications',
    'from where and with which credential applications signed in is not known',
  ],
  'directory-audit': ['audits of the directory', 'changes of accounts, applications and permissions may be missing'],
  'unified-audit': ['the unified audit log', 'which mail was read is not known'],
  'graph-activity': ['requests to Microsoft Graph', 'what applications asked of Microsoft Graph is not known'],
};

/** What the story cannot say, most important first, each as a sentence. */
export async function gapsOf(store: Store, facts: Facts): Promise<string[]> {
  const last = facts.chapters.reduce((latest, chapter) => (chapter.last > latest ? chapter.last : latest), facts.fell);
  const first = facts.chapters[0]?.first ?? facts.fell;
  return [...unseenStages(facts), ...(await mailGaps(store, facts)), ...(await logGaps(store, first, last))];
}

function unseenStages({ chapters, ways }: Facts): string[] {
  const has = (...stages: readonly Chapter['stage'][]) => chapters.some(({ stage }) => stages.includes(stage));
  const gaps: string[] = [];
  const isLured = ways.length > 0 && ways.every((way) => way.isLured);
  if (isLured && !has('foothold')) gaps.push('Who sent the users to the application, and how, is not in the evidence.');
  else if (!has('foothold'))
    gaps.push(
      `How the intruder got in is not in the evidence: the story begins with ${list(ways.map(({ name }) => name))}, and no strange sign-in of an account comes before it.`,
    );
  else if (!has('spray'))
    gaps.push(
      'How the password or token became known is not in the evidence: no guesses come before the first strange sign-in.',
    );
  if (has('service-principal-sign-in') && !has('application-credential', 'malicious-application'))
    gaps.push('Who gave the intruder the credential of the application is not in the evidence.');
  if (has('application-credential', 'malicious-application') && !has('service-principal-sign-in'))
    gaps.push(
      'No sign-in of the changed applications is in the evidence; whether their credentials were used is not known.',
    );
  return gaps;
}

async function mailGaps(store: Store, { id, chapters, mailboxes }: Facts): Promise<string[]> {
  const gaps: string[] = [];
  const facts = await store.row<{ records: number; fewer: number; isMailGranted: boolean }>(sql`
    select (select count(*) from scoped_activity where operation = 'MailItemsAccessed') as records,
      (select count(distinct (file_id, record)) from message_read r join judged j using (story)
        where j.id = ${id} and accessType <> 'Sync' and operationCount > named) as fewer,
      exists (select 1 from mark m join judged j using (story) join step s on s.file_id = m.file_id and s.record = m.record
        where j.id = ${id} and m.source_table = 'activity' and s.isMail) as isMailGranted`);
  if (facts.isMailGranted && facts.records === 0)
    gaps.push(
      'The intruder held permission to read mail, but the evidence has no record of mail being read (MailItemsAccessed) by anybody: what was read cannot be known.',
    );
  else if (facts.isMailGranted && !chapters.some(({ stage }) => stage === 'mail-access'))
    gaps.push('The intruder held permission to read mail; no record shows its use.');
  const open = mailboxes.filter(({ certainty, messages }) => certainty === 'window' && messages > 0);
  if (open.length > 0)
    gaps.push(
      `Too many messages were read to be recorded one by one in ${count(new Set(open.map(({ mailbox }) => mailbox)).size, 'mailbox', 'mailboxes')} (${list([...new Set(open.map(({ mailbox }) => mailbox))])}): assume that everything was read within 24 hours of ${moment(open[0]?.first ?? new Date(0))}.`,
    );
  const unnamed = [
    ...new Set(
      mailboxes
        .filter(({ certainty, messages }) => certainty === 'window' && messages === 0)
        .map(({ mailbox }) => mailbox),
    ),
  ];
  if (unnamed.length > 0)
    gaps.push(
      `No record names which messages were read or asked for in ${count(unnamed.length, 'mailbox', 'mailboxes')} (${list(unnamed)}): take everything that was in them at that time as read.`,
    );
  if (facts.fewer > 0)
    gaps.push(
      `${count(facts.fewer, 'record')} of mail being read ${facts.fewer === 1 ? 'names' : 'name'} fewer messages than ${facts.fewer === 1 ? 'it counts' : 'they count'}.`,
    );
  return gaps;
}

async function logGaps(store: Store, first: Date, last: Date): Promise<string[]> {
  const rows = await store.rows<{ kind: string; log: string; days: number; detail: string }>(sql`
    select kind, log, count(*) as days, min(detail) as detail from gap
    where log in (${sql`'sign-in', 'non-interactive-sign-in', 'service-principal-sign-in', 'directory-audit', 'unified-audit', 'graph-activity'`})
      and (kind = 'log-missing' or kind in ('missing-days', 'starts-later', 'one-page-day', 'search-limit')
        and coalesce(first, last) <= ${last.toISOString()}::timestamp and coalesce(last, first) >= ${first.toISOString()}::timestamp)
    group by kind, log order by kind, log`);
  const ends = await store.rows<{ log: string; until: Date }>(sql`
    select log, max(day)::timestamp as until from coverage where log in ('service-principal-sign-in', 'directory-audit', 'unified-audit')
    group by log having max(day) < ${last.toISOString()}::timestamp::date order by log`);
  return [
    ...rows.map(({ kind, log, days, detail }) => {
      const [name, consequence] = logNames[log] ?? [log, ''];
      if (kind === 'log-missing') return `The evidence has no ${name}: ${consequence}.`;
      const often = days === 1 ? detail : `${days} times within the story, such as ${detail}`;
      return `Of ${name} something is missing: ${often}.`;
    }),
    ...ends.map(
      ({ log, until }) =>
        `The evidence of ${logNames[log]?.[0] ?? log} ends on ${moment(until).slice(0, -10)}, before the last act that is known.`,
    ),
  ];
}
