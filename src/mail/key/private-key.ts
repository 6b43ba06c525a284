import { createPrivateKey } from 'node:crypto';
import { derChildren, derValue, identifier, integer } from './der.ts';
import { decrypted } from './password-encryption.ts';

/** What a DER value is, judged by its shape: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017), SEC 1 (RFC 5915), DSA. */
export function keyShape(bytes: Buffer): 'open' | 'protected' | undefined {
  const outer = derValue(bytes);
  if (outer?.tag !== 0x30) return undefined;
  const parts = derChildren(outer);
  const [first, second, third] = parts;
  if (first?.tag === 0x30 && second?.tag === 0x04 && parts.length === 2)
    return isPasswordEncryption(identifier(derChildren(first)[0])) ? 'protected' : undefined;
  const version = integer(first);
  if (version === undefined || version > 1) return undefined;
  if (second?.tag === 0x30 && identifier(derChildren(second)[0]) !== '' && third?.tag === 0x04) return 'open';
  if (parts.length >= 6 && parts.every(({ tag }) => tag === 0x02)) return 'open';
  return version === 1 && second?.tag === 0x04 && (third === undefined || third.tag >= 0xa0) ? 'open' : undefined;
}

/** Of PKCS #5 and PKCS #12. */
function isPasswordEncryption(oid: string): boolean {
  return oid.startsWith('2a864886f70d0105') || oid.startsWith('2a864886f70d010c01');
}

/** Whether a passphrase opens an encrypted key in PEM or DER; undefined if its cipher cannot be tried. */
export function privateKeyOpens(bytes: Buffer, passphrase: string): boolean | undefined {
  if (bytes[0] === 0x30) return pkcs8Opens(bytes, passphrase);
  const text = bytes.toString('latin1');
  const body = /-----BEGIN ENCRYPTED PRIVATE KEY-----([\w+/=\s]+)-----END/.exec(text)?.[1];
  if (body !== undefined) return pkcs8Opens(Buffer.from(body, 'base64'), passphrase);
  try {
    createPrivateKey({ key: bytes, format: 'pem', passphrase });
    return true;
  } catch (error) {
    return String((error as { code?: unknown }).code).includes('UNSUPPORTED') ? undefined : false;
  }
}

function pkcs8Opens(bytes: Buffer, passphrase: string): boolean | undefined {
  const [algorithm, data] = derChildren(derValue(bytes));
  if (data === undefined) return undefined;
  const plain = decrypted(algorithm, data.content, passphrase);
  if (plain === 'unknown') return undefined;
  // Padding fits a wrong passphrase once in 256 times, the shape of a key within it never.
  return plain !== undefined && keyShape(plain) === 'open';
}
