import { decodeText } from '../charset.ts';
import { unreadableBy } from '../archive/unpack.ts';
import { mailLimits } from '../limits.ts';
import { numbered } from '../mime/mime-pieces.ts';
import { sealedPart, unsealed } from '../mime/sealed-part.ts';
import type { MessageHead, Piece } from '../piece.ts';
import { charsetOfCodePage } from './code-page.ts';
import { decompressRtf } from './compressed-rtf.ts';
import { mapiHead } from './mapi-head.ts';
import type { MapiAttachment, MapiItem } from './mapi-item.ts';
import { charsetOf, type MapiProperties, numberOf, property, textOf, textType } from './mapi-property.ts';

/** A message piece of an item. What cannot be read of it costs only itself. */
export function mapiMessage(
  item: MapiItem,
  place: string,
  folder: string,
  depth = 0,
): Extract<Piece, { kind: 'message' }> {
  const pieces: Piece[] = [];
  const attempt = <T>(where: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      const { reason, message } = unreadableBy(error);
      pieces.push({ kind: 'unread', place: where, name: '', reason, detail: message });
      return undefined;
    }
  };
  const head = attempt('headers', () => mapiHead(item, folder)) ?? { ...emptyHead, folder };
  const messageClass = attempt('class', () => textOf(item.properties, property.messageClass)) ?? '';
  const body = attempt('body', () => textOf(item.properties, property.body, charsetOf(item.properties))) ?? '';
  if (body.trim() !== '') pieces.push({ kind: 'text', place: 'body', text: body.replaceAll('\r\n', '\n') });
  const html = attempt('HTML body', () => htmlOf(item.properties));
  if (html !== undefined) pieces.push({ kind: 'part', place: 'body', name: '', mediaType: 'text/html', bytes: html });
  else if (body.trim() === '') {
    const rtf = attempt('RTF body', () => rtfOf(item.properties));
    if (rtf !== undefined)
      pieces.push({ kind: 'part', place: 'body', name: '', mediaType: 'application/rtf', bytes: rtf });
  }
  if (messageClass !== '' && !/^(?:IPM\.Note|REPORT)/i.test(messageClass)) {
    const fields = attempt('fields', () => fieldsOf(item.properties)) ?? '';
    if (fields !== '') pieces.push({ kind: 'text', place: 'fields', text: fields });
  }
  const names = new Map<string, number>();
  for (const attachment of item.attachments.slice(0, mailLimits.partsOfMessage))
    pieces.push(...(attempt('attachment', () => attachmentPieces(attachment, names, depth)) ?? []));
  const tooMany = item.attachments.length - mailLimits.partsOfMessage;
  if (tooMany > 0)
    pieces.push({
      kind: 'unread',
      place: 'attachments',
      name: '',
      reason: 'too-many',
      detail: `${tooMany} attachments more`,
    });
  for (const detail of item.damage)
    pieces.push({ kind: 'unread', place: 'parts', name: '', reason: 'damaged', detail });
  return { kind: 'message', place, head, pieces };
}

const emptyHead: MessageHead = {
  messageId: '',
  references: [],
  from: [],
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  sent: '',
  folder: '',
};

/** The HTML in UTF-8 with its mark, whatever it says of itself. */
function htmlOf(properties: MapiProperties): Buffer | undefined {
  const value = properties.get(property.html);
  if (value === undefined || value.bytes.length === 0) return undefined;
  if (value.type === textType) return Buffer.from(`\uFEFF${value.bytes.toString('utf16le')}`);
  const charset = charsetOfCodePage(numberOf(properties, property.internetCodePage));
  return Buffer.from(`\uFEFF${decodeText(value.bytes, charset)}`);
}

function rtfOf(properties: MapiProperties): Buffer | undefined {
  const value = properties.get(property.compressedRtf);
  return value === undefined || value.bytes.length === 0 ? undefined : decompressRtf(value.bytes);
}

/** Properties that are read elsewhere or say nothing. */
const noFields = new Set<number>([property.messageClass, property.body, property.html, property.transportHeaders]);

/** Texts of an item that is no mail: fields of a contact, place of an appointment, one a line. */
function fieldsOf(properties: MapiProperties): string {
  const charset = charsetOf(properties);
  const texts = new Set<string>();
  for (const id of properties.ids) {
    if (noFields.has(id)) continue;
    const text = textOf(properties, id, charset).trim();
    if (text.length > 1) texts.add(text);
  }
  return [...texts].join('\n');
}

function attachmentPieces(attachment: MapiAttachment, names: Map<string, number>, depth: number): Piece[] {
  const { properties } = attachment;
  const charset = charsetOf(properties);
  const text = (id: number): string => textOf(properties, id, charset).trim();
  const name = text(property.attachmentLongName) || text(property.attachmentName) || text(property.displayName);
  const place = numbered(names, name, 'attachment');
  const unread = (reason: Extract<Piece, { kind: 'unread' }>['reason'], detail: string): Piece[] => [
    { kind: 'unread', place, name, reason, detail },
  ];
  const method = numberOf(properties, property.attachmentMethod) ?? 1;
  try {
    if (method === 5) {
      if (depth >= mailLimits.depth)
        return unread('too-deep', `messages within each other, more than ${mailLimits.depth} deep`);
      const embedded = attachment.embedded();
      return embedded === undefined
        ? unread('damaged', 'an attached message that is missing')
        : [mapiMessage(embedded, `${place} ${name}`.trim(), '', depth + 1)];
    }
    const data = properties.get(property.attachmentData);
    if (data === undefined) {
      const link = text(property.attachmentLongPath);
      return link === ''
        ? unread('damaged', 'an attachment without content')
        : [{ kind: 'text', place, text: `${name}\n${link}` }];
    }
    const mediaType = (/^[^;\s]*/.exec(text(property.attachmentMediaType))?.[0] ?? '').toLowerCase();
    const sealed = sealedPart(mediaType, '', name, data.bytes);
    if (sealed !== undefined) return unread(sealed.reason, sealed.detail);
    // A signed message is kept as an attachment in MIME.
    const isMime = /^content-type: *multipart\//i.test(data.bytes.toString('latin1', 0, 40));
    return [{ kind: 'part', place, name, ...unsealed(isMime ? 'message/rfc822' : mediaType, data.bytes) }];
  } catch (error) {
    const { reason, message } = unreadableBy(error);
    return unread(reason, message);
  }
}
