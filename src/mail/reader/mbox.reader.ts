import { mailLimits } from '../limits.ts';
import { beginsMbox, mboxMessages } from '../mbox-splitter.ts';
import { mimeMessage } from '../mime/mime-message.ts';
import type { Reader } from '../reader.ts';

const example = `From ann@contoso.example Fri Jan 12 08:00:00 2024
From: ann@contoso.example
To: bob@contoso.example
Subject: one
Message-ID: <1@contoso.example>
Date: Fri, 12 Jan 2024 08:00:00 +0000

>From here on it is quoted,
>>From twice.
From time to time a sentence begins so.

From - Sat Jan 13 08:00:00 2024
From: bob@contoso.example
To: ann@contoso.example
Subject: two
Date: Sat, 13 Jan 2024 08:00:00 +0000

second
`;

/** A mailbox in one file, as Thunderbird, Google Takeout and many servers write it. */
const reader: Reader = {
  reader: 'mbox',
  title: 'Mailbox in one file (mbox)',
  reference: 'https://www.rfc-editor.org/rfc/rfc4155',
  recognise: ({ name, mediaType, head }) => {
    if (beginsMbox(head)) return 3;
    return (mediaType === 'application/mbox' || /\.mbox$/i.test(name)) && head.subarray(0, 5).toString() === 'From '
      ? 2
      : 0;
  },
  isDivisible: true,
  async *read(content, isWanted) {
    let number = 0;
    for await (const message of mboxMessages(content.chunks())) {
      number += 1;
      if (isWanted?.(number) === false) continue;
      const place = `message ${number}`;
      if ('bytes' in message) yield mimeMessage(message.bytes, place);
      else {
        const detail = `${message.tooLarge} bytes are more than the ${mailLimits.partBytes} that are held in memory`;
        yield { kind: 'unread', place, name: '', reason: 'too-large', detail };
      }
    }
  },
  examples: [
    {
      name: 'two messages with lines that begin with From',
      content: { name: 'Inbox', bytes: () => Buffer.from(example) },
      gives: [
        'message message 1: <1@contoso.example> from ann@contoso.example to bob@contoso.example subject one sent 2024-01-12T08:00:00.000Z',
        '  text body: From here on it is quoted,⏎>From twice.⏎From time to time a sentence begins so.',
        'message message 2: <> from bob@contoso.example to ann@contoso.example subject two sent 2024-01-13T08:00:00.000Z',
        '  text body: second',
      ],
    },
    {
      name: 'lines that end as Windows ends them',
      content: { name: 'a.mbox', bytes: () => Buffer.from(example.replaceAll('\n', '\r\n')) },
      gives: [
        'message message 1: <1@contoso.example> from ann@contoso.example to bob@contoso.example subject one sent 2024-01-12T08:00:00.000Z',
        '  text body: From here on it is quoted,⏎>From twice.⏎From time to time a sentence begins so.',
        'message message 2: <> from bob@contoso.example to ann@contoso.example subject two sent 2024-01-13T08:00:00.000Z',
        '  text body: second',
      ],
    },
  ],
};

export default reader;
