import { cardPieces } from '../card/card-pieces.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode-text.ts';

const reader: Reader = {
  reader: 'vcf',
  title: 'Contacts (vCard)',
  reference: 'https://www.rfc-editor.org/rfc/rfc6350',
  recognise({ name, mediaType, head }) {
    if (/^\s*BEGIN:VCARD\s/i.test(decodeText(head))) return 3;
    return /\.(?:vcf|vcard)$/i.test(name) || /^text\/(?:x-)?(?:vcard|directory)$/.test(mediaType) ? 1 : 0;
  },
  async *read(content) {
    yield* cardPieces(decodeText(await content.bytes()));
  },
  examples: [
    {
      name: 'a contact whose note says more than it should',
      content: {
        name: 'it.vcf',
        bytes: () =>
          Buffer.from(
            'BEGIN:VCARD\nVERSION:2.1\nFN:Help Desk\nNOTE;ENCODING=QUOTED-PRINTABLE:door=3A=\n 1234\nitem1.X-PIN:99\nPHOTO;BASE64:AAAA\nEND:VCARD\n',
          ),
      },
      gives: ['text body: FN: Help Desk⏎NOTE: door:1234⏎X-PIN: 99', 'part photo:  image/unknown 3'],
    },
  ],
};

export default reader;
