/** One value of ASN.1 as DER or BER writes it. */
export interface DerValue {
  /** Class, form and number as they stand in one byte; numbers above 30 do not occur in keys. */
  readonly tag: number;
  readonly content: Buffer;
  /** With tag and length. */
  readonly whole: Buffer;
}

/** Keys and key stores are at most about ten values deep; BER without lengths is walked once for every depth. */
const deepest = 24;
const mostChildren = 1_000_000;

/** The value that begins at a place; undefined if none does or it does not end within the bytes. */
export function derValue(bytes: Buffer, at = 0, depth = 0): DerValue | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || depth > deepest || (tag & 0x1f) === 0x1f) return undefined;
  if (first === 0x80) return (tag & 0x20) === 0 ? undefined : indefinite(bytes, at, tag, depth);
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4 || at + 2 + lengthBytes > bytes.length) return undefined;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  if (start + length > bytes.length) return undefined;
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

/** BER may leave the length open and end with two zeros, as some Java and Apple programs do. */
function indefinite(bytes: Buffer, at: number, tag: number, depth: number): DerValue | undefined {
  let next = at + 2;
  for (let count = 0; count < mostChildren; count += 1) {
    if (bytes[next] === 0 && bytes[next + 1] === 0)
      return { tag, content: bytes.subarray(at + 2, next), whole: bytes.subarray(at, next + 2) };
    const child = derValue(bytes, next, depth + 1);
    if (child === undefined) return undefined;
    next += child.whole.length;
  }
  return undefined;
}

/** The values in a sequence, set or explicit tag; those before damage if it is damaged. */
export function derChildren(value: DerValue | undefined): readonly DerValue[] {
  const children: DerValue[] = [];
  if (value === undefined || (value.tag & 0x20) === 0) return children;
  for (let at = 0; at < value.content.length && children.length < mostChildren; ) {
    const child = derValue(value.content, at);
    if (child === undefined) break;
    children.push(child);
    at += child.whole.length;
  }
  return children;
}

/** The bytes of an octet string, also if BER cut it into several. */
export function octets(value: DerValue | undefined): Buffer | undefined {
  if (value === undefined) return undefined;
  return (value.tag & 0x20) === 0 ? value.content : Buffer.concat(derChildren(value).map(({ content }) => content));
}

/** A small whole number; undefined for other values and numbers of more than six bytes. */
export function integer(value: DerValue | undefined): number | undefined {
  if (value?.tag !== 0x02 || value.content.length === 0 || value.content.length > 6) return undefined;
  return value.content.readUIntBE(0, value.content.length);
}

/** An object identifier as the hex of its bytes, '' for other values. */
export function identifier(value: DerValue | undefined): string {
  return value?.tag === 0x06 ? value.content.toString('hex') : '';
}
