const magic = 'openssh-key-v1\0';

/** What stands in an OpenSSH private key before what is encrypted (PROTOCOL.key of OpenSSH). */
export interface OpensshKey {
  readonly cipher: string;
  readonly kdf: string;
  readonly kdfOptions: Buffer;
  /** The private part, encrypted unless `cipher` is `none`. */
  readonly secret: Buffer;
}

/** @param text With its PEM marks. Undefined if it is damaged. */
export function readOpensshKey(text: string): OpensshKey | undefined {
  const body = /-----BEGIN OPENSSH PRIVATE KEY-----([\w+/=\s]+)-----END/.exec(text)?.[1];
  const bytes = Buffer.from(body ?? '', 'base64');
  if (bytes.toString('latin1', 0, magic.length) !== magic) return undefined;
  let at = magic.length;
  const next = (): Buffer => {
    if (at + 4 > bytes.length) return Buffer.alloc(0);
    const length = bytes.readUInt32BE(at);
    const value = bytes.subarray(at + 4, Math.min(bytes.length, at + 4 + length));
    at += 4 + length;
    return value;
  };
  const cipher = next().toString('latin1');
  const kdf = next().toString('latin1');
  const kdfOptions = next();
  at += 4;
  next();
  return { cipher, kdf, kdfOptions, secret: next() };
}
