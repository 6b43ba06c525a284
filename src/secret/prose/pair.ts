import type { Cue } from './cue.ts';
import { linesFrom } from './line.ts';
import type { Found } from './sentence.ts';
import { shapeOf } from './shape.ts';
import { tokensIn } from './token.ts';
import { isOrdinary, withWords } from './vocabulary.ts';

const defaultAccount =
  /^(?:admin|administrator|root|sa|user|guest|test|demo|operator|service|support|pi|ubnt|cisco|manager|system|oracle|postgres|sysadmin)$/i;
const pair =
  /^[\s*•·–-]*(?:\d{1,3}[.)])?\s*(?<name>[\p{L}\p{N}][\p{L}\p{N}._@\\-]{1,48})\s*(?<separator>\/|\||:|,|;|->|→|=| [–—-] |\t)\s*(?<value>\S{5,40})(?:\s+\(.{0,80})?$/u;

const mostLines = 40;

/** Names with passwords under or behind a word such as `logins`, without a word for the password itself. */
export function pairsAfter(text: string, cue: Cue, to: number): { found: Found[]; end: number } {
  const found = inSentence(text, cue, to);
  const lineEnd = text.slice(cue.end, cue.end + 200).indexOf('\n');
  const lines = lineEnd < 0 ? [] : linesFrom(text, cue.end + lineEnd + 1, mostLines, 1);
  let end = cue.end;
  let others = 0;
  for (const line of lines) {
    const match = pair.exec(line.text);
    const { name, separator, value } = match?.groups ?? {};
    if (match === null || name === undefined || value === undefined) {
      others += 1;
      if (others > 3) break;
      continue;
    }
    end = line.end;
    const clean = value.replace(/[.,;]+$/, '');
    const isTelling = separator === '/' || separator === '\t' || separator === '|';
    if (isOrdinary(name.toLowerCase()) || isOrdinary(clean.toLowerCase()) || shapeOf(clean) < (isTelling ? 4 : 4.5))
      continue;
    if (/^\p{Lu}\p{Ll}+$/u.test(name) && !isTelling) continue;
    // Numbers of accounts in a ledger.
    if (!/\p{Ll}/u.test(name) && shapeOf(clean) < 4.75) continue;
    const start = line.start + line.text.lastIndexOf(value);
    found.push({ kind: 'password', start, end: start + clean.length, cue, account: name });
  }
  return { found, end };
}

/** `the login is admin/Xy12`, `logged in as root with Xy12`. */
function inSentence(text: string, cue: Cue, to: number): Found[] {
  const window = text.slice(cue.end, Math.min(to, cue.end + 140));
  if (!/\/|[\d@#$%&*+!]/.test(window)) return [];
  const tokens = tokensIn(text, cue.end, cue.end + window.length);
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    if (index > 10 || (previous?.endsSentence ?? false)) break;
    if (previous === undefined || token.lines > 0 || isOrdinary(token.lower)) continue;
    const shape = shapeOf(token.value);
    const isName = !isOrdinary(previous.lower) || defaultAccount.test(previous.value);
    if (
      token.mark === '/' &&
      isName &&
      /^[\p{Ll}\d._@\\-]+$/u.test(previous.value) &&
      shape >= (defaultAccount.test(previous.value) ? 1.5 : 3.5)
    )
      return [{ kind: 'password', start: token.start, end: token.end, cue, account: previous.value }];
    if (
      token.isAssigned &&
      isName &&
      token.start - previous.end === 1 &&
      shape >= 4.5 &&
      /^[\p{Ll}\d._@\\-]+$/u.test(previous.value)
    )
      return [{ kind: 'password', start: token.start, end: token.end, cue, account: previous.value }];
    if (withWords.has(previous.lower) && shape >= 4.5) {
      const account = tokens[index - 2];
      return [
        {
          kind: 'password',
          start: token.start,
          end: token.end,
          cue,
          account: account !== undefined && !isOrdinary(account.lower) ? account.value : defaultName(text, cue),
        },
      ];
    }
  }
  return [];
}

/** The name that ends the cue itself: `als root`. */
function defaultName(text: string, cue: Cue): string | undefined {
  const last = text.slice(cue.start, cue.end).split(/\s/u).at(-1);
  return last !== undefined && defaultAccount.test(last) ? last : undefined;
}
