import { dangerous } from './terminal.ts';

/** A word, literal or sign, or what stands in brackets. */
type Part = Token | Group;

interface Token {
  readonly text: string;
  readonly isSpaced: boolean;
  readonly length: number;
}

interface Group {
  readonly open: Token;
  readonly parts: readonly Part[];
  readonly close: string;
  readonly isSpaced: boolean;
  /** On one line. */
  readonly length: number;
}

const width = 110;

/** Words that begin a line of their own, and those that begin an indented one. */
const clauses = new Set(['select', 'from', 'where', 'union', 'with', 'left', 'group', 'order']);
const continuations = new Set(['and', 'or', 'on', 'when', 'else']);

/**
 * SQL for people: what does not fit on a line is broken at brackets, clauses and commas. Control characters in texts are
 * written as `chr(27)`; nothing else is changed.
 */
export function layOutSql(sql: string): string {
  const tokens = [...sql.matchAll(/(\s*)('(?:[^']|'')*'|"(?:[^"]|"")*"|[\w.$]+|[[\](),]|[^\s\w'"[\](),.$]+)/g)].map(
    ([, space = '', text = '']): Token => {
      const shown = text.startsWith("'") ? visible(text) : text;
      return { text: shown, isSpaced: space !== '', length: shown.length };
    },
  );
  return brokenLines(readParts(tokens, { at: 0 }), '').join('\n');
}

/** Texts come from rules, and rules from strangers. */
function visible(text: string): string {
  const shown = text.replaceAll(dangerous, (character) => `' || chr(${character.codePointAt(0)}) || '`);
  return shown === text ? text : `(${shown})`;
}

function readParts(tokens: readonly Token[], cursor: { at: number }): Part[] {
  const parts: Part[] = [];
  for (let token = tokens[cursor.at]; token !== undefined; token = tokens[cursor.at]) {
    if (token.text === ')' || token.text === ']') break;
    cursor.at += 1;
    if (token.text !== '(' && token.text !== '[') {
      parts.push(token);
      continue;
    }
    const inside = readParts(tokens, cursor);
    cursor.at += 1;
    const length = flatLength(inside) + 2;
    parts.push({ open: token, parts: inside, close: token.text === '(' ? ')' : ']', isSpaced: token.isSpaced, length });
  }
  return parts;
}

function flatLength(parts: readonly Part[]): number {
  return parts.reduce((sum, part, index) => sum + part.length + (part.isSpaced && index > 0 ? 1 : 0), 0);
}

function flat(parts: readonly Part[]): string {
  return parts
    .map((part, index) => {
      const text = 'open' in part ? `${part.open.text}${flat(part.parts)}${part.close}` : part.text;
      return part.isSpaced && index > 0 ? ` ${text}` : text;
    })
    .join('');
}

/** The parts, a line for each clause and condition, and as many elements of a list on one as fit. */
function brokenLines(parts: readonly Part[], indent: string): string[] {
  const isStatement = clauses.has(wordOf(parts[0]));
  const lines: { readonly indent: string; readonly parts: Part[] }[] = [];
  for (const piece of piecesOf(parts)) {
    const line = lines.at(-1);
    const isElement = wordOf(line?.parts.at(-1)) === ',';
    if (line !== undefined && isElement && line.indent.length + flatLength([...line.parts, ...piece]) <= width) {
      line.parts.push(...piece);
    } else {
      const isInner = isStatement && lines.length > 0 && !clauses.has(wordOf(piece[0]));
      lines.push({ indent: isInner ? `${indent}  ` : indent, parts: piece });
    }
  }
  return lines.flatMap((line) => openedLines(line.parts, line.indent));
}

/** Cut in front of clauses and conditions, and behind commas. */
function piecesOf(parts: readonly Part[]): Part[][] {
  const pieces: Part[][] = [];
  let isAfterComma = true;
  for (const part of parts) {
    const word = wordOf(part);
    if (isAfterComma || clauses.has(word) || continuations.has(word)) pieces.push([]);
    pieces.at(-1)?.push(part);
    isAfterComma = word === ',';
  }
  return pieces;
}

function wordOf(part: Part | undefined): string {
  return part === undefined || 'open' in part ? '' : part.text;
}

/** One such line; brackets in it that are too long are opened. */
function openedLines(parts: readonly Part[], indent: string): string[] {
  if (indent.length + flatLength(parts) <= width) return [indent + flat(parts)];
  const lines: string[] = [];
  let line = indent;
  for (const [index, part] of parts.entries()) {
    line += part.isSpaced && index > 0 ? ' ' : '';
    if (!('open' in part)) line += part.text;
    else if (line.length + part.length <= width) line += flat([{ ...part, isSpaced: false }]);
    else {
      lines.push(line + part.open.text, ...brokenLines(part.parts, `${indent}  `));
      line = indent + part.close;
    }
  }
  return [...lines, line];
}
