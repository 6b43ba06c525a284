import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { allPatterns } from '../../src/secret/registry.ts';
import { Scanner } from '../../src/secret/scanner.ts';
import { isThere, sampleData, titleFor } from './sample-data.ts';
import { kindsOfRule, notValid, validAfterAll } from './secret-example-kinds.ts';

/** A labelled text of another scanner. `start` and `end` say where in it the secret is, if the label says so. */
interface Example {
  readonly name: string;
  readonly rule: string;
  readonly text: string;
  readonly isSecret: boolean;
  readonly range?: readonly [start: number, end: number];
}

const archive = 'secret-examples.tar.gz';
const patterns = await allPatterns();
const known = new Set(patterns.map(({ kind }) => kind));
const scanner = new Scanner(patterns);
const folder = isThere(archive) ? unpack() : undefined;
const all = folder === undefined ? [] : [...noseyParker(folder), ...secretlint(folder)];
const positiveTexts = new Set(all.filter(({ isSecret }) => isSecret).map(({ text }) => text.trim()));
// What is no secret for one rule and a secret for its sister is a secret.
const examples = all.filter(
  ({ rule, text, isSecret }) => kindsFor(rule).length > 0 && (isSecret || !positiveTexts.has(text.trim())),
);
const outcomes = examples.map((example) => ({ ...example, found: isFound(example) }));

afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

describe.skipIf(folder === undefined)(titleFor(archive, 'labelled examples of other scanners'), () => {
  test('of each kind nearly all are found', () => {
    console.log(table());
    expect(outcomes.length).toBeGreaterThan(100);
    for (const [kind, { secrets, missed }] of byKind())
      expect(missed.length, `${kind}: ${missed.join(', ')}`).toBeLessThanOrEqual(secrets * 0.05);
  });

  test('nothing else is found', () => {
    const alarms = outcomes.filter(({ isSecret, found, name }) => !isSecret && found && !(name in validAfterAll));
    expect(alarms.map(({ name }) => name)).toEqual([]);
  });

  test('every exception is still needed', () => {
    const missed = new Set(outcomes.filter(({ isSecret, found }) => isSecret && !found).map(({ name }) => name));
    expect(Object.keys(notValid).filter((name) => !missed.has(name))).toEqual([]);
    const alarms = new Set(outcomes.filter(({ isSecret, found }) => !isSecret && found).map(({ name }) => name));
    expect(Object.keys(validAfterAll).filter((name) => !alarms.has(name))).toEqual([]);
  });
});

function unpack(): string {
  const path = mkdtempSync(join(tmpdir(), 'snowfence-secret-examples-'));
  execFileSync('tar', ['-xzf', join(sampleData, archive), '-C', path]);
  return path;
}

function kindsFor(rule: string): readonly string[] {
  const kinds =
    kindsOfRule[rule] ?? Object.entries(kindsOfRule).flatMap(([id, own]) => (id.startsWith(`${rule} `) ? own : []));
  return [...new Set(kinds)].filter((kind) => known.has(kind));
}

function isFound({ rule, text, range }: Example): boolean {
  const kinds = kindsFor(rule);
  return scanner
    .scan(text)
    .some(
      ({ kind, start, end }) => kinds.includes(kind) && (range === undefined || (start < range[1] && end > range[0])),
    );
}

function noseyParker(root: string): Example[] {
  const rules = join(root, 'noseyparker-rules', 'rules');
  return readdirSync(rules)
    .toSorted()
    .flatMap((file) => {
      const { rules: own } = parse(readFileSync(join(rules, file), 'utf8')) as {
        rules: { id: string; examples?: string[] | null; negative_examples?: string[] | null }[];
      };
      return own.flatMap(({ id, examples: secrets, negative_examples: others }) => [
        ...(secrets ?? []).map((text, index) => ({ name: `${id} ${index + 1}`, rule: id, text, isSecret: true })),
        ...(others ?? []).map((text, index) => ({ name: `${id} not ${index + 1}`, rule: id, text, isSecret: false })),
      ]);
    });
}

/** Texts only: certificates in files are for those who read files. What a setting of that tool allows is left out. */
function secretlint(root: string): Example[] {
  const rules = join(root, 'secretlint-snapshots');
  return readdirSync(rules, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'output.json')
    .map(({ parentPath }) => parentPath)
    .toSorted()
    .flatMap((path): Example[] => {
      const rule = /secretlint-rule-([\w-]+)/.exec(path)?.[1] ?? '';
      const output = JSON.parse(readFileSync(join(path, 'output.json'), 'utf8')) as {
        sourceContent?: string;
        messages: { messageId: string; range: [number, number] }[];
      };
      const text = output.sourceContent;
      if (text === undefined || /allow|enable/i.test(basename(path))) return [];
      const name = `${rule}/${basename(path)}`;
      if (output.messages.length === 0) return [{ name, rule, text, isSecret: false }];
      return output.messages.map(({ messageId, range }, index) => ({
        name: `${name} ${index + 1}`,
        rule: `${rule} ${messageId}`,
        text,
        isSecret: true,
        range,
      }));
    });
}

/** By the first kind of the rule: how many labelled secrets that can be ones, which of them are missed, and false alarms. */
function byKind(): Map<string, { secrets: number; missed: string[]; others: number; alarms: number; left: number }> {
  const counts = new Map<string, { secrets: number; missed: string[]; others: number; alarms: number; left: number }>();
  for (const { name, rule, isSecret, found } of outcomes) {
    const kind = kindsFor(rule)[0] ?? '';
    const count = counts.get(kind) ?? { secrets: 0, missed: [], others: 0, alarms: 0, left: 0 };
    counts.set(kind, count);
    if (isSecret && name in notValid) count.left += 1;
    else if (isSecret) {
      count.secrets += 1;
      if (!found) count.missed.push(name);
    } else {
      count.others += 1;
      if (found && !(name in validAfterAll)) count.alarms += 1;
    }
  }
  for (const [kind, { secrets, others }] of counts) if (secrets + others === 0) counts.delete(kind);
  return new Map([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function table(): string {
  const rows = [...byKind()].map(
    ([kind, { secrets, missed, others, alarms, left }]) =>
      `| ${kind} | ${secrets - missed.length} of ${secrets} | ${left} | ${alarms} of ${others} |`,
  );
  const sum = (
    of: (count: { secrets: number; missed: string[]; others: number; alarms: number; left: number }) => number,
  ) => [...byKind().values()].reduce((total, count) => total + of(count), 0);
  const total = `| all | ${sum(({ secrets, missed }) => secrets - missed.length)} of ${sum(({ secrets }) => secrets)} | ${sum(({ left }) => left)} | ${sum(({ alarms }) => alarms)} of ${sum(({ others }) => others)} |`;
  return ['| kind | found | labelled, but no valid one | false alarms |', '|---|---|---|---|', ...rows, total].join(
    '\n',
  );
}
