import { pstFile } from '../example/pst-file.ts';
import { property } from '../mapi/mapi-property.ts';
import { pstPieces } from '../pst/pst-pieces.ts';
import type { Reader } from '../reader.ts';

/** A mailbox of Outlook: PST, and the OST in which it keeps a copy of what lies on the server. */
const reader: Reader = {
  reader: 'pst',
  title: 'Mailbox of Outlook (PST, OST)',
  reference: 'https://learn.microsoft.com/openspecs/office_file_formats/ms-pst/',
  recognise: ({ name, head }) => {
    if (head.toString('latin1', 0, 4) === '!BDN') return 3;
    return /\.(?:pst|ost)$/i.test(name) ? 1 : 0;
  },
  async *read(content) {
    yield* pstPieces(await content.path());
  },
  examples: [
    {
      name: 'a folder that has lost one of its items, and an item that has lost its folder',
      content: {
        name: 'ann.pst',
        bytes: () =>
          pstFile([
            { node: 0x122, parent: 0x122, properties: { [property.displayName]: '' } },
            { node: 0x8022, parent: 0x122, properties: { [property.displayName]: 'Inbox' } },
            {
              node: 0x8042,
              parent: 0x8022,
              properties: { [property.displayName]: 'Tickets', [property.contentCount]: 2 },
            },
            {
              node: 0x200024,
              parent: 0x8042,
              properties: {
                [property.messageClass]: 'IPM.Note',
                [property.subject]: 'access',
                [property.messageId]: '<1@contoso.example>',
                [property.senderSmtp]: 'ann@contoso.example',
                [property.body]: 'alpha',
              },
            },
            {
              node: 0x200044,
              parent: 0x9022,
              properties: { [property.messageClass]: 'IPM.StickyNote', [property.body]: 'beta' },
            },
          ]),
      },
      gives: [
        'message Inbox/Tickets, message 1: <1@contoso.example> from ann@contoso.example to  subject access sent  folder Inbox/Tickets',
        '  text body: alpha',
        'message in no folder, message 1: <> from  to  subject  sent  folder in no folder',
        '  text body: beta',
        'unread Inbox/Tickets:  damaged',
      ],
    },
  ],
};

export default reader;
