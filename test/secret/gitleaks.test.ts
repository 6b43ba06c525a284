import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadGitleaksRules } from '../../src/secret/gitleaks/load.ts';
import { Scanner } from '../../src/secret/scanner.ts';
import { Fault } from '../../src/shape/fault.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'snowfence-rules-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file of rules and loads it. */
function load(text: string, name = 'rules.toml') {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return loadGitleaksRules(path);
}

async function find(rules: string, text: string): Promise<string[]> {
  return new Scanner((await load(rules)).rules).scan(text).map(({ kind, value }) => `${kind} ${value}`);
}

async function faultOf(rules: string): Promise<Fault> {
  const error: unknown = await load(rules).catch((thrown: unknown) => thrown);
  if (!(error instanceof Fault)) throw new Error('there is no fault', { cause: error });
  return error;
}

const crane = `title = "rules of the house"
[[rules]]
id = "crane-key"
description = "Key of the crane"
regex = '''(?i)crane[ =:"]{1,5}(?:(v1)\\.)?([a-z0-9]{10,20})\\b'''
keywords = ["crane"]
tags = ["house"]
`;

test('a rule has its id, its description and what is known of every rule', async () => {
  const { rules, notices } = await load(crane);
  expect(notices).toEqual([]);
  expect(rules).toMatchObject([
    { kind: 'rule:crane-key', title: 'Key of the crane', severity: 'high', anchors: ['crane'] },
  ]);
  expect(rules[0]?.reset.portal).toMatch(/replace/);
});

test('the secret is the first group that holds something, or the one that is asked for, or all', async () => {
  expect(await find(crane, '> CRANE: ab12cd34ef56.')).toEqual(['rule:crane-key ab12cd34ef56']);
  expect(await find(`${crane}secretGroup = 2`, 'crane=v1.ab12cd34ef56')).toEqual(['rule:crane-key ab12cd34ef56']);
  expect(await find(`${crane}secretGroup = 0`, 'crane=v1.ab12cd34ef56')).toEqual(['rule:crane-key v1']);
  expect(
    await find(
      crane.replaceAll('(v1)', '(?:v1)').replace('([a-z0-9]{10,20})', '[a-z0-9]{10,20}'),
      'crane=ab12cd34ef56',
    ),
  ).toEqual(['rule:crane-key crane=ab12cd34ef56']);
});

test('places are of the secret in the whole text', async () => {
  const text = `${'Lorem ipsum.\n'.repeat(3000)}the crane: ab12cd34ef56 …`;
  const [hit] = new Scanner((await load(crane)).rules).scan(text);
  expect(text.slice(hit?.start, hit?.end)).toBe('ab12cd34ef56');
});

test('without its keyword nothing is found, whatever the expression says', async () => {
  expect(await find(crane.replace('["crane"]', '["stork"]'), 'crane=ab12cd34ef56')).toEqual([]);
  expect(await find(crane.replace('["crane"]', '["stork"]'), 'A Stork. crane=ab12cd34ef56')).toHaveLength(1);
});

test('a rule without keywords, or with ones in another script, is tried on every line', async () => {
  const rule = (keywords: string): string => `[[rules]]\nid = "line"\nregex = '^nest (\\d{6})$'\n${keywords}`;
  const text = `nothing\nnest 271828\n${'x'.repeat(50_000)}\nnest 314159`;
  expect(await find(rule(''), text)).toEqual(['rule:line 271828', 'rule:line 314159']);
  expect(await find("[[rules]]\nid = 'k'\nregex = 'ключ (\\d{6})'\nkeywords = ['КЛЮЧ']", 'ключ 271828')).toEqual([
    'rule:k 271828',
  ]);
});

test('a block of many lines is found from its keyword', async () => {
  const rule = `[[rules]]\nid = "block"\nregex = '''-----BEGIN NEST-----[\\s\\S]{60,}?-----END NEST-----'''\nkeywords = ["-----begin nest"]`;
  const block = `-----BEGIN NEST-----\n${'> ab12cd34\n'.repeat(1000)}-----END NEST-----`;
  expect(await find(rule, `Dear all,\n${block}\nbye`)).toEqual([`rule:block ${block}`]);
});

test('the secret needs more entropy than the rule says', async () => {
  expect(await find(`${crane}entropy = 3.0`, 'crane=abababababab')).toEqual([]);
  expect(await find(`${crane}entropy = 3`, 'crane=ab12cd34ef56')).toHaveLength(1);
});

test('allowlists look at the secret, the match or the line, for one rule or for all', async () => {
  const text = 'sample: crane=ab12cd34ef56';
  const list = (body: string): Promise<string[]> => find(`${crane}[[rules.allowlists]]\n${body}`, text);
  expect(await list("regexes = ['^ab12']")).toEqual([]);
  expect(await list("regexes = ['crane']")).toHaveLength(1);
  expect(await list("regexTarget = 'match'\nregexes = ['crane']")).toEqual([]);
  expect(await list("regexTarget = 'match'\nregexes = ['sample']")).toHaveLength(1);
  expect(await list("regexTarget = 'line'\nregexes = ['^sample']")).toEqual([]);
  expect(await list("stopwords = ['CD34']")).toEqual([]);
  expect(await list("stopwords = ['sample']")).toHaveLength(1);
  expect(await list("condition = 'AND'\nregexes = ['^ab12']\nstopwords = ['zz']")).toHaveLength(1);
  expect(await list("condition = 'AND'\nregexes = ['^ab12']\nstopwords = ['ef56']")).toEqual([]);
  expect(await list("condition = 'AND'\nregexes = ['^ab12']\npaths = ['test']")).toHaveLength(1);
  expect(await find(`${crane}[rules.allowlist]\nregexes = ['^ab12']`, text)).toEqual([]);
  expect(await find(`${crane}[allowlist]\nstopwords = ['cd34']`, text)).toEqual([]);
  expect(await find(`${crane}[[allowlists]]\ntargetRules = ['crane-key']\nstopwords = ['cd34']`, text)).toEqual([]);
  expect(await find(`${crane}[[allowlists]]\ntargetRules = ['stork-key']\nstopwords = ['cd34']`, text)).toHaveLength(1);
});

