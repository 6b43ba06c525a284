import { generateKeyPairSync } from 'node:crypto';
import { certificateOf, certificatePiece } from '../key/certificate.ts';
import { derChildren, derValue } from '../key/der.ts';
import { keyShape } from '../key/private-key.ts';
import type { Reader } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';

function freshKey(type: 'pkcs1' | 'pkcs8' | 'sec1', passphrase?: string): Buffer {
  const encryption = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  if (type === 'pkcs1')
    return generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type, format: 'der' });
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type, format: 'der', ...encryption });
}

const reader: Reader = {
  reader: 'der',
  title: 'Private keys and certificates in DER',
  reference: 'https://www.rfc-editor.org/rfc/rfc5958',
  recognise({ name, mediaType, sizeBytes, head }) {
    if (sizeBytes === head.length && keyShape(head) !== undefined)
      return derValue(head)?.whole.length === sizeBytes ? 3 : 2;
    if (sizeBytes === head.length && looksLikeCertificate(head) && certificateOf(head) !== undefined) return 2;
    const isNamed =
      /\.(?:der|cer|crt|key|pk8|p8)$/i.test(name) ||
      /^application\/(?:pkcs8|x-x509-\w+-cert|pkix-cert)$/.test(mediaType);
    return isNamed && head[0] === 0x30 && (head[1] ?? 0) > 0x80 ? 1 : 0;
  },
  async *read(content) {
    const bytes = await content.bytes();
    const shape = keyShape(bytes);
    if (shape !== undefined) {
      yield {
        kind: 'key',
        place: 'key',
        key: { format: 'private-key', isProtected: shape === 'protected', thumbprints: [], bytes },
      };
      return;
    }
    const certificate = certificateOf(bytes);
    if (certificate === undefined) throw new Unreadable('unknown-format', 'neither a private key nor a certificate');
    yield certificatePiece(certificate, 'certificate');
  },
  examples: [
    {
      name: 'PKCS #8',
      content: { name: 'a.key', bytes: () => freshKey('pkcs8') },
      gives: ['key key: private-key open'],
    },
    {
      name: 'PKCS #8 with a passphrase',
      content: { name: 'a', bytes: () => freshKey('pkcs8', 'x') },
      gives: ['key key: private-key protected'],
    },
    { name: 'PKCS #1', content: { name: 'a', bytes: () => freshKey('pkcs1') }, gives: ['key key: private-key open'] },
    { name: 'SEC 1', content: { name: 'a', bytes: () => freshKey('sec1') }, gives: ['key key: private-key open'] },
  ],
};

/** Three parts, of which the first begins with a version or a serial number. */
function looksLikeCertificate(head: Buffer): boolean {
  const [first, second, third, ...others] = derChildren(derValue(head));
  return first?.tag === 0x30 && second?.tag === 0x30 && third?.tag === 0x03 && others.length === 0;
}

export default reader;
