/** True for standard base64, padded, of exactly so many bytes. */
export function isBase64Of(bytes: number, text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0 && Buffer.from(text, 'base64').length === bytes;
}

/** What base64 says if it is printable text, else undefined. */
export function textOfBase64(text: string): string | undefined {
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return /^[\x20-\x7e]+$/.test(decoded) ? decoded : undefined;
}
