import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Secret {
  readonly value: string;
  readonly kind: string;
  readonly account?: string;
  readonly system?: string;
}

interface Passage {
  readonly id: string;
  readonly lang: string;
  readonly form: string;
  readonly text: string;
  readonly secrets: readonly Secret[];
}

const languages = ['en', 'de', 'fr', 'es', 'uk', 'ru'];
const forms = [
  'sentence',
  'line-break',
  'table',
  'signature',
  'next-mail',
  'quoted',
  'html-table',
  'file-name',
  'list',
  'config',
];
const kinds = ['password', 'one-time-code', 'recovery-code', 'pin', 'passphrase', 'wifi-password'];

const file = readFileSync(new URL('./prose/author-b.jsonl', import.meta.url), 'utf8');
const passages = file
  .trimEnd()
  .split('\n')
  .map((line): Passage => JSON.parse(line));

/** The ids of the passages for which something holds. */
const idsWhere = (holds: (passage: Passage) => boolean): string[] => passages.filter(holds).map(({ id }) => id);

const repeated = (values: readonly string[], limit = 1): string[] => {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].filter(([, count]) => count > limit).map(([value]) => value);
};

/** A passage's words without what a template would fill in: its secrets, digits and case. */
const wordsOf = ({ text, secrets }: Passage): string[] =>
  secrets
    .reduce((rest, { value }) => rest.replaceAll(value, ' § '), text)
    .toLowerCase()
    .replaceAll(/\p{N}+/gu, '0')
    .match(/[\p{L}\p{M}§0]+/gu) ?? [];

describe('the corpus of author B of prose', () => {
  test('has passages of the agreed shape', () => {
    const keys = new Set(['value', 'kind', 'account', 'system']);
    expect(
      idsWhere(
        (passage) => Object.keys(passage).toSorted().join() !== ['form', 'id', 'lang', 'secrets', 'text'].join(),
      ),
    ).toEqual([]);
    expect(idsWhere(({ lang, form }) => !languages.includes(lang) || !forms.includes(form))).toEqual([]);
    expect(idsWhere(({ text }) => text.trim() === '' || text.includes('\u{FFFD}'))).toEqual([]);
    expect(
      idsWhere(({ secrets }) =>
        secrets.some((secret) => !kinds.includes(secret.kind) || Object.keys(secret).some((key) => !keys.has(key))),
      ),
    ).toEqual([]);
  });

  test('numbers the passages of every language without a gap', () => {
    for (const language of languages) {
      const ids = idsWhere(({ lang }) => lang === language);
      expect(ids).toEqual(ids.map((_, index) => `b-${language}-${String(index + 1).padStart(3, '0')}`));
    }
    expect(repeated(passages.map(({ id }) => id))).toEqual([]);
  });

  test('quotes values, accounts and systems as they stand in the text', () => {
    const missing = passages.flatMap(({ id, text, secrets }) =>
      secrets
        .flatMap(({ value, account, system }) => [value, account ?? value, system ?? value])
        .filter((part) => part === '' || part !== part.trim() || !text.includes(part))
        .map((part) => `${id}: ${part}`),
    );
    expect(missing).toEqual([]);
    expect(repeated(passages.flatMap(({ secrets }) => secrets.map(({ value }) => value)))).toEqual([]);
  });

  test('is large enough, in every language and form, and half of it holds no secret', () => {
    expect(passages.length).toBeGreaterThanOrEqual(460);
    const count = (language: string, secret: boolean, form?: string): number =>
      passages.filter(
        (passage) =>
          passage.lang === language &&
          passage.secrets.length > 0 === secret &&
          (form === undefined || passage.form === form),
      ).length;
    expect(languages.filter((language) => count(language, true) + count(language, false) < 70)).toEqual([]);
    expect(languages.filter((language) => count(language, true) !== count(language, false))).toEqual([]);
    const rare = languages.flatMap((language) =>
      forms
        .filter((form) => count(language, true, form) < 2 || count(language, false, form) < 2)
        .map((form) => `${language} ${form}`),
    );
    expect(rare).toEqual([]);
    const found = new Set(passages.flatMap(({ secrets }) => secrets.map(({ kind }) => kind)));
    expect([...found].toSorted()).toEqual([...kinds].toSorted());
  });

  test('repeats no wording', () => {
    const words = passages.map(wordsOf);
    expect(repeated(words.filter(({ length }) => length > 3).map((all) => all.join(' ')))).toEqual([]);
    expect(
      repeated(
        words.map((all) => all.slice(0, 3).join(' ')),
        3,
      ),
    ).toEqual([]);
  });
});
