import { createHash } from 'node:crypto';
import { certificateOf, certificatePiece, thumbprintOf } from '../key/certificate.ts';
import { javaKeystoreOpens, readJavaKeystore } from '../key/java-keystore.ts';
import type { Reader } from '../reader.ts';

/** A store of one key under a name, with the passphrase `x`. */
function storeOf(magic: number, alias: string, tag: number): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32BE(magic, 0);
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(1, 8);
  const body = Buffer.concat([
    head,
    Buffer.from([0, 0, 0, tag, 0, alias.length]),
    Buffer.from(alias),
    Buffer.alloc(8),
    Buffer.alloc(8),
  ]);
  const digest = createHash('sha1').update('\0xMighty Aphrodite').update(body).digest();
  return Buffer.concat([body, digest]);
}

const reader: Reader = {
  reader: 'java-keystore',
  title: 'Key stores of Java and Bouncy Castle (JKS, JCEKS, BKS)',
  reference: 'https://docs.oracle.com/en/java/javase/21/docs/specs/security/standard-names.html',
  recognise({ name, head }) {
    if (head.length < 12) return 0;
    const magic = head.readUInt32BE(0);
    if (magic === 0xfeedfeed || magic === 0xcececece) return 3;
    // BKS has no signature but a version and then the length of a salt of 20 bytes.
    return (magic === 1 || magic === 2) && head.readUInt32BE(4) === 20 && /\.(?:bks|keystore|ks)$/i.test(name) ? 2 : 0;
  },
  async *read(content) {
    const bytes = await content.bytes();
    const store = readJavaKeystore(bytes);
    const certificates = (store?.certificates ?? []).flatMap((bytes) => certificateOf(bytes) ?? []);
    const isProtected = javaKeystoreOpens(bytes, '') !== true;
    const thumbprints = [...new Set(certificates.map(thumbprintOf))];
    const hasKey = store === undefined || !store.isComplete || store.aliases.some(({ kind }) => kind !== 'certificate');
    if (store !== undefined && store.aliases.length > 0)
      yield {
        kind: 'text',
        place: 'names',
        text: store.aliases.map(({ alias, kind }) => `${alias}\t${kind}`).join('\n'),
      };
    if (hasKey) yield { kind: 'key', place: 'key', key: { format: 'java-keystore', isProtected, thumbprints, bytes } };
    for (const [index, certificate] of certificates.entries())
      yield certificatePiece(certificate, `certificate ${index + 1}`);
    if (store?.isComplete === false)
      yield {
        kind: 'unread',
        place: 'entries',
        name: '',
        reason: 'encrypted',
        detail: 'entries after a secret key or damage',
      };
  },
  examples: [
    {
      name: 'a key',
      content: { name: 'a.jks', bytes: () => storeOf(0xfeedfeed, 'gateway', 1) },
      gives: ['text names: gateway⇥private key', 'key key: java-keystore protected'],
    },
    {
      name: 'a secret key',
      content: { name: 'a.jceks', bytes: () => storeOf(0xcececece, 'gateway', 3) },
      gives: ['text names: gateway⇥secret key', 'key key: java-keystore protected', 'unread entries:  encrypted'],
    },
    {
      name: 'Bouncy Castle',
      content: { name: 'a.bks', bytes: () => Buffer.from([0, 0, 0, 2, 0, 0, 0, 20, ...Buffer.alloc(60)]) },
      gives: ['key key: java-keystore protected'],
    },
  ],
};

export default reader;