test('what has no meaning for mail is told', async () => {
  const { rules, notices } = await load(`[extend]
useDefault = true
[[allowlists]]
commits = ["abc"]
[[rules]]
id = "a"
regex = "stork"
path = '\\.env$'
[[rules.allowlists]]
paths = ["x"]
stopwords = ["y"]
[[rules]]
id = "b"
path = '\\.pfx$'
[[rules]]
id = "c"
regex = '''(?s)a.{1,9}b'''
[[rules.required]]
id = "a"
[[rules]]
id = "d"
regex = "x"
skipReport = true`);
  expect(rules.map(({ kind }) => kind)).toEqual(['rule:a', 'rule:c']);
  expect(notices.map((notice) => notice.replace(/^.*rules\.toml/, 'file'))).toEqual([
    'file: extends the rules of gitleaks, which are not part of this tool: it has patterns of its own',
    'an allowlist for all rules names paths or commits, which mail does not have',
    'rule a: its path is ignored: mail has none',
    'rule a: its allowlist names paths or commits, which mail does not have',
    'rule b: is about paths only, which mail does not have: not run',
    'rule c: is reported without the other rules that it requires',
    'rule c: has no keywords and is tried line by line, so that it finds nothing that goes over lines',
    'rule d: is not reported on its own (skipReport) and so not run',
  ]);
});

test('a file extends another one beside it', async () => {
  await load(
    `${crane}\n[[rules]]\nid = "stork-key"\nregex = "stork-(\\\\d{6})"\nkeywords = ["stork"]`,
    'base/base.toml',
  );
  const rules = `[extend]\npath = "base/base.toml"\n[[rules]]\nid = "crane-key"\nentropy = 9.0`;
  expect(await find(rules, 'crane=ab12cd34ef56 stork-271828')).toEqual(['rule:stork-key 271828']);
  const disabled = '[extend]\npath = "base/base.toml"\ndisabledRules = ["stork-key"]';
  expect(await find(disabled, 'crane=ab12cd34ef56 stork-271828')).toEqual(['rule:crane-key ab12cd34ef56']);
});

test.each([
  ['[[rules]]\nid = "a"\n\nregex = "(?=a)b"', 4, /not valid/],
  ['[[rules]]\nid = "a"\nregex = "a"\n[[rules]]\nid = "b"\nregex = "(a)\\\\1"', 6, /not valid/],
  ['[[rules]]\nregex = "a"', 1, /no id/],
  ['\n[[rules]]\nid = "a"', 2, /no regex/],
  ['[[rules]]\nid = "a"\nregex = 5', 3, /regex is no text/],
  ['[[rules]]\nid = "a"\nregex = "(a)"\nsecretGroup = 2', 4, /no group 2/],
  ['[[rules]]\nid = "a"\nregex = "a"\nentropy = "3"', 4, /entropy is no number/],
  ['[[rules]]\nid = "a"\nregex = "a"\nkeywords = "a"', 4, /no list/],
  ['[[rules]]\nid = "a"\nregex = "a"\nkeywords = [""]', 4, /keyword is empty/],
  ['[[rules]]\nid = "a"\nregex = "a"\n[[rules]]\nid = "a"\nregex = "b"', 5, /taken already/],
  ['x = 1\n[allowlist]\nregexTarget = "file"\nregexes = ["a"]', 2, /regexTarget/],
  ['[[allowlists]]\ncondition = "XOR"\nregexes = ["a"]', 1, /condition/],
  ['[allowlist]\ndescription = "none"', 1, /allows nothing/],
  ['[[rules]]\nid = "a\nregex = "a"', 2, /./],
  ['[extend]\npath = "rules.toml"', undefined, /extends itself/],
] as const)('a mistake is told with its line: %s', async (rules, line, message) => {
  const fault = await faultOf(rules);
  expect(fault).toMatchObject({ code: 'rule-invalid', place: { file: join(folder, 'rules.toml') } });
  expect(fault.place.line).toBe(line);
  expect(fault.message).toMatch(message);
  expect(fault.hint).not.toBe('');
});

test('a file that is not there is told', async () => {
  await expect(loadGitleaksRules(join(folder, 'none.toml'))).rejects.toMatchObject({ code: 'path-unreadable' });
});

test.each([
  ['(a+)+$', 'a'],
  ['(a|aa)+$', 'a'],
  ['(.*a){12}x', 'a'],
  ['(?:a?){20}a{20}y', 'a'],
  ['([a-zA-Z]+)*1', 'ab'],
])('a hostile expression takes time that grows with the text: %s', async (regex, unit) => {
  const { rules } = await load(`[[rules]]\nid = "h"\nregex = '${regex}'\nkeywords = ["a"]`);
  const scanner = new Scanner(rules);
  const time = (count: number): number => {
    const text = `${unit.repeat(count)}!`;
    const before = process.cpuUsage();
    scanner.scan(text);
    return process.cpuUsage(before).user / 1000;
  };
  time(1_000);
  const short = time(5_000);
  expect(time(40_000)).toBeLessThan(Math.max(400, short * 24));
});

test('what repeats a count of counts is refused', async () => {
  expect(await faultOf("[[rules]]\nid = 'h'\nregex = '((a{1,100}){1,100}){1,100}'")).toMatchObject({
    code: 'rule-invalid',
  });
});
