/** Object identifiers of PKCS #7 (RFC 5652) as they stand in the bytes: signed data, and the data that is signed. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');
const plainData = Buffer.from('06092a864886f70d010701', 'hex');

/** Whether the bytes are a signed message in one piece, the text within the signature. */
export function isOpaqueSigned(bytes: Buffer): boolean {
  return bytes.subarray(0, 64).includes(signedData);
}

/** The message that such a signature has in it; undefined if it is not there, or written in a way that is not read. */
export function signedContent(bytes: Buffer): Buffer | undefined {
  const identifier = bytes.subarray(0, 1024).indexOf(plainData);
  if (identifier === -1) return undefined;
  const explicit = valueAt(bytes, identifier + plainData.length);
  if (explicit === undefined || explicit.tag !== 0xa0) return undefined;
  const text = valueAt(bytes, explicit.start);
  if (text?.tag === 0x04) return bytes.subarray(text.start, text.end);
  if (text?.tag !== 0x24) return undefined;
  // Long texts are in pieces, one behind the other.
  const pieces: Buffer[] = [];
  for (let piece = valueAt(bytes, text.start); piece?.tag === 0x04; piece = valueAt(bytes, piece.end))
    pieces.push(bytes.subarray(piece.start, piece.end));
  return pieces.length === 0 ? undefined : Buffer.concat(pieces);
}

interface Value {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** The value (X.690) that begins here; one without a length reaches to the end. */
function valueAt(bytes: Buffer, at: number): Value | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, start: at + 2, end: Math.min(bytes.length, at + 2 + first) };
  const count = first & 0x7f;
  if (count === 0) return { tag, start: at + 2, end: bytes.length };
  if (count > 4 || at + 2 + count > bytes.length) return undefined;
  const start = at + 2 + count;
  return { tag, start, end: Math.min(bytes.length, start + bytes.readUIntBE(at + 2, count)) };
}
