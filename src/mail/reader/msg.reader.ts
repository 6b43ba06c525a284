import { CompoundFile, compoundSignature } from '../compound/compound-file.ts';
import { msgFile } from '../example/msg-file.ts';
import { mapiMessage } from '../mapi/mapi-message.ts';
import { property } from '../mapi/mapi-property.ts';
import { isMessage, messageMarks, msgItem } from '../msg/msg-item.ts';
import type { Reader } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';

/** A message, contact, appointment or note as Outlook saves it. */
const reader: Reader = {
  reader: 'msg',
  title: 'Message of Outlook (MSG)',
  reference: 'https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg/',
  recognise: ({ name, mediaType, head }) => {
    if (!head.subarray(0, 8).equals(compoundSignature)) return 0;
    if (messageMarks.some((mark) => head.includes(mark))) return 3;
    // The directory may stand further behind than is seen here.
    return mediaType === 'application/vnd.ms-outlook' || /\.(?:msg|oft)$/i.test(name) ? 2 : 0;
  },
  async *read(content) {
    const file = new CompoundFile(await content.bytes());
    if (!isMessage(file)) throw new Unreadable('unknown-format', 'a compound file without a message in it');
    yield mapiMessage(msgItem(file), 'message', '');
  },
  examples: [
    {
      name: 'a message with an attachment and a message that is attached',
      content: {
        name: 'mail.msg',
        bytes: () =>
          msgFile({
            properties: {
              [property.messageClass]: 'IPM.Note',
              [property.subject]: '\u0001\u0005RE: access',
              [property.transportHeaders]:
                'Date: Fri, 12 Jan 2024 09:00:00 +0100\r\nReferences: <0@contoso.example>\r\n\r\n',
              [property.senderName]: 'Ann',
              [property.senderEmail]: '/o=Contoso/cn=Recipients/cn=ann',
              [property.senderSmtp]: 'Ann@contoso.example',
              [property.body]: 'see below\r\n',
              [property.messageId]: '<1@contoso.example>',
            },
            recipients: [
              {
                [property.recipientType]: 1,
                [property.displayName]: 'Bob',
                [property.smtpAddress]: 'bob@contoso.example',
              },
            ],
            attachments: [
              {
                properties: {
                  [property.attachmentLongName]: 'keys.txt',
                  [property.attachmentMethod]: 1,
                  [property.attachmentData]: Buffer.from('alpha'),
                },
              },
              {
                properties: { [property.displayName]: 'inner', [property.attachmentMethod]: 5 },
                message: { properties: { [property.subject]: 'inner', [property.html]: Buffer.from('<p>beta</p>') } },
              },
            ],
          }),
      },
      gives: [
        'message message: <1@contoso.example> from ann@contoso.example to bob@contoso.example subject RE: access sent 2024-01-12T08:00:00.000Z',
        '  text body: see below',
        '  part attachment: keys.txt  5',
        '  message attachment inner: <> from  to  subject inner sent ',
        '    part body:  text/html 14',
      ],
    },
    {
      name: 'a note gives the text of its fields',
      content: {
        name: 'note.msg',
        bytes: () =>
          msgFile({
            properties: { [property.messageClass]: 'IPM.StickyNote', [property.subject]: 'safe', 0x8001: '4711' },
          }),
      },
      gives: ['message message: <> from  to  subject safe sent ', '  text fields: safe⏎4711'],
    },
  ],
};

export default reader;
