/**
 * Comma- or semicolon-separated values as lines with tabs between the cells. Quotes are taken off; a line break within a quoted
 * cell becomes a space. A quote that never closes is a plain character, so that a damaged file does not become one endless cell.
 */
export function tabbed(text: string): string {
  const delimiter = delimiterOf(text);
  if (delimiter === '\t') return text;
  const rows: string[] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const close = text[at] === '"' ? closingQuote(text, at) : -1;
    let end = close < 0 ? at : close + 1;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
    const raw = text.slice(at, end).replace(/\r$/, '');
    row.push(close < 0 ? raw : unquoted(text.slice(at + 1, close)) + text.slice(close + 1, end).trimEnd());
    if (text[end] !== delimiter) {
      rows.push(row.join('\t'));
      row = [];
    }
    at = end + 1;
  }
  if (row.length > 0) rows.push(row.join('\t'));
  return rows.join('\n');
}

/** Quoted cells longer than this are no cells. */
const longestCell = 64 * 1024;

function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length && at - open < longestCell; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at += 1;
  }
  return -1;
}

function unquoted(cell: string): string {
  return cell.replaceAll('""', '"').replaceAll(/[\r\n\t]+/g, ' ');
}

function delimiterOf(text: string): string {
  const firstLine = /^[^\r\n]{0,8192}/.exec(text)?.[0] ?? '';
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: firstLine.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
