import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyMaterial } from '../piece.ts';

const start = /^PuTTY-User-Key-File-[123]: [^\r\n]*\r?\n/gm;
const end = /^Private-(?:MAC|Hash): [0-9a-f]+[ \t]*(?:\r?\n|$)/gm;

/** Takes PuTTY's private keys out of a text (appendix C of its manual). */
export function puttyKeys(text: string): { readonly keys: readonly KeyMaterial[]; readonly rest: string } {
  const keys: KeyMaterial[] = [];
  const rest: string[] = [];
  let done = 0;
  const starts = [...text.matchAll(start)].map(({ index }) => index);
  const ends = [...text.matchAll(end)].map((found) => found.index + found[0].length);
  let nextEnd = 0;
  for (const [index, from] of starts.entries()) {
    while (nextEnd < ends.length && (ends[nextEnd] ?? 0) <= from) nextEnd += 1;
    const to = Math.min(ends[nextEnd] ?? text.length, starts[index + 1] ?? text.length);
    rest.push(text.slice(done, from));
    const key = text.slice(from, to);
    const isProtected = !/^Encryption: none\s*$/m.test(key);
    keys.push({ format: 'putty-key', isProtected, thumbprints: [], bytes: Buffer.from(key, 'latin1') });
    done = to;
  }
  rest.push(text.slice(done));
  return { keys, rest: rest.join('') };
}

/** Whether a passphrase opens a key of version 2; undefined for version 3, whose Argon2 Node 20 does not have. */
export function puttyKeyOpens(bytes: Buffer, passphrase: string): boolean | undefined {
  const text = bytes.toString('latin1').replaceAll('\r\n', '\n');
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  const body = (name: string) =>
    Buffer.from(new RegExp(`^${name}-Lines: \\d+\n((?:[A-Za-z0-9+/=]+\n)+)`, 'm').exec(text)?.[1] ?? '', 'base64');
  if (!text.startsWith('PuTTY-User-Key-File-2: ') || line('Encryption') !== 'aes256-cbc') return undefined;
  const secret = body('Private');
  if (secret.length === 0 || secret.length % 16 !== 0) return undefined;
  const word = Buffer.from(passphrase);
  const part = (count: number) =>
    createHash('sha1')
      .update(Buffer.from([0, 0, 0, count]))
      .update(word)
      .digest();
  const key = Buffer.concat([part(0), part(1)]).subarray(0, 32);
  const decipher = createDecipheriv('aes-256-cbc', key, Buffer.alloc(16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(secret), decipher.final()]);
  const macKey = createHash('sha1').update('putty-private-key-file-mac-key').update(word).digest();
  const mac = createHmac('sha1', macKey);
  for (const field of [line('PuTTY-User-Key-File-2'), line('Encryption'), line('Comment'), body('Public'), plain]) {
    const value = Buffer.from(field as string, 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(value.length);
    mac.update(length).update(value);
  }
  const said = Buffer.from(line('Private-MAC'), 'hex');
  const digest = mac.digest();
  return said.length === digest.length && timingSafeEqual(said, digest);
}
