import { createDecipheriv } from 'node:crypto';
import { bcryptPbkdf } from './bcrypt-pbkdf.ts';
import { readOpensshKey } from './openssh-key.ts';

/** ssh-keygen uses 16 or 24 rounds; each costs some milliseconds. */
const mostRounds = 500;

const ciphers = new Map([
  ['aes256-ctr', { keyBytes: 32, name: 'aes-256-ctr' }],
  ['aes256-cbc', { keyBytes: 32, name: 'aes-256-cbc' }],
  ['aes192-ctr', { keyBytes: 24, name: 'aes-192-ctr' }],
  ['aes128-ctr', { keyBytes: 16, name: 'aes-128-ctr' }],
]);

/** Whether a passphrase opens an OpenSSH key: two equal numbers stand at the beginning of what was encrypted. */
export function opensshKeyOpens(bytes: Buffer, passphrase: string): boolean | undefined {
  const key = readOpensshKey(bytes.toString('latin1'));
  const cipher = ciphers.get(key?.cipher ?? '');
  if (key === undefined || cipher === undefined || key.kdf !== 'bcrypt' || key.kdfOptions.length < 8) return undefined;
  const saltBytes = key.kdfOptions.readUInt32BE(0);
  if (saltBytes > 64 || key.kdfOptions.length < saltBytes + 8 || key.secret.length < 16) return undefined;
  const salt = key.kdfOptions.subarray(4, 4 + saltBytes);
  const rounds = key.kdfOptions.readUInt32BE(4 + saltBytes);
  if (rounds < 1 || rounds > mostRounds || passphrase === '') return rounds > mostRounds ? undefined : false;
  const derived = bcryptPbkdf(Buffer.from(passphrase), salt, rounds, cipher.keyBytes + 16);
  const decipher = createDecipheriv(
    cipher.name,
    derived.subarray(0, cipher.keyBytes),
    derived.subarray(cipher.keyBytes),
  );
  decipher.setAutoPadding(false);
  const plain = decipher.update(key.secret.subarray(0, 32));
  return plain.length >= 8 && plain.readUInt32BE(0) === plain.readUInt32BE(4);
}
