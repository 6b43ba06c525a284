import { columnOf, type Column } from './column.ts';
import type { Cue } from './cue.ts';
import { lineAt, linesFrom, lineStart, type Line } from './line.ts';
import type { Found } from './sentence.ts';
import { isImpostor, shapeOf } from './shape.ts';
import { isOrdinary } from './vocabulary.ts';

interface Cell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const mostRows = 200;

/** What was read of tables, and where to go on, so that no row is read twice. */
export interface TableHits {
  readonly found: readonly Found[];
  readonly end: number;
}

/** Where the cell ends in which a cue stands among other words: what the next cell holds does not belong to it. */
export function cellEnd(text: string, cue: Cue): number | undefined {
  const start = lineStart(text, cue.start);
  const line = start === undefined ? undefined : lineAt(text, start);
  if (line === undefined || line.text.split('\t').length < 3) return undefined;
  const before = text.slice(line.start, cue.start);
  const after = text.slice(cue.end, line.end);
  const tab = after.indexOf('\t');
  const isWhole =
    before.slice(before.lastIndexOf('\t') + 1).trim() === '' && /^[:\s]*$/.test(tab < 0 ? after : after.slice(0, tab));
  return isWhole || tab < 0 ? undefined : cue.end + tab;
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
  const row = header.text.toLowerCase();
  const columns = cellsOf(header, separator).map(({ value }) => columnOf(value, row));
  const wanted = columns.flatMap((column, index) => (isWanted(column) ? [index] : []));
  if (wanted.length === 0 || columns.length < 2) return undefined;
  // `Password<tab>value` is a row of names and values, not a heading.
  if (wanted[0] === 0 && columns.length === 2 && columns[1] === 'other') return undefined;
  const found: Found[] = [];
  let end = header.end;
  let rows = 0;
  for (const line of linesFrom(text, header.end + 1, mostRows, 1)) {
    if (/^[\s|+:=_-]+$/.test(line.text)) continue;
    const cells = cellsOf(line, separator);
    if (cells.length < 2 || cells.length > columns.length + 1) break;
    if (cells.some(({ value }) => columnOf(value) === 'password')) break;
    end = line.end;
    rows += Number(cells.length === columns.length);
    const user = cells[columns.indexOf('user')]?.value;
    const system = cells[columns.indexOf('system')]?.value ?? (columns[0] === 'other' ? cells[0]?.value : undefined);
    for (const index of wanted) {
      const column = columns[index];
      const cell = cells[index];
      if (cell === undefined || column === undefined || !isWanted(column)) continue;
      if (
        column === 'pin'
          ? isCellCode(cell.value)
          : isCellPassword(cell.value) || (column === 'wifi-password' && isWords(cell.value))
      )
        found.push({ kind: column, start: cell.start, end: cell.end, cue, account: user, host: system });
    }
  }
  return found.length > 0 || (rows > 0 && columns.length > 2) ? { found, end } : undefined;
}

const isWanted = (column: Column): column is 'password' | 'pin' | 'wifi-password' =>
  column === 'password' || column === 'pin' || column === 'wifi-password';

const isCellCode = (value: string): boolean =>
  /^[*#]?\d{3,8}[*#]?$|^\p{Lu}\d{3,5}\p{Lu}?$|^\d\d(?:-\d\d){2}$/u.test(value);

/** A key of several words: `cherry on top`. */
const isWords = (value: string): boolean =>
  /^\p{L}+(?: \p{L}+){1,4}$/u.test(value) && value.length >= 8 && !/[()]/.test(value);

function isCellPassword(value: string): boolean {
  return (
    value.length >= 4 &&
    value.length <= 64 &&
    !isImpostor(value) &&
    !/\s/u.test(value) &&
    !/^\(.*\)$|^[([]?(?:idem|ditto|dito|same|igual|ídem|ebenso|keins?|keine|aucun|ninguna|none|нет|немає|нема)[)\]]?$/iu.test(
      value,
    ) &&
    !isOrdinary(value.toLowerCase()) &&
    (shapeOf(value) >= 1.5 || /^\d{4,12}$/.test(value) || /^\p{Ll}{4,}\p{P}{1,4}$/u.test(value))
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
