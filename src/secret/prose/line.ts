/** A line of a text and where it stands; without marks of quotation (`> `) at its beginning. */
export interface Line {
  readonly text: string;
  readonly start: number;
  /** Of the line break behind it. */
  readonly end: number;
}

/** Longer lines are no tables, lists or mails of a person. */
const mostCharacters = 600;

/** The line that begins at `start`; undefined at the end of the text or if it is longer than a person writes. */
export function lineAt(text: string, start: number): Line | undefined {
  if (start >= text.length) return undefined;
  const window = text.slice(start, start + mostCharacters);
  const length = window.indexOf('\n');
  if (length < 0 && start + mostCharacters < text.length) return undefined;
  const line = length < 0 ? window : window.slice(0, length);
  const quotation = /^[ \t>]*>/.exec(line)?.[0].length ?? 0;
  return { text: line.slice(quotation).replace(/\r$/, ''), start: start + quotation, end: start + line.length };
}

/** Where the line begins in which `at` stands; undefined if that is too far off. */
export function lineStart(text: string, at: number): number | undefined {
  const from = Math.max(0, at - mostCharacters);
  const before = text.slice(from, at).lastIndexOf('\n');
  if (before >= 0) return from + before + 1;
  return from === 0 ? 0 : undefined;
}

/** The next lines that are not empty, at most `count`, over at most `blank` empty ones in a row. */
export function linesFrom(text: string, start: number, count: number, blank: number): Line[] {
  const lines: Line[] = [];
  let empty = 0;
  for (let at = start; lines.length < count; ) {
    const line = lineAt(text, at);
    if (line === undefined) break;
    at = line.end + 1;
    if (line.text.trim() === '') {
      empty += 1;
      if (empty > blank) break;
      continue;
    }
    empty = 0;
    lines.push(line);
  }
  return lines;
}
