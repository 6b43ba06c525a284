export type CellQuoting = 'all' | 'needed';

/** CSV with a header and a newline after every row. Null and undefined are empty cells; never quoted, as in PowerShell. */
export function csvText(
  header: readonly string[],
  rows: readonly (readonly (string | number | boolean | null | undefined)[])[],
  quoting: CellQuoting,
  newline: string,
): string {
  return [header, ...rows].map((row) => row.map((value) => cell(value, quoting)).join(',') + newline).join('');
}

function cell(value: string | number | boolean | null | undefined, quoting: CellQuoting): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  // A blank at either end is quoted too: the Purview export does that for its CreationDate.
  const mustQuote = quoting === 'all' || /[",\r\n]|^\s|\s$/.test(text);
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
}
