import { createHash } from 'node:crypto';
import { Blowfish } from './blowfish.ts';

const magic = Buffer.from('OxychromaticBlowfishSwatDynamite');

/** Key derivation of OpenSSH's private keys: PBKDF2 with bcrypt for its hash, the output bytes dealt out like cards. */
export function bcryptPbkdf(passphrase: Buffer, salt: Buffer, rounds: number, keyBytes: number): Buffer {
  const key = Buffer.alloc(keyBytes);
  const blocks = Math.ceil(keyBytes / magic.length);
  const perBlock = Math.ceil(keyBytes / blocks);
  const hashedPassphrase = sha512(passphrase);
  for (let block = 1; block <= blocks; block += 1) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(block);
    let digest = bcryptHash(hashedPassphrase, sha512(Buffer.concat([salt, number])));
    const sum = Buffer.from(digest);
    for (let round = 1; round < rounds; round += 1) {
      digest = bcryptHash(hashedPassphrase, sha512(digest));
      for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) ^ (digest[at] ?? 0);
    }
    for (let at = 0; at < perBlock; at += 1) {
      const place = at * blocks + block - 1;
      if (place < keyBytes) key[place] = sum[at] ?? 0;
    }
  }
  return key;
}

function bcryptHash(passphrase: Buffer, salt: Buffer): Buffer {
  const cipher = new Blowfish();
  const [key, saltWords] = [wordsOf(passphrase), wordsOf(salt)];
  cipher.expand(key, saltWords);
  for (let round = 0; round < 64; round += 1) {
    cipher.expand(saltWords);
    cipher.expand(key);
  }
  const data = wordsOf(magic);
  for (let round = 0; round < 64; round += 1) cipher.encrypt(data);
  const digest = Buffer.alloc(magic.length);
  for (const [index, word] of data.entries()) digest.writeUInt32LE(word, index * 4);
  return digest;
}

function wordsOf(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32BE(index * 4));
}

function sha512(bytes: Buffer): Buffer {
  return createHash('sha512').update(bytes).digest();
}
