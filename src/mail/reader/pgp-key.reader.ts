import { keyTextPieces } from '../key/key-text.ts';
import { isOpenPgpKey, isPgpSecretKey } from '../key/pgp-key.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode-text.ts';

/** A secret key of RSA with numbers of one byte, as far as the byte that says how it is protected. */
const secretKey = (usage: number) => Buffer.from([0xc5, 14, 4, 0, 0, 0, 0, 1, 0, 8, 0xff, 0, 2, 3, usage, 0]);

const armoured = (kind: string, bytes: Buffer) =>
  Buffer.from(
    `-----BEGIN PGP ${kind}-----\nComment: x\n\n${bytes.toString('base64')}\n=AAAA\n-----END PGP ${kind}-----\n`,
  );

const reader: Reader = {
  reader: 'pgp-key',
  title: 'Private keys of OpenPGP, and messages encrypted with it',
  reference: 'https://www.rfc-editor.org/rfc/rfc9580',
  recognise({ name, head }) {
    if (/^\s*-----BEGIN PGP (?:PRIVATE KEY BLOCK|MESSAGE)-----/.test(decodeText(head))) return 3;
    return /\.(?:gpg|pgp|key|sec|skr)$/i.test(name) && isPgpSecretKey(head) ? 2 : 0;
  },
  async *read(content) {
    const bytes = await content.bytes();
    if (isPgpSecretKey(bytes))
      yield {
        kind: 'key',
        place: 'key',
        key: { format: 'pgp-private-key', isProtected: !isOpenPgpKey(bytes), thumbprints: [], bytes },
      };
    else yield* keyTextPieces(decodeText(bytes));
  },
  examples: [
    {
      name: 'without a passphrase',
      content: { name: 'key.asc', bytes: () => armoured('PRIVATE KEY BLOCK', secretKey(0)) },
      gives: ['key block 1: pgp-private-key open'],
    },
    {
      name: 'with a passphrase',
      content: { name: 'key.asc', bytes: () => armoured('PRIVATE KEY BLOCK', secretKey(254)) },
      gives: ['key block 1: pgp-private-key protected'],
    },
    {
      name: 'without armour',
      content: { name: 'key.gpg', bytes: () => secretKey(254) },
      gives: ['key key: pgp-private-key protected'],
    },
    {
      name: 'a message',
      content: { name: '', bytes: () => armoured('MESSAGE', Buffer.from([1, 2, 3])) },
      gives: ['unread block 1:  encrypted'],
    },
  ],
};

export default reader;
