import { shapeOf } from './shape.ts';
import { isOrdinary, userWords } from './vocabulary.ts';

/** One word of a passage, or several in quotation marks. Places are in characters of the text. */
export interface Token {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  /** Line breaks between the one before and this. */
  readonly lines: number;
  /** `:` or `=` stands right before it. */
  readonly isAssigned: boolean;
  /** A dash, an arrow, a bar, a slash or the gap of a column stands before it. */
  readonly mark: '' | '-' | '|' | '/';
  readonly quotes: '' | 'quotes' | 'brackets';
  /** Punctuation or the end of the line follows. */
  readonly endsClause: boolean;
  /** A full stop, question or exclamation mark follows, and no small letter after it. */
  readonly endsSentence: boolean;
  /** A space stands between the word and the comma or full stop behind it. */
  readonly isApart: boolean;
}

const opening = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['”', '”'],
  ['‹', '›'],
]);
const brackets = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

const tag =
  /<\/?(?:b|i|u|br|p|td|tr|th|em|div|span|strong|font|code|pre|li|ul)(?: [^<>\n]{0,80})?\/?>|&nbsp;|[\u200b-\u200d\ufeff]/gi;
/** What is read behind the last word, to see whether its sentence goes on. */
const lookahead = 3;

/** Most words: letters and a mark of punctuation. */
const plainWord = /^([\p{L}\p{M}]+)[.,;:]?$/u;
const onlyMarks = /^[>|*•·–—\-→⇒=/\\+~#]+$/;

/** The words of a text between two places, with what separates them. Reads each character a bounded number of times. */
export function tokensIn(text: string, from: number, to: number): Token[] {
  const raw = text.slice(from, to + lookahead);
  const whole = /[<&\u200b-\u200d\ufeff]/.test(raw) ? raw.replace(tag, (found) => ' '.repeat(found.length)) : raw;
  const window = whole.slice(0, to - from);
  const tokens: Token[] = [];
  const separation = { lines: 0, isAssigned: false, mark: '' as Token['mark'] };
  let at = 0;
  while (at < window.length) {
    const gap = gapAt(window, at);
    if (gap > at) {
      for (let index = at; index < gap; index += 1) if (window[index] === '\n') separation.lines += 1;
      if (separation.mark === '' && /\t| {3}/.test(window.slice(at, gap))) separation.mark = '|';
      at = gap;
      continue;
    }
    let end = at;
    while (end < window.length && !isSpace(window.charCodeAt(end))) end += 1;
    let piece = window.slice(at, end);
    const plain = plainWord.exec(piece)?.[1];
    if (plain !== undefined) {
      tokens.push(finish(whole, from, at, at + plain.length, end, '', separation));
      reset(separation);
      separation.isAssigned = piece.endsWith(':');
      at = end;
      continue;
    }
    if (onlyMarks.test(piece)) {
      if (piece.includes('=') && !piece.includes('>')) separation.isAssigned = true;
      else if (piece === '/') separation.mark = '/';
      else if (piece === '|') separation.mark = '|';
      else if (/[–—\-→⇒>]/.test(piece) && !/^>+$/.test(piece)) separation.mark = '-';
      at = end;
      continue;
    }
    const lead = /^(?:[:=>]+|[-–—→](?=["'“„«]))/.exec(piece)?.[0] ?? '';
    if (lead !== '') {
      separation.isAssigned ||= /[:=]/.test(lead);
      at += lead.length;
      continue;
    }
    const quoted = quotedAt(window, at);
    if (quoted !== undefined) {
      tokens.push(finish(whole, from, quoted.start, quoted.end, quoted.after, 'quotes', separation));
      at = Math.max(quoted.after, at + 1);
      reset(separation);
      continue;
    }
    const list = /^[^;]{1,64};(?=[\w ]{1,40}=)/.exec(piece)?.[0].length ?? 0;
    if (list > 0) {
      end = at + list;
      piece = window.slice(at, end);
    }
    const split = splitOf(piece);
    if (split > 0) {
      end = at + split;
      piece = window.slice(at, end).replace(/[:=]$/, '');
    }
    const trimmed = trim(piece, separation.isAssigned);
    if (trimmed.value !== '') {
      const start = at + trimmed.lead;
      tokens.push(
        finish(
          whole,
          from,
          start,
          start + trimmed.value.length,
          end,
          trimmed.isBracketed ? 'brackets' : '',
          separation,
        ),
      );
      reset(separation);
      if (/^\S*\.{2,}$|^\S*…$/.test(piece)) separation.mark = '-';
      const rest = piece.slice(trimmed.lead + trimmed.value.length);
      if (/[:=]$/.test(rest) || (split > 0 && /[:=]/.test(window[end - 1] ?? ''))) separation.isAssigned = true;
      if (window[end] === '/') {
        separation.mark = '/';
        end += 1;
      }
    }
    // The box before a choice in a form.
    else if (/^[[\]☐☑□]+$/.test(piece)) separation.isAssigned = false;
    at = Math.max(end, at + 1);
  }
  return tokens;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x202f || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
}

function gapAt(window: string, at: number): number {
  let end = at;
  while (end < window.length && isSpace(window.charCodeAt(end))) end += 1;
  return end;
}

function reset(separation: { lines: number; isAssigned: boolean; mark: Token['mark'] }): void {
  separation.lines = 0;
  separation.isAssigned = false;
  separation.mark = '';
}

/** A quotation that opens here and closes on the same line, of at most eighty characters. */
function quotedAt(window: string, at: number): { start: number; end: number; after: number } | undefined {
  const closers = opening.get(window[at] ?? '');
  if (closers === undefined) return undefined;
  for (let index = at + 1; index < Math.min(window.length, at + 82); index += 1) {
    const character = window[index] ?? '';
    if (character === '\n') return undefined;
    if (!closers.includes(character) || index === at + 1) continue;
    // Inside a word it is no closing one.
    if (/[\p{L}\p{N}]/u.test(window[index + 1] ?? ' ')) continue;
    let [start, end] = [at + 1, index];
    while (start < end && /\s/u.test(window[start] ?? '')) start += 1;
    while (end > start && /\s/u.test(window[end - 1] ?? '')) end -= 1;
    return end > start ? { start, end, after: index + 1 } : undefined;
  }
  return undefined;
}

/** Where a piece is two: `hier:Xy12` after the colon's word, `user=x`, `admin/Xy12`. 0 if it is one. */
function splitOf(piece: string): number {
  if (!/[:=/]/.test(piece)) return 0;
  const label = /^[[({]?([\p{L}'’._-]{2,24})[)\]]?[:=]/u.exec(piece);
  const word = label?.[1]?.toLowerCase();
  if (
    label !== null &&
    word !== undefined &&
    label[0].length < piece.length &&
    isLabel(word, piece.slice(label[0].length))
  )
    return label[0].length;
  if (!piece.includes('/')) return 0;
  const slash = /^[[({]?[\p{Ll}][\p{Ll}\p{N}._@-]{1,39}\/(?=[^/\s]{4,64}$)/u.exec(piece);
  if (slash !== null && !/^\d+$|^www|^https?$/i.test(piece)) return slash[0].length - 1;
  // `OPS7/Xy12abc`
  const name = /^[[({]?[\p{L}\d][\p{L}\d._@\\-]{1,39}\/(?=[^/\s]{6,64}$)/u.exec(piece)?.[0].length ?? 0;
  if (name > 0 && !/^\d|^www|^https?/i.test(piece) && shapeOf(piece.slice(name).replace(/[),.;]+$/, '')) >= 4.25)
    return name - 1;
  return 0;
}

function isLabel(word: string, rest: string): boolean {
  if (rest.startsWith('/')) return false;
  if (isOrdinary(word) || userWords.has(word)) return true;
  // `zip:Xy12` or a key of a file: `ldap.bind.user=x`.
  return rest.length >= 2 && (/^\p{L}+$/u.test(word) || /^\p{L}+(?:[._-]\p{L}+)+$/u.test(word));
}

/** Takes off what a sentence puts around a word. */
function trim(piece: string, isAssigned: boolean): { value: string; lead: number; isBracketed: boolean } {
  let lead = 0;
  let value = piece;
  let bracket = '';
  while (value !== '' && (opening.has(value[0] ?? '') || brackets.has(value[0] ?? '') || /^[*_,.;¿¡]/.test(value))) {
    const closer = brackets.get(value[0] ?? '');
    if (closer !== undefined) {
      if (!value.slice(1).includes(closer) && bracket === '') bracket = '';
      else bracket = closer;
    }
    if (
      (value[0] === '{' || value[0] === '[') &&
      value.endsWith(closer ?? '') &&
      !/[a-z]\d|\d[a-z]|[^\w\s{}[\]]/i.test(value)
    )
      break;
    value = value.slice(1);
    lead += 1;
  }
  let isBracketed = false;
  for (;;) {
    const last = value.at(-1) ?? '';
    if (/[.,;:…"“”»«’‘›`>]/.test(last) || (last === "'" && !/[a-z]s'$/i.test(value))) {
      value = value.slice(0, -1);
      continue;
    }
    const isClosing = last === ')' || last === ']' || last === '}';
    const open = last === ')' ? '(' : last === ']' ? '[' : '{';
    if (isClosing && !value.includes(open)) {
      isBracketed ||= last === bracket;
      value = value.slice(0, -1);
      continue;
    }
    if (!isAssigned && /[!?]{2,}$/.test(value)) {
      value = value.replace(/[!?]+$/, '');
      continue;
    }
    if (last === '*' && lead > 0 && piece[0] === '*') value = value.replace(/\*+$/, '');
    break;
  }
  return { value, lead, isBracketed };
}

function finish(
  window: string,
  from: number,
  start: number,
  end: number,
  after: number,
  quotes: Token['quotes'],
  separation: { lines: number; isAssigned: boolean; mark: Token['mark'] },
): Token {
  let last = end;
  let value = window.slice(start, last);
  const behind = window.slice(after, after + 3);
  const isLineEnd = behind === '' || behind[0] === '\n' || (behind.includes('\n') && /^[^\S\n]*\n/.test(behind));
  // A question mark at the end of its sentence is of the sentence.
  if (quotes === '' && value.endsWith('?') && (isLineEnd || /^\s\p{Lu}/u.test(behind))) {
    last -= 1;
    value = value.slice(0, -1);
  }
  const punctuation = window.slice(last, after);
  const endsSentence =
    (punctuation !== '' || value.endsWith('!')) &&
    /[.?!]/.test(punctuation.replace(/\.{2,}/, '') + (value.endsWith('!') ? '!' : '')) &&
    (isLineEnd || /^\s+[^\p{Ll}\s]/u.test(behind));
  const isAsked = /^[^\S\n][?!](?:\s|$)/.test(behind);
  return {
    value,
    start: from + start,
    end: from + last,
    lower: value.toLowerCase(),
    lines: separation.lines,
    isAssigned: separation.isAssigned,
    mark: separation.mark,
    quotes,
    endsClause: isLineEnd || /[.,;:!?)\]…]/.test(punctuation) || /^\s*[,;()/|–—-]/.test(behind) || value.endsWith('!'),
    endsSentence: endsSentence || isAsked,
    isApart: after === last && /^[^\S\n][,.](?:\s|$)/.test(behind),
  };
}
