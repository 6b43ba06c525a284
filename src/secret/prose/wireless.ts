import type { Block } from './block.ts';
import type { Found } from './sentence.ts';
import { isImpostor, shapeOf } from './shape.ts';
import type { Token } from './token.ts';
import { isOrdinary, wirelessWords } from './vocabulary.ts';
import { role } from './word-roles.ts';

/** Before these stands the name of the network, not its key. */
const naming =
  /^(?:ssid|name|named|called|network|netz|netzwerk|heißt|heisst|réseau|nom|appelle|red|nombre|llama|мереж[аі]|назва|зветься|сеть|имя|название|зовётся|зовется)$/u;

const reach = 8;

/** Keys of wireless networks that are given without a word for a key: `guest wifi: X`, `wifi?` and `X` on the next line. */
export function wirelessKeys(block: Block): Found[] {
  const found: Found[] = [];
  for (let index = block.first; index < block.last; index += 1) {
    const word = block.tokens[index];
    if (word === undefined || !wirelessWords.test(word.value) || word.value.length > 24) continue;
    const key = keyBehind(block, index);
    if (key !== undefined)
      found.push({ kind: 'wifi-password', start: key.start, end: key.end, cue: { start: word.start, end: word.end } });
  }
  return found;
}

function keyBehind({ tokens, roles }: Block, index: number): Token | undefined {
  let isAsked = false;
  let lines = 0;
  for (let at = index + 1; at <= index + reach; at += 1) {
    const token = tokens[at];
    const previous = tokens[at - 1];
    if (token === undefined || previous === undefined) return undefined;
    lines += token.lines;
    if (previous.endsSentence && token.lines > 0) isAsked = true;
    else if (previous.endsSentence) return undefined;
    if (lines > 1 || (lines > 0 && !isAsked)) return undefined;
    const isIntroduced =
      token.isAssigned ||
      token.quotes === 'quotes' ||
      token.mark === '/' ||
      token.mark === '-' ||
      (isAsked && token.lines > 0) ||
      ((roles[at - 1] ?? 0) & (role.linking | role.using)) !== 0;
    if (!isIntroduced || naming.test(previous.lower) || tokens[at + 1]?.mark === '/') continue;
    if (isKey(token)) return token;
  }
  return undefined;
}

function isKey({ value, lower, isAssigned }: Token): boolean {
  if (value.length < 8 || value.length > 63 || isOrdinary(lower) || isImpostor(value) || /\s/u.test(value))
    return false;
  // A name of a network is in capitals or numbered.
  if (!/\p{Ll}/u.test(value) || /(?:guest|gäste|gast|visitors?|invit\w+|wlan|wifi|5g|2g)$/iu.test(value)) return false;
  return (
    shapeOf(value) >= 2.5 ||
    (isAssigned && /^\p{L}+(?:[-_.]\p{L}+)+$/u.test(value)) ||
    /^\p{L}+(?:[-_.]\p{L}+){2,}$/u.test(value)
  );
}
