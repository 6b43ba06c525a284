import { isRecordObject } from '../source/spelling.ts';

/** How the text of a file is laid out, judged from its beginning. */
export type Layout =
  | { readonly kind: 'lines' }
  | { readonly kind: 'json' }
  | { readonly kind: 'csv'; readonly separator: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** How much of a file's beginning {@link layoutOf} wants to see. */
export const headBytes = 256 * 1024;

const linesLookedAt = 20;

/**
 * @param head decoded beginning of the file, {@link headBytes} of it or all.
 */
export function layoutOf(head: Buffer, isWhole: boolean): Layout {
  const text = head.toString('utf8');
  const start = text.trimStart();
  if (start === '')
    return isWhole ? { kind: 'empty' } : { kind: 'unknown', reason: 'nothing but blanks at the beginning' };
  if (head.toString('latin1', 257, 262) === 'ustar') {
    return { kind: 'unknown', reason: 'a tar archive: unpack it and name the folder' };
  }
  if (start.startsWith('[')) return { kind: 'json' };
  if (start.startsWith('{')) return isOneObjectALine(start, isWhole) ? { kind: 'lines' } : { kind: 'json' };
  if (start.startsWith('<')) return { kind: 'unknown', reason: 'XML or HTML, no export that snowfence reads' };
  const header = start.split(/\r?\n/).find((line) => !/^"?(#TYPE |sep=)/i.test(line)) ?? '';
  // A NUL further down is somebody's, and costs its row alone.
  if (header.includes('\0')) return { kind: 'unknown', reason: 'a binary file, no export that snowfence reads' };
  const [best] = [',', ';', '\t', '|']
    .map((separator) => ({ separator, columns: parseRow(header, separator).length }))
    .toSorted((a, b) => b.columns - a.columns);
  if (best === undefined || best.columns < 2) return { kind: 'unknown', reason: 'neither JSON nor CSV' };
  return { kind: 'csv', separator: best.separator };
}

function isOneObjectALine(text: string, isWhole: boolean): boolean {
  const lines = text.split('\n', linesLookedAt + 1);
  // The last line is complete only at the end of the file or if another follows.
  const complete = (lines.length > linesLookedAt || !isWhole ? lines.slice(0, -1) : lines).filter(
    (line) => line.trim() !== '',
  );
  const objects = complete.filter((line) => isPlainObjectLine(line));
  return objects.length > 0 && objects.length * 2 >= complete.length;
}

function isPlainObjectLine(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return (
      isRecordObject(value) &&
      !Object.entries(value).some(([key, inner]) => /^(value|records|data)$/i.test(key) && Array.isArray(inner))
    );
  } catch {
    return false;
  }
}

/** The cells of one CSV row without their quotes. */
export function parseRow(row: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < row.length; at += 1) {
    const character = row.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (row.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  cells.push(cell);
  return cells;
}
