import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { Fault } from '../shape/fault.ts';

const magic = Buffer.from('SNOWFENCE SEAL 1');
const saltBytes = 16;
const tagBytes = 16;
const chunkBytes = 1024 * 1024;
/** Fewer are no key but a word. */
const keyBytesAtLeast = 32;

/**
 * The secret of a key file: any file of at least 32 bytes, such as `head -c 32 /dev/urandom` makes.
 *
 * @throws Fault `key-invalid` if it is missing or shorter.
 */
export function readKeyFile(path: string): Buffer {
  let secret: Buffer;
  try {
    secret = readFileSync(path);
  } catch (error) {
    throw new Fault('key-invalid', 'the key file cannot be read', {
      place: { file: path },
      hint: 'Check the path and its permissions.',
      cause: error,
    });
  }
  if (secret.length >= keyBytesAtLeast) return secret;
  throw new Fault('key-invalid', `the key file has ${secret.length} bytes, fewer than ${keyBytesAtLeast}`, {
    place: { file: path },
    hint: 'Make one of random bytes: head -c 32 /dev/urandom > FILE',
  });
}

/** A key for one purpose, from the secret of a key file. */
export function deriveKey(secret: Buffer, purpose: string, salt: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, `snowfence ${purpose}`, 32));
}

/**
 * Encrypts a file with AES-256-GCM in chunks, each bound to its place and the last one marked as such, so that nothing can be changed,
 * moved or cut off unseen. The new file takes the place of an older one when it is complete on the disk.
 */
export function sealFile(plain: string, sealed: string, secret: Buffer): void {
  const salt = randomBytes(saltBytes);
  const key = deriveKey(secret, 'case', salt);
  const temporary = `${sealed}.new`;
  const [from, to] = [openSync(plain, 'r'), openSync(temporary, 'w', 0o600)];
  try {
    writeAll(to, Buffer.concat([magic, salt]));
    const chunk = Buffer.alloc(chunkBytes);
    let left = statSync(plain).size;
    for (let number = 0; number === 0 || left > 0; number += 1) {
      const length = fill(from, chunk, Math.min(left, chunkBytes));
      left -= length;
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number));
      cipher.setAAD(Buffer.from([left === 0 ? 1 : 0]));
      const text = Buffer.concat([cipher.update(chunk.subarray(0, length)), cipher.final()]);
      writeAll(to, Buffer.concat([text, cipher.getAuthTag()]));
    }
    fsyncSync(to);
  } finally {
    closeSync(from);
    closeSync(to);
  }
  renameSync(temporary, sealed);
}

/**
 * Decrypts what {@link sealFile} made; `plain` appears only when all of it is there and untouched.
 *
 * @throws Fault `key-invalid` if the key is another or the file was changed.
 */
export function unsealFile(sealed: string, plain: string, secret: Buffer): void {
  const temporary = `${plain}.new`;
  const [from, to] = [openSync(sealed, 'r'), openSync(temporary, 'w', 0o600)];
  let isDone = false;
  try {
    const head = Buffer.alloc(magic.length + saltBytes);
    fill(from, head, head.length);
    if (!head.subarray(0, magic.length).equals(magic)) throw new Error('no sealed case');
    const key = deriveKey(secret, 'case', head.subarray(magic.length));
    const chunk = Buffer.alloc(chunkBytes + tagBytes);
    let left = statSync(sealed).size - head.length;
    for (let number = 0; number === 0 || left > 0; number += 1) {
      const length = fill(from, chunk, Math.min(left, chunk.length));
      left -= length;
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number));
      decipher.setAAD(Buffer.from([left === 0 ? 1 : 0]));
      decipher.setAuthTag(chunk.subarray(length - tagBytes, length));
      writeAll(to, Buffer.concat([decipher.update(chunk.subarray(0, length - tagBytes)), decipher.final()]));
    }
    fsyncSync(to);
    isDone = true;
  } catch (error) {
    throw new Fault('key-invalid', 'the case does not open with this key, or was changed', {
      place: { file: sealed },
      hint: 'Give the key file that it was sealed with.',
      cause: error,
    });
  } finally {
    closeSync(from);
    closeSync(to);
    if (!isDone) rmSync(temporary, { force: true });
  }
  renameSync(temporary, plain);
}

/** A key is used for one file only, so that numbers never repeat under it. */
function nonceOf(chunk: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(chunk, 6, 6);
  return nonce;
}

function fill(file: number, buffer: Buffer, length: number): number {
  let done = 0;
  while (done < length) {
    const read = readSync(file, buffer, done, length - done, null);
    if (read === 0) break;
    done += read;
  }
  return done;
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
