import { counted, decimal, grouped, lasting, listed } from './page/wording.ts';
import type { CampaignCounts, DetectionFloor } from './read/spray.ts';
import type { PostureCounts } from './read/posture.ts';
import type { MailboxCounts, StoryHead } from './read/story.ts';

/** The parts of a case that have a sentence of their own in every summary. */
interface Told {
  readonly stories: readonly Omit<StoryHead, 'prose'>[];
  readonly mailboxes: MailboxCounts;
  readonly campaigns: CampaignCounts;
  readonly floors: readonly DetectionFloor[];
  readonly posture: PostureCounts | undefined;
}

/** A line of a summary: what it is about, and a sentence; plain text for terminal and page. */
export interface CaseText {
  readonly about: string;
  readonly text: string;
}

/** Intrusions, mailboxes read, campaigns and the detection floor; no line of mailboxes or campaigns if there are none. */
export function caseTexts({ stories, mailboxes, campaigns, floors, posture }: Told): CaseText[] {
  const texts = [{ about: 'Intrusions', text: storyText(stories) }];
  if (mailboxes.messages + mailboxes.folder + mailboxes.window > 0)
    texts.push({ about: 'Mailboxes', text: `${mailboxText(mailboxes)}.` });
  if (campaigns.spray + campaigns.scanning > 0) texts.push({ about: 'Sprays', text: campaignText(campaigns) });
  texts.push({ about: 'Floor', text: hardestFloorText(floors) });
  return posture === undefined ? texts : [...texts, { about: 'Posture', text: postureText(posture) }];
}

/** What the word met promises, and what it does not. */
export const metText = 'Met says only that nothing against it is in what was exported.';

function postureText({ notMet, notExamined, met }: PostureCounts): string {
  return `${counted(notMet, 'check')} of the directory ${notMet === 1 ? 'is' : 'are'} not met, ${grouped(notExamined)} could not be examined, ${grouped(met)} ${met === 1 ? 'is' : 'are'} met. ${metText}`;
}

function storyText(stories: Told['stories']): string {
  if (stories.length === 0) return 'No intrusion could be told from this evidence.';
  const each = stories.map(
    ({ confidence, first, last }) =>
      `${first.slice(0, 10)} to ${last.slice(0, 10)} (${lasting(first, last)}, ${confidence} confidence)`,
  );
  const left = stories.length - 3;
  return `${grouped(stories.length)} told: ${each.slice(0, 3).join('; ')}${left > 0 ? `; and ${grouped(left)} more` : ''}.`;
}

/** `12 mailboxes were read: of 2 assume everything within a time, of 3 whole folders and of 7 the messages listed`. */
export function mailboxText({ messages, folder, window }: MailboxCounts): string {
  const parts = [
    { count: window, what: 'assume everything within a time' },
    { count: folder, what: 'whole folders' },
    { count: messages, what: 'the messages listed' },
  ].filter(({ count }) => count > 0);
  const told = parts.map(({ count, what }) => (parts.length === 1 ? what : `of ${grouped(count)} ${what}`));
  return `${counted(messages + folder + window, 'mailbox was', 'mailboxes were')} read: ${listed(told)}`;
}

function campaignText({ spray, scanning, attempts, accounts, known }: CampaignCounts): string {
  const kinds = [
    spray > 0 ? counted(spray, 'campaign of password spraying', 'campaigns of password spraying') : '',
    scanning > 0 ? counted(scanning, 'campaign of scanning', 'campaigns of scanning') : '',
  ];
  // That none is known is not said: who got in later from elsewhere is told by the story.
  const fallen =
    known === 0
      ? ''
      : `; whoever sprayed knows ${known === 1 ? 'the password of one account' : `the passwords of ${grouped(known)} accounts`}`;
  return `${listed(kinds.filter((kind) => kind !== ''))}, ${counted(attempts, 'attempt')} at ${counted(accounts, 'account')}${fallen}.`;
}

/** What would have been seen of the attacker who hides best, as far as anything can be promised. */
function hardestFloorText(floors: readonly DetectionFloor[]): string {
  const [hardest] = floors.filter(({ most }) => most !== null).toSorted((a, b) => (b.most ?? 0) - (a.most ?? 0));
  const unknown = floors.filter(({ most }) => most === null).length;
  if (hardest === undefined) return floors.length === 0 ? noFloorText : noPromiseText;
  const rest =
    unknown === 0 ? '' : ` For ${counted(unknown, 'other way', 'other ways')} to hide, nothing can be promised.`;
  return `${floorText(hardest)}${rest}`;
}

const noPromiseText =
  'No promise can be made that a spray would have been found: the evidence is too short or too small for it.';

export const noFloorText =
  'How slow a spray would have been seen could not be measured: this evidence has too few sign-ins for it.';

/** `A spray of 15 attempts a day or more, over 30 days, with …, would have been found nine times of ten.` */
export function floorText({ attacker, windowDays, most }: DetectionFloor): string {
  if (most === null)
    return `No promise can be made that a spray with ${attacker} would have been found: the evidence is too short or too small for it.`;
  const over = windowDays === null ? '' : `, over ${counted(windowDays, 'day')}`;
  return `A spray of ${pace(most)} or more${over}, with ${attacker}, would have been found nine times of ten.`;
}

/** Attempts a day, rounded up so that the promise holds: `15 attempts a day`, `an attempt every 4 days`. */
export function pace(perDay: number): string {
  if (perDay > 0.5) return `${counted(Math.ceil(perDay), 'attempt')} a day`;
  return perDay <= 0 ? 'any attempt' : `an attempt every ${grouped(Math.floor(1 / perDay))} days`;
}

/** What is found half of the time, and how much of the tenant's own looks the same. */
export function floorDetailText({ noisePerDay, half, most }: DetectionFloor): string {
  const parts = half === null || most === null ? [] : [`Of ${pace(half)}, half of the time.`];
  if (noisePerDay !== null && noisePerDay < 0.05) parts.push('Hardly any of the tenant’s own attempts look the same.');
  else if (noisePerDay !== null)
    parts.push(`${decimal(noisePerDay)} of the tenant’s own attempts a day look the same.`);
  return parts.join(' ');
}
