import { createHash, timingSafeEqual } from 'node:crypto';
import { mostRounds } from './password-encryption.ts';

/** Whether a passphrase opens a Password Safe of version 3, by the stretched hash at its beginning (its formatV3.txt). */
export function passwordSafeOpens(bytes: Buffer, passphrase: string): boolean | undefined {
  if (bytes.length < 72) return undefined;
  const rounds = bytes.readUInt32LE(36);
  if (rounds > mostRounds) return undefined;
  let digest = createHash('sha256').update(passphrase, 'utf8').update(bytes.subarray(4, 36)).digest();
  for (let round = 0; round <= rounds; round += 1) digest = createHash('sha256').update(digest).digest();
  return timingSafeEqual(digest, bytes.subarray(40, 72));
}
