/** What base64 says if it is printable text, else undefined. */
export function textOfBase64(text: string): string | undefined {
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return /^[\x20-\x7e]+$/.test(decoded) ? decoded : undefined;
}
