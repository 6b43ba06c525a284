import type { Condition } from './condition.ts';
import { type Token, tokenize } from './condition-token.ts';
import { limits } from './limits.ts';
import { TextTrouble } from './text-trouble.ts';

/**
 * Reads a condition over the selections `names`. `not` binds tighter than `and`, `and` tighter than `or`;
 * `1 of x*`, `any of`, `all of` and `them` are written out. Keywords may be written in capitals.
 *
 * @throws TextTrouble
 */
export function parseCondition(text: string, names: readonly string[]): Condition {
  if (text.length > limits.conditionCharacters) {
    throw new TextTrouble('the condition is too long', 0, `Keep it below ${limits.conditionCharacters} characters.`);
  }
  const tokens = tokenize(text);
  if (typeof tokens === 'number') {
    const hint =
      text[tokens] === '|'
        ? 'Aggregations behind "|" are no longer part of Sigma; a correlation replaces them.'
        : 'A condition has names of selections, and, or, not, 1 of, all of, them and parentheses.';
    throw new TextTrouble(`"${String.fromCodePoint(text.codePointAt(tokens) ?? 0)}" has no meaning here`, tokens, hint);
  }
  return new Parser(tokens, names, text.length).parse();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #names: readonly string[];
  readonly #end: number;
  #at = 0;
  #terms = 0;

  constructor(tokens: readonly Token[], names: readonly string[], end: number) {
    this.#tokens = tokens;
    this.#names = names;
    this.#end = end;
  }

  parse(): Condition {
    const condition = this.#or(0);
    const left = this.#tokens[this.#at];
    if (left !== undefined) {
      const hint = left.kind === ')' ? 'Remove it, or open it before.' : 'Put "and" or "or" between two selections.';
      throw new TextTrouble(`"${left.text}" is too much here`, left.index, hint);
    }
    return condition;
  }

  #or(nesting: number): Condition {
    return this.#chain('or', () => this.#chain('and', () => this.#not(nesting)));
  }

  #chain(kind: 'and' | 'or', operand: () => Condition): Condition {
    const of = [operand()];
    while (this.#takeWord(kind)) of.push(operand());
    return group(kind, of);
  }

  #not(nesting: number): Condition {
    const token = this.#tokens[this.#at];
    if (nesting > limits.conditionNesting) {
      const hint = `At most ${limits.conditionNesting} parentheses and "not" may stand inside each other.`;
      throw new TextTrouble('the condition is nested too deep', token?.index ?? this.#end, hint);
    }
    if (this.#takeWord('not')) return { kind: 'not', of: this.#not(nesting + 1) };
    if (token?.kind === '(') {
      this.#at += 1;
      const inside = this.#or(nesting + 1);
      if (this.#tokens[this.#at]?.kind !== ')') {
        throw new TextTrouble('")" is missing', this.#tokens[this.#at]?.index ?? this.#end, 'Close the parenthesis.');
      }
      this.#at += 1;
      return inside;
    }
    return this.#selection(token);
  }

  #selection(token: Token | undefined): Condition {
    if (token === undefined || token.kind !== 'word') {
      throw new TextTrouble('the name of a selection is missing', token?.index ?? this.#end, this.#known());
    }
    this.#at += 1;
    if (this.#isWord('of')) return this.#several(token);
    if (/^(and|or|not)$/i.test(token.text) || !this.#names.includes(token.text)) {
      const message = token.text.includes('*')
        ? `"${token.text}" needs "1 of" or "all of" in front of it`
        : `there is no selection "${token.text}"`;
      throw new TextTrouble(message, token.index, this.#known());
    }
    this.#count(1, token);
    return { kind: 'selection', name: token.text };
  }

  #several(quantity: Token): Condition {
    const isAll = /^all$/i.test(quantity.text);
    if (!isAll && !/^(1|any)$/i.test(quantity.text)) {
      throw new TextTrouble(`"${quantity.text} of" is not possible`, quantity.index, 'Write "1 of" or "all of".');
    }
    this.#at += 1;
    const pattern = this.#tokens[this.#at];
    if (pattern?.kind !== 'word') {
      throw new TextTrouble(
        '"of" needs a name',
        pattern?.index ?? this.#end,
        'Write "them" or a name such as "selection_*".',
      );
    }
    this.#at += 1;
    const names = this.#matching(pattern.text);
    if (names.length === 0)
      throw new TextTrouble(`no selection is named like "${pattern.text}"`, pattern.index, this.#known());
    this.#count(names.length, pattern);
    return group(
      isAll ? 'and' : 'or',
      names.map((name) => ({ kind: 'selection', name })),
    );
  }

  #matching(pattern: string): readonly string[] {
    if (/^them$/i.test(pattern)) return this.#names.filter((name) => !name.startsWith('_'));
    const parts = pattern.split(/\*+/);
    return this.#names.filter((name) => isLike(name, parts));
  }

  #count(terms: number, token: Token): void {
    this.#terms += terms;
    if (this.#terms > limits.conditionTerms) {
      throw new TextTrouble(
        'the condition names too many selections',
        token.index,
        `At most ${limits.conditionTerms} are possible.`,
      );
    }
  }

  #isWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'word' && token.text.toLowerCase() === word;
  }

  #takeWord(word: string): boolean {
    const isTaken = this.#isWord(word);
    if (isTaken) this.#at += 1;
    return isTaken;
  }

  #known(): string {
    return this.#names.length === 0
      ? 'The rule has no selections.'
      : `The rule has: ${this.#names.slice(0, 20).join(', ')}${this.#names.length > 20 ? ', ...' : ''}.`;
  }
}

/** True if `name` is the parts in their order with anything between them; each part is taken as early as possible. */
function isLike(name: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  if (others.length === 0) return name === first;
  const last = others.pop() ?? '';
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

function group(kind: 'and' | 'or', of: readonly Condition[]): Condition {
  const [only] = of;
  return only !== undefined && of.length === 1 ? only : { kind, of };
}
