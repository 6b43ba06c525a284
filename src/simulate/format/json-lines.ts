/** One JSON text a line, the last line ended too. */
export function jsonLines(records: readonly object[], newline: string): string {
  return records.map((record) => JSON.stringify(record) + newline).join('');
}
