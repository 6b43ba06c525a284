import type { Token } from './token.ts';
import { isOrdinary, linkWords, purposeWords, toWords } from './vocabulary.ts';

/** How a word hangs together with the cue before it. */
export interface Link {
  /** From -4 to 4.5. */
  readonly weight: number;
  /** A colon, `is` or quotation marks introduce it. */
  readonly isStrict: boolean;
  /** `to`, `from`, `use` introduce it. */
  readonly isSemiStrict: boolean;
}

const nothing: Link = { weight: -9, isStrict: false, isSemiStrict: false };

/**
 * What ties the word at `index` to a cue that stands right before the first of `tokens`.
 *
 * @param isClosed the cue itself ends its sentence.
 * @param isBrief the cue is a short or ambiguous word.
 */
export function linkOf(tokens: readonly Token[], index: number, isClosed: boolean, isBrief: boolean): Link {
  const token = tokens[index];
  if (token === undefined) return nothing;
  const before = tokens.slice(0, index);
  const previous = before.at(-1);
  const lines = before.reduce((sum, { lines }) => sum + lines, token.lines);
  const breaks = before.filter(({ endsSentence }) => endsSentence).length + Number(isClosed);
  const isAlone = token.lines > 0 && (tokens[index + 1]?.lines ?? 1) > 0;
  if (lines > 3 || breaks > 1 || isOfOtherLabel(tokens, index)) return nothing;
  const isAfterLink = previous !== undefined && linkWords.has(previous.lower);
  const isStrict =
    token.isAssigned ||
    isAfterLink ||
    token.quotes === 'quotes' ||
    ((token.mark === '-' || token.mark === '|') && token.lines === 0 && index <= 6);
  // `is then`, `is simply`
  const isNearLink =
    previous !== undefined &&
    isOrdinary(previous.lower) &&
    !purposeWords.has(previous.lower) &&
    linkWords.has(before.at(-2)?.lower ?? '');
  const isSemiStrict =
    !isStrict &&
    (isNearLink ||
      (previous !== undefined && toWords.has(previous.lower)) ||
      (token.quotes === 'brackets' && index <= 3));
  let weight: number;
  if (isStrict)
    weight =
      4 + (token.isAssigned || token.quotes === 'quotes' ? 0.5 : 0) - (index > 6 ? 0.5 : 0) - (index > 10 ? 0.5 : 0);
  else if (isSemiStrict) weight = index === 0 ? 3 : index <= 8 ? 2.5 : 1;
  else if (index === 0) weight = isBrief ? 2 : 3;
  else if (index <= 4)
    weight = purposeWords.has(before[0]?.lower ?? '') || (index === 1 && isOrdinary(previous?.lower ?? '')) ? 1.5 : 1;
  else weight = index <= 8 ? 0 : -1;
  if (isAlone && index <= 9 && breaks === 0) weight = Math.max(weight, lines <= 2 ? 3 : 2.5);
  else if (lines > 0 && !(isStrict && lines === token.lines)) weight -= lines > 1 ? 2 : 1;
  else if (lines > 1 && !isAlone) weight -= 1.5;
  if (breaks > 0) weight -= isStrict || isSemiStrict ? 1.5 : 4;
  if (previous !== undefined && !isStrict && purposeWords.has(previous.lower) && !isAlone && !isSemiStrict)
    weight -= 1.5;
  return { weight, isStrict, isSemiStrict };
}

/** True for the value of another line's label: `password:` left empty and `port: 5432` below. */
function isOfOtherLabel(tokens: readonly Token[], index: number): boolean {
  const label = tokens[index - 1];
  if (label === undefined || tokens[index]?.isAssigned !== true || tokens[index]?.lines !== 0) return false;
  return label.lines > 0 && !linkWords.has(label.lower);
}
