/** A row of a CSV file, with the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front. What already begins with
 * apostrophes before such a sign gets one more, so that {@link unguarded} gives back exactly what went in.
 */
export function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The inverse of {@link guarded}. */
export function unguarded(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** A line of CSV (RFC 4180), every cell guarded. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = guarded(cell);
    return /[",;\r\n]/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\r\n`;
}

/**
 * Reads CSV whose cells are divided by commas, or by semicolons as some spreadsheets save it. Returns the line of a quote that is
 * never closed instead.
 */
export function parseCsv(text: string): CsvRow[] | { readonly unclosed: number } {
  const body = text.replace(/^\uFEFF/, '');
  const [first = ''] = body.split(/\r?\n/, 1);
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  const cell = new RegExp(
    String.raw`(?:"((?:[^"]|"")*)"|([^"${delimiter}\r\n][^${delimiter}\r\n]*)?)(${delimiter}|\r?\n|\r|$)`,
    'gy',
  );
  const rows: CsvRow[] = [];
  let [line, start, cells]: [number, number, string[]] = [1, 1, []];
  while (cell.lastIndex < body.length) {
    const match = cell.exec(body);
    if (match === null) return { unclosed: line };
    const [whole, quoted, plain, end] = match;
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    line += whole.split('\n').length - 1;
    if (end === delimiter) {
      // A delimiter at the very end is followed by an empty cell.
      if (cell.lastIndex >= body.length) cells.push('');
      else continue;
    }
    if (cells.some((text) => text !== '')) rows.push({ line: start, cells });
    [start, cells] = [line, []];
  }
  return rows;
}
