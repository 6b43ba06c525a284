import type { Cue } from './cue.ts';
import { lineAt, linesFrom, lineStart, type Line } from './line.ts';
import type { Found } from './sentence.ts';
import { isImpostor, shapeOf } from './shape.ts';
import { isOrdinary, passwordWords, systemWords, userWords } from './vocabulary.ts';

interface Cell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

type Column = 'password' | 'user' | 'system' | 'other';

const mostRows = 200;

/** What was read of tables, and where to go on, so that no row is read twice. */
export interface TableHits {
  readonly found: readonly Found[];
  readonly end: number;
}

/** The passwords of a table if a cue is a heading of one of its columns. */
export function tableAt(text: string, cue: Cue): TableHits | undefined {
  const start = lineStart(text, cue.start);
  const header = start === undefined ? undefined : lineAt(text, start);
  if (header === undefined) return undefined;
  return acrossColumns(text, header, cue) ?? downLines(text, header, cue);
}

/** Cells side by side, under headings. */
function acrossColumns(text: string, header: Line, cue: Cue): TableHits | undefined {
  const separator = separatorOf(header.text);
  if (separator === undefined) return undefined;
  const columns = cellsOf(header, separator).map(({ value }) => columnOf(value));
  const column = columns.indexOf('password');
  if (column < 0 || columns.length < 2) return undefined;
  // `Password<tab>value` is a row of names and values, not a heading.
  if (column === 0 && columns.length === 2 && columns[1] === 'other') return undefined;
  const found: Found[] = [];
  let end = header.end;
  for (const line of linesFrom(text, header.end + 1, mostRows, 1)) {
    if (/^[\s|+:=_-]+$/.test(line.text)) continue;
    const cells = cellsOf(line, separator);
    const cell = cells[column];
    if (cell === undefined || cells.length > columns.length + 1) break;
    if (columnOf(cell.value) === 'password') break;
    end = line.end;
    if (!isCellPassword(cell.value)) continue;
    const user = cells[columns.indexOf('user')]?.value;
    const system = cells[columns.indexOf('system')]?.value ?? (columns[0] === 'other' ? cells[0]?.value : undefined);
    found.push({ kind: 'password', start: cell.start, end: cell.end, cue, account: user, host: system });
  }
  return found.length > 0 ? { found, end } : undefined;
}

function isCellPassword(value: string): boolean {
  return (
    value.length >= 4 &&
    value.length <= 64 &&
    !isImpostor(value) &&
    !/\s\S+\s/u.test(value) &&
    !isOrdinary(value.toLowerCase()) &&
    (shapeOf(value) >= 1.5 || /^\d{4,12}$/.test(value))
  );
}

/** A table of which each cell became a line: two or more headings one below the other, then as many values. */
function downLines(text: string, header: Line, cue: Cue): TableHits | undefined {
  if (columnOf(header.text.trim()) !== 'password') return undefined;
  const above: Column[] = [];
  for (let at = header.start; above.length < 4; ) {
    const previous = previousLine(text, at);
    if (previous === undefined) break;
    const column = columnOf(previous.text.trim());
    if (column === 'other') break;
    above.unshift(column);
    at = previous.start;
  }
  if (above.length === 0) return undefined;
  const values = linesFrom(text, header.end + 1, above.length + 1, 2);
  const line = values.at(-1);
  if (
    values.length <= above.length ||
    line === undefined ||
    values.some(({ text }) => columnOf(text.trim()) !== 'other')
  )
    return undefined;
  const value = line.text.trim();
  if (!isCellPassword(value) || shapeOf(value) < 3 || /\s/u.test(value)) return undefined;
  const start = line.start + line.text.indexOf(value);
  const account = values[above.indexOf('user')]?.text.trim();
  const host = values[above.indexOf('system')]?.text.trim();
  return { found: [{ kind: 'password', start, end: start + value.length, cue, account, host }], end: line.end };
}

/** The line above that is not empty, at most two empty ones away. */
export function previousLine(text: string, start: number): Line | undefined {
  let at = start;
  for (let empty = 0; empty < 3; empty += 1) {
    const own = lineStart(text, at);
    if (own === undefined || own === 0) return undefined;
    const before = lineStart(text, own - 1);
    const line = before === undefined ? undefined : lineAt(text, before);
    if (line === undefined) return undefined;
    if (line.text.trim() !== '') return line;
    at = before ?? 0;
  }
  return undefined;
}

function separatorOf(line: string): RegExp | undefined {
  if (line.includes('\t')) return /\t+/g;
  if (line.includes('|')) return /\|/g;
  if (/\S {2,}\S/.test(line)) return / {2,}/g;
  if (/\S;\s?\S/.test(line)) return /;/g;
  return undefined;
}

function cellsOf(line: Line, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  const add = (from: number, to: number): void => {
    const raw = line.text.slice(from, to);
    const value = raw.trim();
    const start = line.start + from + (raw.length - raw.trimStart().length);
    cells.push({ value, start, end: start + value.length });
  };
  for (const match of line.text.matchAll(separator)) {
    if (match.index > 0 || separator.source === String.raw`\t+`) add(at, match.index);
    at = match.index + match[0].length;
  }
  if (at < line.text.length) add(at, line.text.length);
  return cells;
}

function columnOf(heading: string): Column {
  const words = heading
    .toLowerCase()
    .replace(/[:*.]+$/, '')
    .trim();
  if (words.length > 40) return 'other';
  const last = words.replace(/^(?:\p{L}{2,14}[ -]){1,2}/u, '');
  if (passwordWords.has(words) || passwordWords.has(last)) return 'password';
  if (userWords.has(words)) return 'user';
  if (systemWords.has(words)) return 'system';
  return 'other';
}
