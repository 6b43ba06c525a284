import { createHmac } from 'node:crypto';

/**
 * What stands for a credential wherever its value must not: the same value of the same kind has the same fingerprint under the
 * same key, and without the key nobody can try values against it.
 *
 * @param key of the case, at least 16 bytes; it is kept apart from what is reported.
 * @returns 32 hexadecimal characters: the first half of an HMAC-SHA-256.
 * @throws RangeError if the key is shorter.
 */
export function fingerprint(key: Buffer, kind: string, value: string): string {
  if (key.length < 16) throw new RangeError('the key of the fingerprints is shorter than 16 bytes');
  // No kind holds a NUL, so that no other pair of kind and value gives the same bytes.
  return createHmac('sha256', key).update(`${kind}\0`).update(value, 'utf8').digest('hex').slice(0, 32);
}
