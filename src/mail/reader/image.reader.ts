import type { Reader } from '../reader.ts';

/** Beginnings of files as they are in Latin-1. */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^\u0089PNG\r\n/, 'PNG'],
  [/^\u00FF\u00D8\u00FF/, 'JPEG'],
  [/^GIF8[79]a/, 'GIF'],
  [/^BM[^]{4}\0\0\0\0/, 'BMP'],
  [/^(?:II\*\0|MM\0\*)/, 'TIFF'],
  [/^RIFF[^]{4}WEBP/, 'WebP'],
  [/^[^]{4}ftyp(?:heic|heix|hevc|mif1|msf1|avif)/, 'HEIF'],
  [/^\u0001\0\0\0[^]{36} EMF/, 'EMF'],
  [/^(?:\u00D7\u00CD\u00C6\u009A|\u0001\0\u0009\0\0\u0003)/, 'WMF'],
  [/^\0\0\u0001\0[^]\0/, 'ICO'],
  [/^8BPS\0\u0001/, 'PSD'],
];

function kindOf(head: Buffer): string | undefined {
  const start = head.toString('latin1', 0, 64);
  return signatures.find(([signature]) => signature.test(start))?.[1];
}

const reader: Reader = {
  reader: 'image',
  title: 'Pictures, which are named and not read',
  reference: 'https://www.iana.org/assignments/media-types/media-types.xhtml#image',
  recognise({ name, mediaType, head }) {
    if (kindOf(head) !== undefined) return 3;
    return /\.(?:png|jpe?g|jfif|gif|bmp|tiff?|webp|hei[cf]|avif|emf|wmf|ico|psd)$/i.test(name) ||
      /^image\/(?!svg)/.test(mediaType)
      ? 1
      : 0;
  },
  async *read({ name, head }) {
    // Screenshots are often called after what they show.
    if (name !== '') yield { kind: 'text', place: 'file name', text: name };
    const kind = kindOf(head) ?? 'unknown kind';
    yield { kind: 'unread', place: 'picture', name, reason: 'image', detail: `a picture (${kind})` };
  },
  examples: [
    {
      name: 'a screenshot',
      content: { name: 'pwd_Admin_Summer2024.png', bytes: () => Buffer.from('89504e470d0a1a0a', 'hex') },
      gives: ['text file name: pwd_Admin_Summer2024.png', 'unread picture: pwd_Admin_Summer2024.png image'],
    },
    {
      name: 'a photo without a name',
      content: { name: '', bytes: () => Buffer.from('ffd8ffe000104a464946', 'hex') },
      gives: ['unread picture:  image'],
    },
  ],
};

export default reader;
