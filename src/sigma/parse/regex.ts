import { TextTrouble } from './text-trouble.ts';

/** Why a regular expression is refused; `index` counts from 0 in the expression. */
export interface RegexTrouble {
  readonly message: string;
  readonly index: number | undefined;
  readonly hint: string;
}

const bounds = { characters: 10_000, nesting: 50, repetition: 1000, size: 10_000 };

const asLiteral = 'Put a backslash before it if it stands for itself.';
const categories = new Set(
  'C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Latin Greek Cyrillic Arabic Hebrew Han'.split(
    ' ',
  ),
);

/**
 * Reads a regular expression and gives the first thing in it that the engine's linear-time matcher (RE2) does not
 * have, or that would make it too large. What passes here never fails while records are read.
 */
export function checkRegex(source: string): RegexTrouble | undefined {
  if (source.length > bounds.characters) {
    return {
      message: `the regular expression has more than ${bounds.characters} characters`,
      index: undefined,
      hint: 'Split it.',
    };
  }
  try {
    new Reader(source).read();
    return undefined;
  } catch (error) {
    if (error instanceof TextTrouble) return { message: error.message, index: error.index, hint: error.hint };
    throw error;
  }
}

/** How large something is once its repetitions are written out, and how often its inside is repeated at bounds. */
interface Extent {
  readonly size: number;
  readonly repetition: number;
}

