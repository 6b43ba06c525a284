import type { Pattern } from '../parse/pattern.ts';
import { and, ask, not, type Operand, or, type Predicate } from './predicate.ts';
import type { Item } from '../parse/selection.ts';
import { any, plainText, type Text, withPieces } from '../parse/text.ts';

/**
 * Keywords: each is sought anywhere in the text of the record, which is JSON. There `"`, `\` and control characters are
 * written with backslashes, so that a keyword with one of them is sought both as it is and as JSON spells it.
 */
export function matchKeywords(item: Item): Predicate {
  const predicate = item.isEvery ? and(item.patterns.map((pattern) => found([pattern]))) : found(item.patterns);
  return item.isNegated ? not(predicate) : predicate;
}

const raw: Operand = { kind: 'column', column: 'raw', type: 'text' };

function found(patterns: readonly Pattern[]): Predicate {
  const folded: Text[] = [];
  const cased: Text[] = [];
  const parts: Predicate[] = [];
  const collect = (pattern: Pattern): void => {
    if (pattern.kind === 'any') for (const inner of pattern.of) collect(inner);
    else if (pattern.kind === 'number') folded.push(...spellings(plainText(pattern.text)));
    else if (pattern.kind === 'boolean') folded.push(...spellings(plainText(String(pattern.value))));
    else if (pattern.kind === 'text') (pattern.isCased ? cased : folded).push(...spellings(pattern.text));
    // An anchor would be about the whole record, which begins and ends with a brace.
    else if (pattern.kind === 'regex')
      parts.push(
        ask({ test: 'regex', operand: raw, source: pattern.source, flags: pattern.flags, anchor: 'anywhere' }),
      );
  };
  for (const pattern of patterns) collect(pattern);
  if (folded.length > 0) parts.push(ask({ test: 'like', operand: raw, texts: folded, isCased: false }));
  if (cased.length > 0) parts.push(ask({ test: 'like', operand: raw, texts: cased, isCased: true }));
  return or(parts);
}

function spellings(text: Text): Text[] {
  const asJson = text.pieces.map((piece) => (typeof piece === 'string' ? JSON.stringify(piece).slice(1, -1) : piece));
  const around = (pieces: Text['pieces']): Text => withPieces(text, [any, ...pieces, any]);
  const isSame = asJson.every((piece, index) => piece === text.pieces[index]);
  return isSame ? [around(text.pieces)] : [around(text.pieces), around(asJson)];
}
