import { cardPieces } from '../card/card-pieces.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode-text.ts';

const reader: Reader = {
  reader: 'ics',
  title: 'Calendars and invitations (iCalendar)',
  reference: 'https://www.rfc-editor.org/rfc/rfc5545',
  recognise({ name, mediaType, head }) {
    if (/^\s*BEGIN:VCALENDAR\s/i.test(decodeText(head))) return 3;
    return /\.(?:ics|ical|ifb|vcs)$/i.test(name) || /^(?:text\/(?:x-v)?calendar|application\/ics)$/.test(mediaType)
      ? 1
      : 0;
  },
  async *read(content) {
    yield* cardPieces(decodeText(await content.bytes()));
  },
  examples: [
    {
      name: 'an invitation with a folded description and a packed file',
      content: {
        name: 'invite.ics',
        bytes: () =>
          Buffer.from(
            [
              'BEGIN:VCALENDAR',
              'VERSION:2.0',
              'BEGIN:VEVENT',
              'SUMMARY;LANGUAGE=en-us:Weekly\\, with gateway',
              'DESCRIPTION:PIN: 12',
              ' 34\\nBring it',
              'ATTENDEE;CN="A: B":mailto:a@x.example',
              'ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=a.txt:aGVsbG8=',
              'END:VEVENT',
              'END:VCALENDAR',
            ].join('\r\n'),
          ),
      },
      gives: [
        'text body: SUMMARY: Weekly, with gateway⏎DESCRIPTION: PIN: 1234⏎Bring it⏎ATTENDEE: mailto:a@x.example',
        'part attach: a.txt text/plain 5',
      ],
    },
  ],
};

export default reader;
