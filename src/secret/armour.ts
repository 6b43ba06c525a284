/**
 * True for the inside of an armoured block (PEM, OpenPGP) that holds encoded data: at least 60 characters of it, perhaps after
 * headers, perhaps quoted in a mail or with its line ends escaped.
 */
export function isArmour(inside: string): boolean {
  const data = inside
    .replace(/\\[nr]/g, '\n')
    .split('\n')
    .map((line) => line.replace(/^[>\s|]{0,20}/, '').trim())
    .filter((line) => line !== '' && !/^[A-Za-z-]{2,24}: /.test(line))
    .join('');
  return data.length >= 60 && /^[A-Za-z0-9+/=\s"']*$/.test(data) && new Set(data).size > 16;
}
