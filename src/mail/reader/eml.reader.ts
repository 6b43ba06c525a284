import { headerBlock, headerBudget } from '../mime/header-block.ts';
import { mimeMessage } from '../mime/mime-message.ts';
import type { Reader } from '../reader.ts';

/** Fields that begin real messages and hardly anything else. */
const ofMail = new Set(
  `from to cc subject date message-id received return-path delivered-to mime-version reply-to sender in-reply-to references
  x-mailer x-received dkim-signature authentication-results x-ms-exchange-organization-scl thread-topic thread-index
  x-originating-ip received-spf arc-seal x-gmail-labels x-ms-has-attach`.split(/\s+/),
);

const example = `Received: from mx.fabrikam.example by mail.contoso.example; Fri, 12 Jan 2024 09:00:01 +0100
From: =?utf-8?Q?J=C3=BCrgen?= <Juergen@Fabrikam.example>
To: Admins: ann@contoso.example, bob@contoso.example;
Subject: =?iso-8859-1?Q?Zug=E4nge?=
Date: Fri, 12 Jan 2024 09:00:00 +0100
Message-ID: <1@fabrikam.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Gr=FC=DFe
--inner
Content-Type: text/html

<p>Gruss</p>
--inner--
--outer
Content-Type: text/plain
Content-Disposition: attachment; filename*=utf-8''Zug%C3%A4nge.txt
Content-Transfer-Encoding: base64

c2VydmVyOiBhbHBoYQ==
--outer
Content-Type: message/rfc822

Subject: within
From: carol@contoso.example

inner text
--outer--
`;

const sealed = `From: ann@contoso.example
To: bob@contoso.example
Subject: sealed
MIME-Version: 1.0
Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary="b"

--b
Content-Type: application/pgp-encrypted

Version: 1
--b
Content-Type: application/octet-stream

-----BEGIN PGP MESSAGE-----
--b--
`;

const cyrillic = Buffer.concat([
  Buffer.from(
    'From: ann@contoso.example\r\nTo: bob@contoso.example\r\nSubject: koi8\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n',
  ),
  Buffer.from([0xd0, 0xc1, 0xd2, 0xcf, 0xcc, 0xd8]),
]);

/** A message as mail programs save it: `.eml`, and Graph's `$value`. */
const reader: Reader = {
  reader: 'eml',
  title: 'Mail message (EML, MIME)',
  reference: 'https://www.rfc-editor.org/rfc/rfc5322',
  recognise({ name, mediaType, head }) {
    const begin = head.subarray(head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0);
    const blank = /^[\r\n]*/.exec(begin.subarray(0, 1000).toString('latin1'))?.[0].length ?? 0;
    const text = begin.subarray(blank);
    const isCalledSo = mediaType === 'message/rfc822' || mediaType === 'message/global' || /\.eml$/i.test(name);
    // A line `From …` without a colon begins an mbox.
    if (text.subarray(0, 5).toString('latin1') === 'From ') return isCalledSo ? 1 : 0;
    const names = new Set(headerBlock(text, headerBudget()).fields.map((field) => field.name));
    const known = [...names].filter((each) => ofMail.has(each)).length;
    if (known >= 3) return 3;
    if (known === 2 || (isCalledSo && names.size > 0)) return 2;
    return isCalledSo ? 1 : 0;
  },
  async *read(content) {
    yield mimeMessage(await content.bytes(), 'message');
  },
  examples: [
    {
      name: 'a message with two bodies, an attachment and a message in it',
      content: { name: 'mail.eml', bytes: () => Buffer.from(example) },
      gives: [
        'message message: <1@fabrikam.example> from juergen@fabrikam.example to ann@contoso.example,bob@contoso.example subject Zugänge sent 2024-01-12T08:00:00.000Z',
        '  text body: Grüße',
        '  part body:  text/html 12',
        '  part attachment: Zugänge.txt text/plain 13',
        '  part attachment:  message/rfc822 55',
      ],
    },
    {
      name: 'an encrypted message says so',
      content: { name: '', mediaType: 'message/rfc822', bytes: () => Buffer.from(sealed) },
      gives: [
        'message message: <> from ann@contoso.example to bob@contoso.example subject sealed sent ',
        '  unread body:  encrypted',
      ],
    },
    {
      name: 'a text in another character set',
      content: { name: 'koi8.eml', bytes: () => cyrillic },
      gives: [
        'message message: <> from ann@contoso.example to bob@contoso.example subject koi8 sent ',
        '  text body: пароль',
      ],
    },
  ],
};

export default reader;
