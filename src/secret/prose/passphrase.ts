import type { Cue } from './cue.ts';
import { linkOf } from './link.ts';
import type { Found } from './sentence.ts';
import { shapeOf } from './shape.ts';
import { tokensIn } from './token.ts';
import { isOrdinary, unitWords } from './vocabulary.ts';

/** As many as the words that restore a wallet. */
const mostWords = 24;
const mostOutsideOfLists = 10;

/** The words of a passphrase: in quotation marks, or from `is` or a colon to the end of the clause. */
export function passphraseAfter(text: string, cue: Cue, to: number): Found[] {
  const tokens = tokensIn(text, cue.end, Math.min(to, cue.end + 420));
  const isClosed = /^[.?!]\s/.test(text.slice(cue.end, cue.end + 2));
  for (const [index, token] of tokens.entries()) {
    if (index > 14) break;
    if (index > 8 && !token.isAssigned) continue;
    const link = linkOf(tokens, index, isClosed, false);
    const isIntroduced = link.isStrict || (token.lines > 0 && link.weight >= 2.5);
    if (!isIntroduced || link.weight < 2) continue;
    if (token.quotes === 'quotes') return [{ kind: 'passphrase', start: token.start, end: token.end, cue }];
    let last = index;
    while (
      last - index < mostWords &&
      tokens[last]?.endsClause === false &&
      tokens[last + 1] !== undefined &&
      tokens[last + 1]?.lines === 0
    )
      last += 1;
    const words = tokens.slice(index, last + 1);
    const end = words.at(-1)?.end;
    if (end === undefined || words.length >= mostWords || words.some(({ lower }) => unitWords.has(lower))) continue;
    if (words.length < 3) {
      if (
        (shapeOf(token.value) >= 2 ||
          (token.isAssigned && /^\p{L}+(?:[.,_-]\p{L}+){3,}$/u.test(token.value)) ||
          (token.isAssigned && token.value.length >= 16)) &&
        !isOrdinary(token.lower)
      )
        return [{ kind: 'passphrase', start: token.start, end: token.end, cue }];
      continue;
    }
    if (words.length >= mostOutsideOfLists && !(token.isAssigned || token.lines > 0)) continue;
    const ordinary = words.filter(({ lower }) => isOrdinary(lower)).length;
    // Behind a colon only the words of a whole sentence are none.
    const most = token.isAssigned && ordinary * 2 <= words.length ? words.length : words.length - 1;
    if (ordinary * 2 <= most && words.every(({ value }) => /^[\p{L}\p{M}\d'’!?-]+$/u.test(value)))
      return [{ kind: 'passphrase', start: token.start, end, cue }];
  }
  // `passphrase Rt7$kLm2`
  const [first] = tokens;
  if (first !== undefined && first.lines === 0 && shapeOf(first.value) >= 3 && !isOrdinary(first.lower))
    return [{ kind: 'passphrase', start: first.start, end: first.end, cue }];
  return [];
}
