/** Bytes of a body behind its `Content-Transfer-Encoding`; an encoding that nobody knows is taken for none. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  const name = /[\w-]+/.exec(encoding.toLowerCase())?.[0] ?? '';
  if (name === 'base64') return decodeBase64(body);
  if (name === 'quoted-printable') return decodeQuotedPrintable(body);
  return body;
}

/** Base64 in which padding may stand in the middle, as where two encoded texts were put together: nothing behind it is lost. */
function decodeBase64(body: Buffer): Buffer {
  const text = body.toString('latin1');
  const bytes = Buffer.allocUnsafe(Math.ceil((text.length * 3) / 4) + 3);
  let written = 0;
  for (let at = 0; at < text.length; ) {
    const padding = text.indexOf('=', at);
    const end = padding === -1 ? text.length : padding;
    if (end > at) written += bytes.write(text.slice(at, end), written, 'base64');
    at = end + 1;
  }
  return bytes.subarray(0, written);
}

const equals = 0x3d;
const newline = 0x0a;
const carriageReturn = 0x0d;

function decodeQuotedPrintable(body: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(body.length);
  let written = 0;
  for (let at = 0; at < body.length; ) {
    const escape = body.indexOf(equals, at);
    const end = escape === -1 ? body.length : escape;
    written += body.copy(bytes, written, at, end);
    if (escape === -1) break;
    const high = nibble(body[escape + 1]);
    const low = nibble(body[escape + 2]);
    if (high >= 0 && low >= 0) {
      bytes[written++] = high * 16 + low;
      at = escape + 3;
      continue;
    }
    const lineEnd = softBreakEnd(body, escape + 1);
    if (lineEnd === -1) {
      bytes[written++] = equals;
      at = escape + 1;
    } else at = lineEnd;
  }
  return bytes.subarray(0, written);
}

/** Behind the end of the line if only blanks stand before it, -1 otherwise. More blanks than any program writes are text. */
function softBreakEnd(body: Buffer, start: number): number {
  for (let at = start; at < start + 80; at += 1) {
    const byte = body[at];
    if (byte === undefined) return at;
    if (byte === newline) return at + 1;
    if (byte !== carriageReturn && byte !== 0x20 && byte !== 0x09) return -1;
  }
  return -1;
}

function nibble(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
}
