import { expect, test } from 'vitest';
import { decodeText } from '../../src/mail/charset.ts';
import { decompressRtf } from '../../src/mail/mapi/compressed-rtf.ts';
import { mailDate } from '../../src/mail/mime/mail-date.ts';
import { mimeMessage } from '../../src/mail/mime/mime-message.ts';
import { outline } from '../../src/mail/outline.ts';

const head = 'From: ann@contoso.example\r\nTo: bob@contoso.example\r\n';
const read = (text: string | Buffer): string[] =>
  outline(mimeMessage(Buffer.isBuffer(text) ? text : Buffer.from(text, 'latin1'), 'message').pieces);

test.each([
  ['koi8-r', [0xd0, 0xc1, 0xd2, 0xcf, 0xcc, 0xd8], 'пароль'],
  ['windows-1251', [0xef, 0xe0, 0xf0, 0xee, 0xeb, 0xfc], 'пароль'],
  ['WINDOWS-1251', [0xef, 0xe0, 0xf0, 0xee, 0xeb, 0xfc], 'пароль'],
  ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42], 'あ'],
  ['cp932', [0x82, 0xa0], 'あ'],
  ['x-gbk', [0xc3, 0xdc], '密'],
  ['utf-7', [...Buffer.from('p+AOQ-ss +-')], 'päss +'],
  ['utf-16le', [0x70, 0, 0xe4, 0], 'pä'],
  ['', [0xff, 0xfe, 0x70, 0, 0xe4, 0], 'pä'],
  ['us-ascii', [...Buffer.from('pä')], 'pä'],
  ['iso-8859-15', [0xa4], '€'],
  ['no-such', [0x70, 0xe4], 'pä'],
  ['utf-8', [0x70, 0xe4], 'pä'],
  ['utf-8', [0xc3, 0xa4, 0xe4], 'ä\uFFFD'],
  ['', [], ''],
])('text in %s', (charset, bytes, text) => {
  expect(decodeText(Buffer.from(bytes), charset)).toBe(text);
});

test.each([
  ['Fri, 12 Jan 2024 09:00:00 +0100', '2024-01-12T08:00:00.000Z'],
  ['12 Jan 24 09:00 EST', '2024-01-12T14:00:00.000Z'],
  ['Fri, 12 Jan 2024 09:00:00', '2024-01-12T09:00:00.000Z'],
  ['Fri, 12 Jan 2024 09:00:00 -0330 (NST)', '2024-01-12T12:30:00.000Z'],
  ['2024-01-12T09:00:00+01:00', '2024-01-12T08:00:00.000Z'],
  ['Fri, 99 Xyz 2024 09:00:00 +0100', ''],
  ['12 Jan 0001 00:00:00 +0000', ''],
  ['yesterday', ''],
])('the date %s', (text, iso) => {
  expect(mailDate(text)).toBe(iso);
});

test.each([
  [
    'a name in pieces',
    "Content-Disposition: attachment; filename*0*=utf-8''Zug%C3%A4; filename*1=nge.txt",
    'Zugänge.txt',
  ],
  ['a name in words', 'Content-Disposition: attachment; filename="=?utf-8?B?WnVnw6RuZ2UudHh0?="', 'Zugänge.txt'],
  ['a name in quotes', 'Content-Disposition: attachment; filename="a;\\"b.txt"', 'a;"b.txt'],
  ['a name of the type', 'Content-Type: application/pdf; name=a.pdf', 'a.pdf'],
  ['a name that is cut', 'Content-Disposition: attachment; filename="a.txt', 'a.txt'],
])('%s', (_, field, name) => {
  expect(read(`${head}${field}\r\n\r\nx`)[0]).toContain(`part attachment: ${name} `);
});

test('lines of flowed text are put together', () => {
  const text = 'Content-Type: text/plain; format=flowed\r\n\r\nthe password \r\nis: alpha\r\n-- \r\nAnn';
  expect(read(head + text)).toEqual(['text body: the password is: alpha⏎-- ⏎Ann']);
});

