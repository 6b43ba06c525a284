import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { derChildren, type DerValue, identifier, integer, octets } from './der.ts';

/**
 * More rounds than this are not tried. Windows uses 2,000, OpenSSL 2,048, careful people some hundred thousand; a hostile file may
 * ask for billions.
 */
export const mostRounds = 1_000_000;

const hashes = new Map([
  ['2b0e03021a', 'sha1'],
  ['2a864886f70d0205', 'md5'],
  ['608648016503040201', 'sha256'],
  ['608648016503040202', 'sha384'],
  ['608648016503040203', 'sha512'],
  ['608648016503040204', 'sha224'],
  ['2a864886f70d0207', 'sha1'],
  ['2a864886f70d0208', 'sha224'],
  ['2a864886f70d0209', 'sha256'],
  ['2a864886f70d020a', 'sha384'],
  ['2a864886f70d020b', 'sha512'],
]);

const ciphers = new Map([
  ['608648016503040102', { cipher: 'aes-128-cbc', keyBytes: 16 }],
  ['608648016503040116', { cipher: 'aes-192-cbc', keyBytes: 24 }],
  ['60864801650304012a', { cipher: 'aes-256-cbc', keyBytes: 32 }],
  ['2a864886f70d0307', { cipher: 'des-ede3-cbc', keyBytes: 24 }],
]);

const pbes2 = '2a864886f70d01050d';
const pbkdf2 = '2a864886f70d01050c';
const tripleDesOfPkcs12 = '2a864886f70d010c0103';

/** Name of a hash, or of the hash in an HMAC, for `node:crypto`; undefined if it is none of the common ones. */
export function hashOf(algorithm: DerValue | undefined): string | undefined {
  return hashes.get(identifier(derChildren(algorithm)[0]));
}

/**
 * Key bytes from a passphrase in the way of PKCS #12 (RFC 7292, appendix B.2).
 *
 * @param purpose 1 for a key, 2 for an initial vector, 3 for a MAC.
 * @param passphrase undefined is the absent passphrase, which some programs write and which is not the empty one.
 */
export function pkcs12Key(
  hash: string,
  passphrase: string | undefined,
  salt: Buffer,
  rounds: number,
  purpose: 1 | 2 | 3,
  keyBytes: number,
): Buffer {
  const block = hash === 'sha384' || hash === 'sha512' ? 128 : 64;
  const password = passphrase === undefined ? Buffer.alloc(0) : Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
  const input = Buffer.concat([stretched(salt, block), stretched(password, block)]);
  const derived: Buffer[] = [];
  for (let length = 0; length < keyBytes; ) {
    let digest = createHash(hash).update(Buffer.alloc(block, purpose)).update(input).digest();
    for (let round = 1; round < rounds; round += 1) digest = createHash(hash).update(digest).digest();
    derived.push(digest);
    length += digest.length;
    const addend = stretched(digest, block).subarray(0, block);
    for (let at = 0; at < input.length; at += block) addOne(input.subarray(at, at + block), addend);
  }
  return Buffer.concat(derived).subarray(0, keyBytes);
}

/** Repeated to the next full block; nothing stays nothing. */
function stretched(bytes: Buffer, block: number): Buffer {
  return bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

/** target += addend + 1 as big-endian numbers. */
function addOne(target: Buffer, addend: Buffer): void {
  let carry = 1;
  for (let at = target.length - 1; at >= 0; at -= 1) {
    const sum = (target[at] ?? 0) + (addend[at] ?? 0) + carry;
    target[at] = sum & 0xff;
    carry = sum >> 8;
  }
}

/**
 * Decrypts what an AlgorithmIdentifier says was encrypted with a passphrase.
 *
 * @returns 'unknown' if the way is none that is built in or costs too much, undefined if the passphrase does not fit.
 */
export function decrypted(
  algorithm: DerValue | undefined,
  data: Buffer,
  passphrase: string | undefined,
): Buffer | 'unknown' | undefined {
  const key = keyFor(algorithm, passphrase);
  if (key === undefined) return 'unknown';
  try {
    const decipher = createDecipheriv(key.cipher, key.key, key.iv);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    return undefined;
  }
}

function keyFor(algorithm: DerValue | undefined, passphrase: string | undefined) {
  const [oid, parameters] = derChildren(algorithm);
  if (identifier(oid) === tripleDesOfPkcs12) {
    const [saltValue, roundsValue] = derChildren(parameters);
    const salt = octets(saltValue);
    const rounds = integer(roundsValue);
    if (salt === undefined || rounds === undefined || rounds > mostRounds) return undefined;
    const key = pkcs12Key('sha1', passphrase, salt, rounds, 1, 24);
    return { cipher: 'des-ede3-cbc', key, iv: pkcs12Key('sha1', passphrase, salt, rounds, 2, 8) };
  }
  if (identifier(oid) !== pbes2) return undefined;
  const [derivation, encryption] = derChildren(parameters);
  const [derivationOid, derivationParameters] = derChildren(derivation);
  const [encryptionOid, ivValue] = derChildren(encryption);
  const known = ciphers.get(identifier(encryptionOid));
  const [saltValue, roundsValue, ...others] = derChildren(derivationParameters);
  const salt = octets(saltValue);
  const rounds = integer(roundsValue);
  const iv = octets(ivValue);
  const prf = others.find(({ tag }) => tag === 0x30);
  const hash = prf === undefined ? 'sha1' : hashOf(prf);
  if (identifier(derivationOid) !== pbkdf2 || known === undefined || hash === undefined) return undefined;
  if (salt === undefined || iv === undefined || rounds === undefined || rounds < 1 || rounds > mostRounds)
    return undefined;
  return { cipher: known.cipher, key: pbkdf2Sync(passphrase ?? '', salt, rounds, known.keyBytes, hash), iv };
}
