import { inflateSync } from 'node:zlib';
import { derChildren, derValue, identifier, octets } from '../key/der.ts';
import { mailLimits } from '../limits.ts';
import type { Reader } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';

const signed = '2a864886f70d010702';
const enveloped = '2a864886f70d010703';
const authenticatedEnveloped = '2a864886f70d0109100117';
const compressed = '2a864886f70d0109100109';
const kinds = [signed, enveloped, authenticatedEnveloped, compressed];

/** One DER value of fewer than 128 bytes, for examples. */
const value = (tag: number, ...contents: Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, content.length]), content]);
};
const oid = (hex: string) => value(6, Buffer.from(hex, 'hex'));
const inner = (content: string) => value(0x30, oid('2a864886f70d010701'), value(0xa0, value(4, Buffer.from(content))));

const reader: Reader = {
  reader: 'smime',
  title: 'Signed, encrypted and compressed mail (S/MIME, CMS)',
  reference: 'https://www.rfc-editor.org/rfc/rfc5652',
  recognise({ name, mediaType, head }) {
    const start = head.toString('hex', 0, 32);
    if (
      head[0] === 0x30 &&
      kinds.some((kind) => start.includes(`06${(kind.length / 2).toString(16).padStart(2, '0')}${kind}`))
    )
      return 3;
    return head[0] === 0x30 &&
      (/\.p7[msz]$/i.test(name) || /^application\/(?:x-)?pkcs7-(?:mime|signature)$/.test(mediaType))
      ? 1
      : 0;
  },
  async *read(content) {
    const [kindValue, wrapped] = derChildren(derValue(await content.bytes()));
    const kind = identifier(kindValue);
    if (kind === enveloped || kind === authenticatedEnveloped)
      throw new Unreadable('encrypted', 'a mail encrypted with S/MIME');
    if (kind !== signed && kind !== compressed)
      throw new Unreadable('damaged', 'no cryptographic message that is known');
    const parts = derChildren(derChildren(wrapped)[0]);
    // Version, algorithms, then what is signed; the signature beside a mail has nothing inside.
    const packed = octets(derChildren(derChildren(parts[2])[1])[0]);
    if (packed === undefined && parts.length < 3) throw new Unreadable('damaged', 'the signed mail breaks off');
    if (packed !== undefined)
      yield {
        kind: 'part',
        place: 'signed mail',
        name: '',
        mediaType: 'message/rfc822',
        bytes: kind === signed ? packed : unpacked(packed),
      };
  },
  examples: [
    {
      name: 'a mail within its signature',
      content: {
        name: 'smime.p7m',
        bytes: () =>
          value(
            0x30,
            oid(signed),
            value(0xa0, value(0x30, value(2, Buffer.of(1)), value(0x31), inner('Subject: x\r\n\r\nhello'))),
          ),
      },
      gives: ['part signed mail:  message/rfc822 19'],
    },
    {
      name: 'a signature beside the mail',
      content: {
        name: 'smime.p7s',
        bytes: () =>
          value(
            0x30,
            oid(signed),
            value(0xa0, value(0x30, value(2, Buffer.of(1)), value(0x31), value(0x30, oid('2a864886f70d010701')))),
          ),
      },
      gives: [],
    },
  ],
};

function unpacked(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: mailLimits.expandedBytesFree });
  } catch (error) {
    const isTooLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(isTooLarge ? 'too-large' : 'damaged', 'the compressed mail does not unpack', { cause: error });
  }
}

export default reader;
