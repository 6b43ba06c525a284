/** How many numbers the public half of a key has, by algorithm (RFC 9580, section 5.5.5); curves come with an identifier before. */
const numbers = new Map([
  [1, { curve: false, count: 2 }],
  [2, { curve: false, count: 2 }],
  [3, { curve: false, count: 2 }],
  [16, { curve: false, count: 3 }],
  [17, { curve: false, count: 4 }],
  [18, { curve: true, count: 1 }],
  [19, { curve: true, count: 1 }],
  [22, { curve: true, count: 1 }],
]);

/** Whether the first secret key of an OpenPGP key is kept without a passphrase; false if that cannot be seen. */
export function isOpenPgpKey(bytes: Buffer): boolean {
  const packet = firstPacket(bytes);
  if (packet === undefined || packet.body[0] !== 4) return false;
  const { body } = packet;
  const algorithm = body[5] ?? 0;
  const shape = numbers.get(algorithm);
  if (shape === undefined) return false;
  let at = 6;
  if (shape.curve) at += 1 + (body[at] ?? 0);
  for (let count = 0; count < shape.count && at + 2 <= body.length; count += 1)
    at += 2 + Math.ceil(body.readUInt16BE(at) / 8);
  // Key derivation of ECDH.
  if (algorithm === 18) at += 1 + (body[at] ?? 0);
  return body[at] === 0;
}

/** Whether bytes begin with a secret key packet. */
export function isPgpSecretKey(bytes: Buffer): boolean {
  return firstPacket(bytes)?.body[0] === 4;
}

/** The body of the first packet if it is a secret key. */
function firstPacket(bytes: Buffer): { readonly body: Buffer } | undefined {
  const tag = bytes[0] ?? 0;
  if ((tag & 0xc0) === 0xc0 && (tag & 0x3f) === 5) {
    const first = bytes[1] ?? 0;
    return { body: bytes.subarray(first < 192 ? 2 : first < 224 ? 3 : 6) };
  }
  if ((tag & 0xfc) !== 0x94) return undefined;
  return { body: bytes.subarray(1 + ([1, 2, 4, 0][tag & 3] ?? 0)) };
}

/** The bytes in an armoured block. */
export function unarmoured(block: string): Buffer {
  const lines = block.split(/\r?\n/).map((line) => line.trim());
  const body = lines.slice(1).filter((line) => /^[A-Za-z0-9+/]+=*$/.test(line));
  return Buffer.from(body.join(''), 'base64');
}
