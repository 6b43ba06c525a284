import type { Piece } from '../piece.ts';
import { BoundedText } from '../text/bounded-text.ts';
import { decode } from '../text/decode-text.ts';
import { type ContentLine, contentLines } from './content-lines.ts';

const mostParts = 5_000;
/** Numbers, times and rules of calendars, and marks of structure. */
const dry =
  /^(?:BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|UID|DTSTAMP|DTSTART|DTEND|DUE|CREATED|LAST-MODIFIED|SEQUENCE|STATUS|TRANSP|PRIORITY|CLASS|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|RRULE|EXDATE|RDATE|TRIGGER|ACTION|REV|X-MICROSOFT-CDO-(?!ALTDESC)[A-Z-]+|X-MS-OLK-(?!APPT)[A-Z-]+)$/;

/** The pieces of a calendar or of cards: properties a line each, then what is attached. HTML descriptions are parts. */
export function cardPieces(text: string): Piece[] {
  const body = new BoundedText();
  const parts: Piece[] = [];
  let partsLeftOut = 0;
  for (const line of contentLines(text)) {
    if (dry.test(line.name)) continue;
    const part = partOf(line);
    if (part === undefined) body.append(`${line.name === '' ? '' : `${line.name}: `}${plainValue(line)}\n`);
    else if (parts.length < mostParts) parts.push(part);
    else partsLeftOut += 1;
  }
  const left: Piece[] =
    partsLeftOut === 0
      ? []
      : [
          {
            kind: 'unread',
            place: 'attachments',
            name: '',
            reason: 'too-many',
            detail: `${partsLeftOut} more attachments`,
          },
        ];
  return [...body.pieces('body'), ...parts, ...left];
}

function partOf({ name, parameters, value }: ContentLine): Piece | undefined {
  if (name === 'X-ALT-DESC')
    return {
      kind: 'part',
      place: 'description',
      name: '',
      mediaType: 'text/html',
      bytes: Buffer.from(unescaped(value)),
    };
  const place = name.toLowerCase();
  const file = parameters.get('FILENAME') ?? parameters.get('X-FILENAME') ?? parameters.get('X-APPLE-FILENAME') ?? '';
  const packed = /^data:([^;,]*)[^,]*;base64,/i.exec(value);
  if (packed !== null)
    return {
      kind: 'part',
      place,
      name: file,
      mediaType: (packed[1] ?? '').toLowerCase(),
      bytes: Buffer.from(value.slice(packed[0].length), 'base64'),
    };
  const encoding = parameters.get('ENCODING');
  if (encoding !== 'BASE64' && encoding !== 'B') return undefined;
  const type = (parameters.get('FMTTYPE') ?? parameters.get('MEDIATYPE') ?? '').toLowerCase();
  const mediaType = type !== '' ? type : /^(?:PHOTO|LOGO)$/.test(name) ? 'image/unknown' : '';
  return { kind: 'part', place, name: file, mediaType, bytes: Buffer.from(value, 'base64') };
}

function plainValue({ parameters, value }: ContentLine): string {
  if (parameters.get('ENCODING') !== 'QUOTED-PRINTABLE') return unescaped(value);
  const bytes = value.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decode(Buffer.from(bytes, 'latin1'), parameters.get('CHARSET') ?? 'utf-8');
}

function unescaped(value: string): string {
  return value.replaceAll(/\\([nN,;\\])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark));
}
