/** Text of UTF-7 (RFC 2152), in which old Exchange servers wrote mail and which no decoder of the platform knows. */
export function utf7(text: string): string {
  return text.replaceAll(/\+([A-Za-z0-9+/]*)-?/g, (_, packed: string) => {
    if (packed === '') return '+';
    const bytes = Buffer.from(packed, 'base64');
    return bytes
      .subarray(0, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le');
  });
}
