import { Fault, type FaultPlace } from '../../shape/fault.ts';

const mostCharacters = 600;

/** A mistake in a rule: what is wrong, where, and what to write instead. */
export function ruleFault(message: string, place: FaultPlace, hint: string): Fault {
  return new Fault('rule-invalid', printable(message), { place, hint: printable(hint) });
}

/** Messages quote rules, and rules come from strangers: no control characters for the terminal, no endless lines. */
function printable(text: string): string {
  const short = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}...` : text;
  return short.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}
