import { describe, expect, test } from 'vitest';
import { findPasswords } from '../../src/secret/prose/find-passwords.ts';
import { proseKinds } from '../../src/secret/prose/kinds.ts';
import { precisionOf, readPassages, recallOf, scoreBy } from './labelled-passage.ts';

const passages = readPassages(new URL('./prose/development.jsonl', import.meta.url));
const floor = { recall: 0.92, precision: 0.96, account: 0.9 };

describe('passwords in the sentences of the development corpus', () => {
  test('whose labels are sound', () => {
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    const kinds = new Set(proseKinds.map(({ kind }) => kind));
    for (const { id, text, secrets } of passages) {
      for (const { value, kind } of secrets) {
        expect(text, `in ${id}`).toContain(value);
        expect(kinds, `in ${id}`).toContain(kind);
      }
    }
  });

  test.each([...scoreBy(passages, 'lang')])('in %s are found, and little else', (_, score) => {
    expect(recallOf(score), `see ${score.complaints.join(', ')}`).toBeGreaterThanOrEqual(floor.recall);
    expect(precisionOf(score), `see ${score.complaints.join(', ')}`).toBeGreaterThanOrEqual(floor.precision);
  });

  test.each([...scoreBy(passages, 'form')])('in the form %s are found, and little else', (_, score) => {
    expect(recallOf(score), `see ${score.complaints.join(', ')}`).toBeGreaterThanOrEqual(floor.recall);
    expect(precisionOf(score), `see ${score.complaints.join(', ')}`).toBeGreaterThanOrEqual(floor.precision);
  });

  test('come with their kind and with the account that the passage names', () => {
    const score = scoreBy(passages, 'lang').get('all');
    expect.assert(score !== undefined);
    expect(score.kindRight / score.right).toBeGreaterThanOrEqual(floor.account);
    const named = score.accountRight + score.accountWrong;
    expect(score.accountRight / named).toBeGreaterThanOrEqual(floor.account);
    expect(score.accountInvented / score.right).toBeLessThan(0.05);
  });
});

describe('ordinary mail', () => {
  test('gives at most one false alarm in two hundred', () => {
    const mails = readPassages(new URL('./ordinary.jsonl', import.meta.url));
    expect(mails.length).toBeGreaterThanOrEqual(200);
    const alarmed = mails.filter(({ text }) => findPasswords(text).length > 0).map(({ id }) => id);
    expect(alarmed.length, `see ${alarmed.join(', ')}`).toBeLessThanOrEqual(1);
  });
});
