import type { Reader } from '../reader.ts';
import { rtfPieces } from '../rtf/rtf-reading.ts';

/** A file as the Object Packager wraps it in RTF. */
function packedFile(name: string, content: string): string {
  const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
  const native = Buffer.concat([
    Buffer.from(`\u0002\0${name}\0C:\\${name}\0\0\0\u0003\0`),
    number(name.length + 1),
    Buffer.from(`${name}\0`),
    number(content.length),
    Buffer.from(content),
  ]);
  return Buffer.concat([
    number(0x501),
    number(2),
    number(8),
    Buffer.from('Package\0'),
    number(0),
    number(0),
    number(native.length),
    native,
  ]).toString('hex');
}

const reader: Reader = {
  reader: 'rtf',
  title: 'Rich text, and HTML packed into it by Outlook',
  reference: 'https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxrtfex',
  recognise({ name, mediaType, head }) {
    if (/^\s*\{\\rt/.test(head.toString('latin1', 0, 64))) return 3;
    return /\.rtf$/i.test(name) || /^(?:text|application)\/(?:x-)?rtf$/.test(mediaType) ? 1 : 0;
  },
  async *read(content) {
    yield* rtfPieces(await content.bytes());
  },
  examples: [
    {
      name: 'code pages, hidden text, a table, an object, a picture',
      content: {
        name: 'a.rtf',
        bytes: () =>
          Buffer.from(
            `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}{\\info{\\title Plan}}\\f0 Pass{\\b word}: \\'80 {\\f1\\'cf\\'e0} \\u8364?\\par
{\\v unseen}second\\par\\trowd\\cellx1\\cellx2\\intbl Server\\cell Key\\cell\\row\\trowd sql01\\cell a\\{b\\cell\\row\\pard end
{\\object{\\*\\objclass Package}{\\*\\objdata ${packedFile('a.txt', 'hello')}}}{\\pict\\pngblip 89504e47}}`,
            'latin1',
          ),
      },
      gives: [
        'text body: Password: € Па €⏎second⏎Server⇥Key⏎sql01⇥a{b⏎end',
        'text hidden text: unseen',
        'text properties: Plan',
        'part object of Package: a.txt  5',
        'unread picture:  image',
      ],
    },
    {
      name: 'a page of Outlook',
      content: {
        name: '',
        mediaType: 'application/rtf',
        bytes: () =>
          Buffer.from(
            "{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag19 <html>}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Pin \\'fc{\\*\\htmltag84 &nbsp;}\\htmlrtf \\par}\\htmlrtf0 {\\*\\htmltag72 </p>}}",
          ),
      },
      gives: ['part body:  text/html 25'],
    },
  ],
};

export default reader;
