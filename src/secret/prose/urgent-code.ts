import type { Cue } from './cue.ts';
import type { Found } from './sentence.ts';
import { tokensIn, type Token } from './token.ts';
import { rolesOf, role } from './word-roles.ts';

/** That a code is only good for a moment, or came over another way. */
const hurry =
  /expire|valid|second|\bsecs?\b|minute|fast|quick|hurry|texted|\bsms\b|authenticator|gültig|schnell|beeil|sekunde|minute|handy|dépêche|vite|seconde|valable|texto|boîtier|boitier|affiche|rápido|caduca|segundo|móvil|antes de que|швидк|хвилин|секунд|дійсн|встигай|смс|быстр|минут|действ|экран|энтер|телефон|telefon|phone|iphone|приложен|застосун/iu;

const otherCode =
  /postal|zip|promo|discount|rabatt|gutschein|descuento|скидк|знижк|article|artikel|artículo|товар|tracking|invoice|rechnung|factur|área|area|country|vorwahl|color|couleur/iu;

/** A number that is typed in at once, near a word for a code: alone on its line, behind a colon or an arrow, or where one types it. */
export function urgentCode(text: string, cue: Cue): Found[] {
  const from = Math.max(0, cue.start - 100);
  const to = Math.min(text.length, cue.end + 160);
  const near = text.slice(from, to);
  if (!/\d{3}|\d \d/.test(near) || !hurry.test(near) || otherCode.test(near)) return [];
  const tokens = tokensIn(text, from, to);
  for (const [index, token] of tokens.entries()) {
    const end = endOfCode(tokens, index, text);
    if (end === undefined || !isEntered(tokens, index)) continue;
    return [{ kind: 'one-time-code', start: token.start, end, cue }];
  }
  return [];
}

/** Six digits, in one, two groups with a space or a hyphen. */
function endOfCode(tokens: readonly Token[], index: number, text: string): number | undefined {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || /\d/.test(text[token.start - 1] ?? '')) return undefined;
  if (/^\d{6}$|^\d{3}-\d{3}$/.test(token.value))
    return /^\d/.test(next?.value ?? '') && next?.lines === 0 && !token.endsClause ? undefined : token.end;
  if (!/^\d{1,5}$/.test(token.value) || next === undefined || next.start - token.end !== 1 || next.lines > 0)
    return undefined;
  if (!/^\d{1,5}$/.test(next.value) || token.value.length + next.value.length !== 6) return undefined;
  return next.end;
}

function isEntered(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const previous = tokens[index - 1];
  if (token === undefined) return false;
  if (token.lines > 0 || token.isAssigned || token.mark === '-' || token.quotes !== '') return true;
  if (previous === undefined) return true;
  if (/^[^\p{L}\d]+$/u.test(previous.value)) return true;
  return (rolesOf(previous.lower, tokens[index - 2]?.lower ?? '') & (role.using | role.linking | role.keying)) !== 0;
}
