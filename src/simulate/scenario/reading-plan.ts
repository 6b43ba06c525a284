import type { Account } from './account.ts';
import type { Parameters } from './parameter.ts';

/** One record of reading: these many messages of a folder. */
export interface Visit {
  readonly mailbox: Account;
  readonly folder: string;
  readonly messages: number;
  readonly isThrottled: boolean;
}

const folders = ['\\Inbox', '\\Sent Items'] as const;
/** So that a day of reading stays a day, records take more messages if there are very many. */
const recordsPerDay = 150;
const messagesPerRecord = 8;

/**
 * Which mailboxes are read on which day, by turns, at least two a day if there are two, and all of them within the days.
 * A mailbox whose log is cut off has that in the last record of its last day: nothing of it is logged after that.
 */
export function planReading(
  mailboxes: readonly Account[],
  parameters: Pick<Parameters, 'messagesPerDay' | 'readingDays' | 'throttledMailboxes'>,
): Visit[][] {
  const { messagesPerDay, readingDays, throttledMailboxes } = parameters;
  const perDay = Math.min(mailboxes.length, Math.max(2, Math.ceil(mailboxes.length / readingDays)));
  const size = Math.max(messagesPerRecord, Math.ceil(messagesPerDay / recordsPerDay));
  const days = Array.from({ length: readingDays }, (_, day) =>
    Array.from({ length: perDay }, (_unused, turn) => mailboxes[(day * perDay + turn) % mailboxes.length]).flatMap(
      (mailbox, turn) => (mailbox === undefined ? [] : visitsTo(mailbox, shareOf(messagesPerDay, perDay, turn), size)),
    ),
  );
  for (const mailbox of mailboxes.slice(0, throttledMailboxes)) throttle(days, mailbox);
  return days;
}

/** The first ones get what cannot be shared evenly. */
function shareOf(total: number, parts: number, index: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0);
}

function visitsTo(mailbox: Account, messages: number, size: number): Visit[] {
  return folders.flatMap((folder, index) => {
    const visits: Visit[] = [];
    let left = shareOf(messages, folders.length, index);
    for (; left > 0; left -= size) visits.push({ mailbox, folder, messages: Math.min(left, size), isThrottled: false });
    return visits;
  });
}

function throttle(days: Visit[][], mailbox: Account): void {
  for (const visits of days.toReversed()) {
    const index = visits.findLastIndex((visit) => visit.mailbox === mailbox);
    const last = visits[index];
    if (last === undefined) continue;
    visits[index] = { ...last, isThrottled: true };
    return;
  }
}
