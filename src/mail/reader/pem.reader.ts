import { generateKeyPairSync } from 'node:crypto';
import { keyTextPieces } from '../key/key-text.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode-text.ts';

function freshKey(passphrase?: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const encryption = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return String(privateKey.export({ type: 'pkcs8', format: 'pem', ...encryption }));
}

const reader: Reader = {
  reader: 'pem',
  title: 'Private keys and certificates in PEM, with the text around them',
  reference: 'https://www.rfc-editor.org/rfc/rfc7468',
  recognise({ head }) {
    const text = decodeText(head);
    if (/^\s*-----BEGIN (?!PGP |SSH2 PUBLIC|OPENSSH )[A-Z0-9 ]{3,40}-----/.test(text)) return 3;
    // A text with a key in it; formats that know themselves by a signature go first.
    return /^[ \t]*-----BEGIN [A-Z0-9 ]{0,40}(?:PRIVATE KEY|CERTIFICATE|PGP MESSAGE)(?: BLOCK)?-----/m.test(text)
      ? 2
      : 0;
  },
  async *read(content) {
    yield* keyTextPieces(decodeText(await content.bytes()));
  },
  examples: [
    {
      name: 'two keys and words around them',
      content: {
        name: 'keys.txt',
        bytes: () => Buffer.from(`For the gateway:\n${freshKey()}and the old one\n${freshKey('x')}`),
      },
      gives: [
        'text body: For the gateway:⏎⏎and the old one',
        'key block 1: private-key open',
        'key block 2: private-key protected',
      ],
    },
    {
      name: 'a key encrypted in the old way of OpenSSL',
      content: {
        name: 'server.key',
        bytes: () =>
          Buffer.from(
            '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n',
          ),
      },
      gives: ['key block 1: private-key protected'],
    },
  ],
};

export default reader;
