import { keyTextPieces } from '../key/key-text.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode-text.ts';

const puttyKey = (version: number, encryption: string) =>
  Buffer.from(
    [
      `PuTTY-User-Key-File-${version}: ssh-ed25519`,
      `Encryption: ${encryption}`,
      'Comment: gateway',
      'Public-Lines: 1',
      'AAAA',
      'Private-Lines: 1',
      'AAAA',
      'Private-MAC: 00ff',
      '',
    ].join('\r\n'),
  );

const reader: Reader = {
  reader: 'putty-key',
  title: 'Private keys of PuTTY (.ppk)',
  reference: 'https://the.earth.li/~sgtatham/putty/0.83/htmldoc/AppendixC.html',
  recognise({ head }) {
    return /^\s*PuTTY-User-Key-File-[123]: /.test(decodeText(head)) ? 3 : 0;
  },
  async *read(content) {
    yield* keyTextPieces(decodeText(await content.bytes()));
  },
  examples: [
    {
      name: 'without a passphrase',
      content: { name: 'gateway.ppk', bytes: () => puttyKey(3, 'none') },
      gives: ['key key 1: putty-key open'],
    },
    {
      name: 'with a passphrase',
      content: { name: 'gateway.ppk', bytes: () => puttyKey(2, 'aes256-cbc') },
      gives: ['key key 1: putty-key protected'],
    },
  ],
};

export default reader;
