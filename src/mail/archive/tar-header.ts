/** A header block of a tar archive (POSIX.1-2017, pax). */
export interface TarHeader {
  readonly path: string;
  readonly sizeBytes: number;
  /** The letter that says what it is. */
  readonly type: string;
}

export const tarBlockBytes = 512;

/** The header in these 512 bytes; undefined if their sum is wrong, so that they are none. */
export function tarHeader(block: Buffer): TarHeader | undefined {
  if (block.length < tarBlockBytes || !hasRightSum(block)) return undefined;
  const prefix = block.toString('latin1', 257, 262) === 'ustar' ? textAt(block, 345, 155) : '';
  const name = textAt(block, 0, 100);
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    sizeBytes: numberAt(block, 124, 12),
    type: String.fromCharCode(block[156] ?? 0),
  };
}

/** Records of a pax header, `length key=value` each. */
export function paxRecords(bytes: Buffer): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at);
    const length = blank === -1 || blank - at > 10 ? 0 : Number(bytes.toString('latin1', at, blank));
    if (!Number.isInteger(length) || length <= blank - at) break;
    const [key = '', ...value] = bytes.toString('utf8', blank + 1, at + length - 1).split('=');
    records.set(key, value.join('='));
    at += length;
  }
  return records;
}

function hasRightSum(block: Buffer): boolean {
  const expected = numberAt(block, 148, 8);
  let sum = 0;
  for (let at = 0; at < tarBlockBytes; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
  // A block of zeros would have the sum of its blanks, which nobody writes.
  return sum === expected && sum > 256;
}

function textAt(block: Buffer, start: number, length: number): string {
  const bytes = block.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end === -1 ? length : end);
}

/** Octal digits, or for what they cannot hold a number in base 256. */
function numberAt(block: Buffer, start: number, length: number): number {
  if (((block[start] ?? 0) & 0x80) !== 0) return block.readUIntBE(start + length - 6, 6);
  const digits = /[0-7]+/.exec(block.toString('latin1', start, start + length))?.[0];
  return digits === undefined ? 0 : Number.parseInt(digits, 8);
}
