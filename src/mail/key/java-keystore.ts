import { createHash, timingSafeEqual } from 'node:crypto';

const magics = new Map([
  [0xfeedfeed, 'JKS'],
  [0xcececece, 'JCEKS'],
]);
const digestBytes = 20;
const mostEntries = 10_000;

export interface JavaKeystore {
  /** Names under which keys and certificates are kept. */
  readonly aliases: readonly { readonly alias: string; readonly kind: 'private key' | 'certificate' | 'secret key' }[];
  /** Certificates in DER, which no passphrase hides. */
  readonly certificates: readonly Buffer[];
  readonly isComplete: boolean;
}

/** Reads a JKS or JCEKS key store as far as its entries can be seen; undefined if it is none. Secret keys end the reading. */
export function readJavaKeystore(bytes: Buffer): JavaKeystore | undefined {
  if (bytes.length < 32 || !magics.has(bytes.readUInt32BE(0))) return undefined;
  const aliases: { alias: string; kind: 'private key' | 'certificate' | 'secret key' }[] = [];
  const certificates: Buffer[] = [];
  const end = bytes.length - digestBytes;
  let at = 12;
  const take = (size: number): Buffer => {
    if (at + size > end) throw new RangeError('past the end');
    at += size;
    return bytes.subarray(at - size, at);
  };
  const text = () => take(take(2).readUInt16BE(0)).toString('utf8');
  const blob = () => take(take(4).readUInt32BE(0));
  const certificate = () => {
    text();
    certificates.push(blob());
  };
  const entries = Math.min(bytes.readUInt32BE(8), mostEntries);
  try {
    for (let entry = 0; entry < entries; entry += 1) {
      const tag = take(4).readUInt32BE(0);
      const alias = text();
      take(8);
      aliases.push({ alias, kind: tag === 1 ? 'private key' : tag === 2 ? 'certificate' : 'secret key' });
      if (tag === 2) certificate();
      else if (tag === 1) {
        blob();
        for (let left = take(4).readUInt32BE(0); left > 0 && certificates.length < mostEntries; left -= 1)
          certificate();
      } else return { aliases, certificates, isComplete: false };
    }
  } catch {
    return { aliases, certificates, isComplete: false };
  }
  return { aliases, certificates, isComplete: entries === bytes.readUInt32BE(8) };
}

/** Whether a passphrase is that of the store, by the digest at its end; undefined for stores of other kinds, such as BKS. */
export function javaKeystoreOpens(bytes: Buffer, passphrase: string): boolean | undefined {
  if (bytes.length < 32 || !magics.has(bytes.readUInt32BE(0))) return undefined;
  const digest = createHash('sha1')
    .update(Buffer.from(passphrase, 'utf16le').swap16())
    .update('Mighty Aphrodite')
    .update(bytes.subarray(0, -digestBytes))
    .digest();
  return timingSafeEqual(digest, bytes.subarray(-digestBytes));
}
