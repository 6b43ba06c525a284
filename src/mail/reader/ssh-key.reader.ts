import { keyTextPieces } from '../key/key-text.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode-text.ts';

/** The beginning of a key with a cipher of this name; what follows does not matter for telling whether it is encrypted. */
function opensshKey(cipher: string, kdf: string): Buffer {
  const field = (text: string) => Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(text)]);
  const body = Buffer.concat([Buffer.from('openssh-key-v1\0'), field(cipher), field(kdf), field('')]);
  return Buffer.from(
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${body.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`,
  );
}

const reader: Reader = {
  reader: 'ssh-key',
  title: 'Private keys of OpenSSH',
  reference: 'https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key',
  recognise({ head }) {
    return /^\s*-----BEGIN OPENSSH PRIVATE KEY-----/.test(decodeText(head)) ? 3 : 0;
  },
  async *read(content) {
    yield* keyTextPieces(decodeText(await content.bytes()));
  },
  examples: [
    {
      name: 'without a passphrase',
      content: { name: 'id_ed25519', bytes: () => opensshKey('none', 'none') },
      gives: ['key block 1: ssh-private-key open'],
    },
    {
      name: 'with a passphrase',
      content: { name: 'id_rsa', bytes: () => opensshKey('aes256-ctr', 'bcrypt') },
      gives: ['key block 1: ssh-private-key protected'],
    },
  ],
};

export default reader;
