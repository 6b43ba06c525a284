import type { Confidence, StageId } from '../../shape/story.ts';
import type { Chapter, Facts, MailboxRead } from './chapter.ts';
import { clock, count, day, duration, list, moment, sentence } from './english.ts';
import { clausesOf } from './summary.ts';

const entry: readonly StageId[] = ['spray', 'foothold', 'mfa-enrolment'];
const reach: readonly StageId[] = [
  'application-credential',
  'malicious-application',
  'service-principal-sign-in',
  'enumeration',
  'new-user',
  'consent',
  'directory-role',
  'full-access',
  'hiding',
];

/** The story in three to six paragraphs: how long and what for, how they got in, what they could reach, what they read, how sure that is. */
export function proseOf(facts: Facts, confidence: Confidence, gaps: readonly string[]): string[] {
  return [
    inShort(facts),
    wayIn(facts),
    told(facts, reach),
    mailRead(facts),
    sentence(`the confidence in this story is ${confidence}: ${grounds(facts)}`),
    gaps.length === 0 ? '' : `What is not known: ${gaps.slice(0, 4).join(' ')}`,
  ].filter((paragraph) => paragraph !== '');
}

function told({ chapters }: Facts, stages: readonly StageId[]): string {
  return chapters
    .filter(({ stage }) => stages.includes(stage))
    .map((chapter) => `${dated(chapter)}, ${clausesOf(chapter).join('; ')}.`)
    .join(' ');
}

function dated({ first, last }: Chapter): string {
  if (last.getTime() - first.getTime() < 60_000) return `On ${moment(first)}`;
  return day(first) === day(last)
    ? `On ${day(first)} between ${clock(first)} and ${clock(last)} UTC`
    : `From ${day(first)} to ${day(last)}`;
}

function wayIn(facts: Facts): string {
  const { ways } = facts;
  const reasons = ways
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ name, reasons }) => sentence(`what was strange about ${name}: ${reasons.join('; ')}`));
  const seen = told(facts, entry);
  const unseen = ways.every(({ isLured }) => isLured)
    ? 'No password was needed: users allowed an application to read their mail.'
    : 'How the intruder got in is not in the evidence.';
  return [seen === '' ? unseen : seen, ...reasons.slice(0, 3)].join(' ');
}

function mailRead({ mailboxes, chapters }: Facts): string {
  if (mailboxes.length === 0)
    return chapters.some(({ stage }) => stage === 'mail-access')
      ? 'Mail was asked for, but no request for it was answered.'
      : 'No record shows that mail was read.';
  const names = (rows: readonly MailboxRead[]) => [...new Set(rows.map(({ mailbox }) => mailbox))];
  const of = (certainty: MailboxRead['certainty']) => mailboxes.filter((row) => row.certainty === certainty);
  const messages = of('messages');
  const folders = of('folder');
  const windows = of('window');
  const applications = [...new Set(mailboxes.flatMap(({ application }) => application ?? []))];
  const parts = [
    `Mail was read in ${count(names(mailboxes).length, 'mailbox', 'mailboxes')}${applications.length > 0 ? ` through ${list(applications)}` : ''}.`,
  ];
  parts.push(...ties(mailboxes));
  if (messages.length > 0)
    parts.push(
      `The records name ${count(
        messages.reduce((sum, row) => sum + row.messages, 0),
        'message',
      )} in ${list(names(messages))}.`,
    );
  if (folders.length > 0)
    parts.push(
      `Whole folders were copied in ${list(names(folders))} (${list([...new Set(folders.flatMap((row) => row.folders))])}).`,
    );
  if (windows.length > 0)
    parts.push(
      `In ${list(names(windows))} the records do not name all messages; take everything in the times given as read.`,
    );
  return parts.join(' ');
}

/** What says that it was the intruder who read, the surest first. */
const tieWords = {
  token: 'the token of one of the intruder’s sign-ins',
  session: 'a session that was in the intruder’s hand alone',
  application: 'an application that was in the intruder’s hand alone',
  account: 'an account that was in the intruder’s hand alone',
  network: 'the network that the intruder used',
} as const;

function ties(mailboxes: readonly MailboxRead[]): string[] {
  const of = Object.entries(tieWords).flatMap(([tie, words]) => {
    const tied = new Set(mailboxes.filter(({ tiedBy }) => tiedBy.includes(tie)).map(({ mailbox }) => mailbox)).size;
    return tied === 0 ? [] : [`${words} (${count(tied, 'mailbox', 'mailboxes')})`];
  });
  return of.length === 0 ? [] : [`That it was the intruder is known by ${list(of)}.`];
}

/** What a reader must know who reads one paragraph. */
function inShort({ chapters, mailboxes, fell }: Facts): string {
  const last = chapters.reduce((latest, chapter) => (chapter.last > latest ? chapter.last : latest), fell);
  const spray = chapters.find(({ stage }) => stage === 'spray');
  const read = new Set(mailboxes.map(({ mailbox }) => mailbox)).size;
  return [
    `An intruder was inside for ${duration(fell, last)}, from ${moment(fell)} to the last act that is known on ${moment(last)}${
      read === 0 ? '' : `, and read mail in ${count(read, 'mailbox', 'mailboxes')}`
    }.`,
    ...(spray === undefined ? [] : [`The first password was guessed on ${day(spray.first)}.`]),
  ].join(' ');
}

function grounds({ chapters, ways }: Facts): string {
  const linked = count(chapters.length, 'stage');
  const accounts = ways.filter(({ isAccount }) => isAccount);
  if (ways.every(({ isLured }) => isLured))
    return `${linked} hang together by the application, but software that people tried and forgot can look like that`;
  return accounts.length > 0 && chapters.some(({ stage }) => stage === 'foothold')
    ? `${linked} hang together by the same accounts, applications and credentials, beginning with a strange sign-in of ${list(accounts.map(({ name }) => name))}`
    : `${linked} hang together by the same accounts, applications and credentials, but no strange sign-in of an account is at their beginning`;
}