const single: Extent = { size: 1, repetition: 1 };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    this.#alternatives(0);
    if (this.#at < this.#text.length) throw new TextTrouble('")" closes nothing', this.#at, asLiteral);
  }

  #alternatives(nesting: number): Extent {
    if (nesting > bounds.nesting)
      throw new TextTrouble('the groups are nested too deep', this.#at, 'Write it flatter.');
    let size = 1;
    let repetition = 1;
    while (this.#at < this.#text.length && this.#text[this.#at] !== ')') {
      const start = this.#at;
      if (this.#take('|')) {
        size += 1;
        continue;
      }
      const [atom, isRepeatable] = this.#atom(nesting);
      const piece = this.#repeated(atom, isRepeatable);
      size += piece.size;
      repetition = Math.max(repetition, piece.repetition);
      if (size > bounds.size)
        throw new TextTrouble('the regular expression is too large', start, 'Use smaller repetitions.');
    }
    return { size, repetition };
  }

  #atom(nesting: number): [Extent, boolean] {
    const start = this.#at;
    const character = this.#next();
    if (character === '(') return this.#group(nesting, start);
    if (character === '[') return [this.#class(start), true];
    if (character === '\\') {
      const escape = this.#escape(start);
      // A category of Unicode is many ranges of characters.
      return [/[pP]/.test(this.#text[start + 1] ?? '') ? { size: 300, repetition: 1 } : single, escape !== 'place'];
    }
    if (character === '*' || character === '+' || character === '?') {
      throw new TextTrouble(`"${character}" repeats nothing`, start, asLiteral);
    }
    // What looks like `{2,3}` with nothing before it repeats nothing either.
    if (character === '{' && /^\{\d+(,\d*)?\}/.test(this.#text.slice(start))) {
      throw new TextTrouble('"{" repeats nothing', start, asLiteral);
    }
    const isPlace = character === '^' || character === '$';
    return [{ size: character === '.' || (character.codePointAt(0) ?? 0) > 127 ? 4 : 1, repetition: 1 }, !isPlace];
  }

  #group(nesting: number, start: number): [Extent, boolean] {
    if (this.#take('?')) {
      const rest = this.#text.slice(this.#at);
      if (/^(<?[=!])/.test(rest))
        throw new TextTrouble(
          'looking ahead or behind is not supported',
          start,
          'Sigma allows . ^ $ * + ? {n,m} [] | () only; use two items and "not" in the condition.',
        );
      const head = /^(P<[A-Za-z_]\w*>|:|[imsU]+(-[imsU]+)?:?|-[imsU]+:?)/.exec(rest)?.[0];
      if (head === undefined) throw new TextTrouble('this kind of group is not supported', start, 'Use ( ) or (?: ).');
      this.#at += head.length;
      if (!head.endsWith(':') && !head.endsWith('>')) {
        if (!this.#take(')')) throw new TextTrouble('")" is missing', start, 'Close the group.');
        return [single, false];
      }
    }
    const inside = this.#alternatives(nesting + 1);
    if (!this.#take(')')) throw new TextTrouble('")" is missing', start, 'Close the group.');
    return [{ size: inside.size + 2, repetition: inside.repetition }, true];
  }

  #repeated(atom: Extent, isRepeatable: boolean): Extent {
    const start = this.#at;
    const found = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/.exec(this.#text.slice(start, start + 32));
    if (found === null) return atom;
    if (!isRepeatable)
      throw new TextTrouble('a place cannot be repeated', start, 'Put the repetition behind a character or group.');
    this.#at += found[0].length;
    this.#take('?');
    if (/^(?:[*+?]|\{\d+(,\d*)?\})/.test(this.#text.slice(this.#at, this.#at + 32))) {
      throw new TextTrouble('a repetition of a repetition is not supported', this.#at, 'Use one of them, or a group.');
    }
    if (found[1] === undefined) return { size: atom.size + 1, repetition: atom.repetition };
    const least = Number(found[1]);
    const largest = found[3] === undefined || found[3] === '' ? least : Number(found[3]);
    const repetition = atom.repetition * Math.max(least, largest, 1);
    if (largest < least || repetition > bounds.repetition) {
      throw new TextTrouble(
        `a repetition goes from its smaller to its larger number, up to ${bounds.repetition} in all`,
        start,
        'Use smaller numbers.',
      );
    }
    return { size: atom.size * Math.max(least, largest, 1) + 1, repetition };
  }

  #class(start: number): Extent {
    this.#take('^');
    let isFirst = true;
    while (isFirst || this.#text[this.#at] !== ']') {
      isFirst = false;
      if (this.#at >= this.#text.length) throw new TextTrouble('"]" is missing', start, 'Close the set.');
      const posix = /^\[:\^?(\w*):\]/.exec(this.#text.slice(this.#at, this.#at + 20));
      if (posix !== null) {
        if (
          !/^(alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit)$/.test(
            posix[1] ?? '',
          )
        ) {
          throw new TextTrouble(
            'this kind of character is not known',
            this.#at,
            'Use [:alpha:], [:digit:] and the like.',
          );
        }
        this.#at += posix[0].length;
        continue;
      }
      const low = this.#member();
      if (this.#text[this.#at] === '-' && this.#text[this.#at + 1] !== ']' && this.#at + 1 < this.#text.length) {
        const dash = this.#at;
        this.#at += 1;
        const high = this.#member();
        if (low === undefined || high === undefined || (low.codePointAt(0) ?? 0) > (high.codePointAt(0) ?? 0)) {
          throw new TextTrouble(
            'the range in the set goes backwards or has no ends',
            dash,
            'Put "-" last if it stands for itself.',
          );
        }
      }
    }
    this.#at += 1;
    const categories = this.#text.slice(start, this.#at).split(/\\[pP]/).length - 1;
    return { size: 8 + 300 * categories, repetition: 1 };
  }

  /** One member of a set: the character, or undefined for a kind of characters such as `\d`. */
  #member(): string | undefined {
    const start = this.#at;
    const character = this.#next();
    if (character !== '\\') return character;
    const escape = this.#escape(start);
    if (escape === 'place') throw new TextTrouble('a place has no meaning in a set', start, 'Take it out of the set.');
    return escape === 'kind' ? undefined : escape;
  }

  /** What follows a backslash: `place` (`\b`), `kind` (`\d`) or the character that it stands for. */
  #escape(start: number): string {
    const character = this.#next();
    if (/[dDwWsS]/.test(character)) return 'kind';
    if (/[bBAz]/.test(character)) return 'place';
    const control = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', a: '\x07' }[character];
    if (control !== undefined) return control;
    const rest = this.#text.slice(this.#at);
    if (character === 'x') {
      const code = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(rest);
      const value = Number.parseInt(code?.[1] ?? code?.[2] ?? 'none', 16);
      if (code !== null && value <= 0x10ffff) {
        this.#at += code[0].length;
        return String.fromCodePoint(value);
      }
    }
    if (character === 'p' || character === 'P') {
      const name = /^(?:\{\^?(\w+)\}|([A-Z]))/.exec(rest);
      if (name !== null && categories.has(name[1] ?? name[2] ?? '')) {
        this.#at += name[0].length;
        return 'kind';
      }
    }
    if (/[1-9]/.test(character))
      throw new TextTrouble(
        'references to groups are not supported',
        start,
        'Sigma allows . ^ $ * + ? {n,m} [] | () only.',
      );
    if (/[A-Za-z0-9]/.test(character) || (character.codePointAt(0) ?? 0) > 127) {
      throw new TextTrouble(
        `"\\${character}" is not supported`,
        start,
        'Use \\d \\w \\s \\b, \\xHH, or the character itself.',
      );
    }
    return character;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #next(): string {
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined) throw new TextTrouble('the regular expression ends in the middle', this.#at, asLiteral);
    const character = String.fromCodePoint(code);
    this.#at += character.length;
    return character;
  }
}
