import { expect, test } from 'vitest';
import { caseTexts, floorDetailText, floorText, mailboxText, pace } from './case-text.ts';
import type { DetectionFloor } from './read/spray.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const floor = (half: number | null, most: number | null): DetectionFloor => ({
  attacker: 'a new address each time',
  windowDays: 30,
  noisePerDay: 61.24,
  half,
  most,
});
const nothing = {
  stories: [],
  mailboxes: { messages: 0, folder: 0, window: 0 },
  campaigns: { spray: 0, scanning: 0, attempts: 0, accounts: 0, known: 0 },
  floors: [],
  posture: undefined,
};

test('never says nothing found without the floor', () => {
  expect(caseTexts(nothing).map(({ text }) => plain(text))).toEqual([
    'No intrusion could be told from this evidence.',
    'How slow a spray would have been seen could not be measured: this evidence has too few sign-ins for it.',
  ]);
  const [, floorLine] = caseTexts({ ...nothing, floors: [floor(8.4, 14.3), floor(2, 3), floor(null, null)] });
  expect(plain(floorLine?.text ?? '')).toBe(
    'A spray of 15 attempts a day or more, over 30 days, with a new address each time, would have been found nine times of ten. For 1 other way to hide, nothing can be promised.',
  );
  const [, none] = caseTexts({ ...nothing, floors: [floor(null, null)] });
  expect(none?.text).toContain('the evidence is too short');
});

test('promises no more than was measured', () => {
  expect([0.1, 0.3, 0.5, 0.51, 1, 1.01, 14.3, 12_000].map((number) => plain(pace(number)))).toEqual([
    'an attempt every 10 days',
    'an attempt every 3 days',
    'an attempt every 2 days',
    '1 attempt a day',
    '1 attempt a day',
    '2 attempts a day',
    '15 attempts a day',
    '12 000 attempts a day',
  ]);
  expect(plain(floorDetailText(floor(8.4, 14.3)))).toBe(
    'Of 9 attempts a day, half of the time. 61.2 of the tenant’s own attempts a day look the same.',
  );
  expect(floorDetailText({ ...floor(null, null), noisePerDay: null })).toBe('');
  expect(floorText({ ...floor(8.4, 14.3), windowDays: null })).not.toContain('over');
  expect(floorText(floor(8.4, null))).toMatch(/^No promise can be made that a spray with a new address each time/);
});

test('counts mailboxes by what can be said of them', () => {
  expect(plain(mailboxText({ messages: 7, folder: 3, window: 2 }))).toBe(
    '12 mailboxes were read: of 2 assume everything within a time, of 3 whole folders and of 7 the messages listed',
  );
  expect(plain(mailboxText({ messages: 0, folder: 1, window: 0 }))).toBe('1 mailbox was read: whole folders');
});
