import { sql } from '../store/sql.ts';
import { textConstant } from './constant.ts';
import type { ColumnOperands } from './operand.ts';
import type { Pattern } from './pattern.ts';
import { and, cost, leaf, not, or, type Predicate } from './predicate.ts';
import { inChunks, regexOf, withFlags } from './search.ts';
import type { Item } from './selection.ts';
import { any, plainText, type Text, withPieces } from './text.ts';

/**
 * Keywords: each is sought anywhere in the text of the record, which is JSON. There `"`, `\` and control characters are
 * written with backslashes, so that a keyword with one of them is sought both as it is and as JSON spells it.
 */
export function matchKeywords(item: Item, columns: ColumnOperands): Predicate {
  const raw = columns.name('raw');
  const matches = (regex: string): Predicate => leaf(sql`regexp_matches(${raw}, ${textConstant(regex)})`, cost.record);
  const found = (patterns: readonly Pattern[]): Predicate => {
    const alternatives: Alternatives = { folded: [], cased: [], regexes: [] };
    for (const pattern of patterns) collect(pattern, alternatives);
    return or([
      ...inChunks(alternatives.folded).map((chunk) => matches(`(?is:${chunk.join('|')})`)),
      ...inChunks(alternatives.cased).map((chunk) => matches(`(?s:${chunk.join('|')})`)),
      ...alternatives.regexes.map(matches),
    ]);
  };
  const predicate = item.isEvery ? and(item.patterns.map((pattern) => found([pattern]))) : found(item.patterns);
  return item.isNegated ? not(predicate) : predicate;
}

/** Regular expressions by how capitals count; those of the rule itself stay alone, for they may be large. */
interface Alternatives {
  readonly folded: string[];
  readonly cased: string[];
  readonly regexes: string[];
}

function collect(pattern: Pattern, found: Alternatives): void {
  if (pattern.kind === 'any') for (const inner of pattern.of) collect(inner, found);
  else if (pattern.kind === 'number') found.folded.push(...spellings(plainText(pattern.text)));
  else if (pattern.kind === 'boolean') found.folded.push(String(pattern.value));
  else if (pattern.kind === 'text') (pattern.isCased ? found.cased : found.folded).push(...spellings(pattern.text));
  // An anchor would be about the whole record, which begins and ends with a brace.
  else if (pattern.kind === 'regex') found.regexes.push(withFlags(pattern.source, pattern.flags, 'anywhere'));
}

function spellings(text: Text): string[] {
  const asJson = text.pieces.map((piece) => (typeof piece === 'string' ? JSON.stringify(piece).slice(1, -1) : piece));
  const around = (pieces: Text['pieces']): string => regexOf(withPieces(text, [any, ...pieces, any]));
  return [...new Set([around(text.pieces), around(asJson)])];
}
