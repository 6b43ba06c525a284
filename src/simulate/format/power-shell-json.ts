/**
 * JSON as ConvertTo-Json of Windows PowerShell 5.1 lays it out: two blanks after the colon, the content of an object or array
 * indented from the column of its bracket, an empty one over two lines, and `'`, `<`, `>`, `&` escaped. A Date is `"\/Date(ms)\/"`.
 */
export function windowsPowerShellJson(value: unknown, newline: string, column = 0): string {
  if (value instanceof Date) return `"\\/Date(${value.getTime()})\\/"`;
  if (typeof value === 'string') return escapeText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const indent = ' '.repeat(column + 4);
  const closing = ' '.repeat(column);
  if (Array.isArray(value)) {
    const elements = value.map((element) => indent + windowsPowerShellJson(element, newline, column + 4));
    return `[${newline}${elements.join(`,${newline}`)}${newline}${closing}]`;
  }
  const members = Object.entries(value).map(([name, member]) => {
    const start = `${indent}${escapeText(name)}:  `;
    return start + windowsPowerShellJson(member, newline, start.length);
  });
  return `{${newline}${members.join(`,${newline}`)}${newline}${closing}}`;
}

function escapeText(text: string): string {
  return JSON.stringify(text).replace(
    /['<>&]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