test('a signed message, a digest and a calendar keep their parts', () => {
  const part = (type: string, text: string): string => `--b\r\n${type}\r\n${text}\r\n`;
  const body = (type: string, ...parts: string[]): string =>
    `${head}Content-Type: multipart/${type}; boundary=b\r\n\r\n${parts.join('')}--b--`;
  expect(read(body('signed', part('', 'text'), part('Content-Type: application/pgp-signature\r\n', 'sig')))).toEqual([
    'text body: text',
    'part attachment:  application/pgp-signature 3',
  ]);
  expect(read(body('digest', part('', head)))).toEqual(['part attachment:  message/rfc822 52']);
  expect(read(body('mixed', part('', 'one'), part('Content-Type: text/calendar\r\n', 'BEGIN:VCALENDAR')))).toEqual([
    'text body: one',
    'part body:  text/calendar 15',
  ]);
});

test.each([
  [
    'S/MIME',
    'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
    'attachment: smime.p7m encrypted',
  ],
  [
    'Purview',
    'Content-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg',
    'attachment: message.rpmsg encrypted',
  ],
  ['TNEF', 'Content-Type: application/ms-tnef; name=winmail.dat', 'attachment: winmail.dat unknown-format'],
])('what is sealed is said to be unread: %s', (_, field, line) => {
  expect(read(`${head}${field}\r\n\r\nx`)).toEqual([`unread ${line}`]);
});

test('a message that is signed in one piece is found within the signature', () => {
  const inner = 'Content-Type: text/plain\r\n\r\nalpha';
  const value = (tag: number, ...parts: Buffer[]): Buffer => {
    const bytes = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([tag, 0x82, bytes.length >> 8, bytes.length & 0xff]), bytes]);
  };
  const oid = (end: string): Buffer => Buffer.from(`06092a864886f70d0107${end}`, 'hex');
  const signed = (text: Buffer): Buffer =>
    value(0x30, oid('02'), value(0xa0, value(0x30, Buffer.from('020101', 'hex'), value(0x30, oid('01'), text))));
  const field = 'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\n\r\n';
  const mail = (bytes: Buffer): string => head + field + bytes.toString('latin1');
  const whole = value(0xa0, value(0x04, Buffer.from(inner)));
  const inPieces = value(
    0xa0,
    value(0x24, value(0x04, Buffer.from(inner.slice(0, 9))), value(0x04, Buffer.from(inner.slice(9)))),
  );
  for (const text of [whole, inPieces])
    expect(read(mail(signed(text)))).toEqual([`part attachment: smime.p7m message/rfc822 ${inner.length}`]);
  expect(read(mail(signed(Buffer.alloc(0))))).toEqual(['unread attachment: smime.p7m unknown-format']);
});

test('PGP in the text is told, and the text kept', () => {
  expect(read(`${head}\r\nsee:\r\n-----BEGIN PGP MESSAGE-----\r\nabc`)).toEqual([
    'text body: see:⏎-----BEGIN PGP MESSAGE-----⏎abc',
    'unread body:  encrypted',
  ]);
});

test('text outside of the parts is found', () => {
  const body = `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\nhidden\r\n--b\r\n\r\nx\r\n--b--\r\nbehind`;
  expect(read(body)).toEqual([
    'text outside of the parts: hidden',
    'text outside of the parts: behind',
    'text body: x',
  ]);
});

test('messages with line ends of an old Mac, a mark of byte order and empty lines before', () => {
  const mac = Buffer.from(`\uFEFF\r\r${head}Subject: s\r\rbody`.replaceAll('\r\n', '\r'));
  expect(read(mac)).toEqual(['text body: body']);
});

test('compressed RTF', () => {
  // The example of MS-OXRTFCP 3.1.1.
  const bytes = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0'.replaceAll(
      ' ',
      '',
    ),
    'hex',
  );
  expect(decompressRtf(bytes).toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  expect(() => decompressRtf(Buffer.from('short'))).toThrow('too short');
});
