import type { RE2JS } from 're2js';
import { entropy } from '../entropy.ts';
import type { Match, Matcher } from '../matcher.ts';
import type { CredentialKind } from '../pattern.ts';
import { type Allowlist, isAllowed } from './allowlist.ts';

/** A rule of the user, ready to run. */
export interface GitleaksRule extends CredentialKind, Matcher {}

/** What a file says of one rule. */
export interface RuleText {
  readonly id: string;
  readonly description: string;
  readonly expression: RE2JS;
  /** Number of the group that is the secret; undefined: the first that is not empty, or all. */
  readonly secretGroup: number | undefined;
  /** A secret needs more bits for each character than this; 0 asks for none. */
  readonly entropy: number;
  readonly keywords: readonly string[];
  readonly allowlists: readonly Allowlist[];
}

/**
 * Gitleaks tries a rule on the whole of a file that holds a keyword. In a mail what belongs together stands together, keys in
 * blocks of many lines included.
 */
const reach = { before: 2_000, after: 20_000 };

/** How far back the beginning of a line is looked for, so that `^` is one. */
const longestLine = 2_000;

export function gitleaksRule(rule: RuleText): GitleaksRule {
  const { keywords } = rule;
  // The search for anchors knows the case of ASCII letters only; other words are no reason to look nowhere.
  const anchors = keywords.every((word) => /^[\x20-\x7e]+$/.test(word)) ? keywords : [];
  return {
    kind: `rule:${rule.id}`,
    title: rule.description || rule.id,
    system: 'named by the rule',
    severity: 'high',
    owner: 'owner of the system that the rule is about',
    lifetime: 'not known: the rule does not say',
    reset: { portal: 'the system that the rule is about > replace the credential, then revoke this one' },
    proof: 'log of the system that the rule is about: the old credential is refused',
    references: [],
    anchors,
    reach,
    isGeneric: false,
    *matches(text, start, end) {
      for (const [from, part] of keywords.length === 0 ? lines(text, start, end) : [windowOf(text, start, end)])
        yield* matchesOf(rule, text, from, part);
    },
  };
}

function windowOf(text: string, start: number, end: number): [from: number, part: string] {
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const from = start === 0 ? 0 : start - before <= longestLine ? before : start;
  return [from, text.slice(from, end)];
}

function* lines(text: string, start: number, end: number): Generator<[from: number, part: string]> {
  for (let from = start; from < end; ) {
    const next = text.indexOf('\n', from);
    const to = next < 0 || next > end ? end : next;
    yield [from, text.slice(from, to)];
    from = to + 1;
  }
}

function* matchesOf(rule: RuleText, text: string, from: number, part: string): Generator<Match> {
  // Most parts hold nothing: the test without groups is many times as fast.
  if (!rule.expression.test(part)) return;
  const matcher = rule.expression.matcher(part);
  while (matcher.find()) {
    const group = rule.secretGroup ?? firstGroup(rule.expression, (number) => matcher.group(number) ?? '');
    const secret = matcher.group(group) ?? '';
    if (secret === '' || (rule.entropy > 0 && entropy(secret) <= rule.entropy)) continue;
    const match = matcher.group() ?? '';
    const [start, end] = [from + matcher.start(), from + matcher.end()];
    const lineEnd = text.indexOf('\n', end);
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, lineEnd < 0 ? text.length : lineEnd);
    if (rule.allowlists.some((list) => isAllowed(list, { secret, match, line }))) continue;
    const at = from + matcher.start(group);
    yield { start: at, end: at + secret.length, value: secret, account: undefined, host: undefined };
  }
}

/** The first group that holds something; 0, the whole, if none does. */
function firstGroup(expression: RE2JS, textOf: (number: number) => string): number {
  for (let number = 1; number <= expression.groupCount(); number += 1) if (textOf(number) !== '') return number;
  return 0;
}
