/** Text of `format=flowed` (RFC 3676) with its lines put together again: what was broken at a blank is one line for the search. */
export function unflowed(text: string, deletesSpace: boolean): string {
  const lines = text.split('\n').map((line) => (line.startsWith(' ') ? line.slice(1) : line));
  const joined: string[] = [];
  let isSoft = false;
  for (const line of lines) {
    joined.push(joined.length === 0 || isSoft ? line : `\n${line}`);
    isSoft = line.endsWith(' ') && line !== '-- ';
    if (isSoft && deletesSpace) joined[joined.length - 1] = (joined.at(-1) ?? '').slice(0, -1);
  }
  return joined.join('');
}
