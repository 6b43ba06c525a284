import { mailLimits } from '../limits.ts';
import type { HeaderField } from '../mime/header-block.ts';
import { isoDate } from '../mime/mail-date.ts';
import { idsOf, mailAddress, messageHead } from '../mime/message-head.ts';
import { numbered } from '../mime/mime-pieces.ts';
import type { MailAddress, Piece } from '../piece.ts';

type Json = Readonly<Record<string, unknown>>;

/** A message resource of Microsoft Graph, which may lack any of its properties because exports select some. */
export function isGraphMessage(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const has = (key: string): boolean => key in value;
  return (
    (has('body') || has('bodyPreview') || has('uniqueBody') || has('attachments')) &&
    (has('subject') || has('from') || has('sender') || has('internetMessageId') || has('toRecipients'))
  );
}

/** The message with its bodies and attachments. */
export function graphMessage(value: Json, place: string, depth = 0): Extract<Piece, { kind: 'message' }> {
  const headers = listOf(value['internetMessageHeaders']).flatMap((header): HeaderField[] =>
    isObject(header) ? [{ name: textOf(header['name']).toLowerCase(), value: textOf(header['value']) }] : [],
  );
  const written = messageHead(headers);
  const or = (own: MailAddress[], other: readonly MailAddress[]): readonly MailAddress[] =>
    own.length > 0 ? own : other;
  const from = [value['from'], value['sender']].flatMap(addressOf);
  const pieces: Piece[] = [];
  const bodies = ['body', 'uniqueBody'].flatMap((key) =>
    bodyPieces(value[key], key === 'body' ? 'body' : 'own part of the body'),
  );
  pieces.push(...bodies);
  // Where a body was not exported, its beginning may have been.
  const preview = textOf(value['bodyPreview']);
  if (bodies.length === 0 && preview !== '') pieces.push({ kind: 'text', place: 'preview of the body', text: preview });
  if (bodies.length === 0 && value['body'] === undefined)
    pieces.push({
      kind: 'unread',
      place: 'body',
      name: '',
      reason: 'unknown-format',
      detail: 'the body was not exported',
    });
  pieces.push(...attachmentPieces(value, depth));
  return {
    kind: 'message',
    place,
    head: {
      messageId: idsOf(textOf(value['internetMessageId']))[0] ?? written.messageId,
      references: written.references,
      from: or(
        from.filter((one, at) => from.findIndex(({ address }) => address === one.address) === at),
        written.from,
      ),
      to: or(listOf(value['toRecipients']).flatMap(addressOf), written.to),
      cc: or(listOf(value['ccRecipients']).flatMap(addressOf), written.cc),
      bcc: or(listOf(value['bccRecipients']).flatMap(addressOf), written.bcc),
      subject: textOf(value['subject']),
      sent: isoDate(textOf(value['sentDateTime'])) || isoDate(textOf(value['receivedDateTime'])) || written.sent,
      folder: textOf(value['parentFolderId']),
    },
    pieces,
  };
}

function bodyPieces(body: unknown, place: string): Piece[] {
  if (!isObject(body)) return [];
  const content = textOf(body['content']);
  if (content === '') return [];
  return textOf(body['contentType']).toLowerCase() === 'html'
    ? [{ kind: 'part', place, name: '', mediaType: 'text/html', bytes: Buffer.from(`\uFEFF${content}`) }]
    : [{ kind: 'text', place, text: content.replaceAll('\r\n', '\n') }];
}

function attachmentPieces(value: Json, depth: number): Piece[] {
  const names = new Map<string, number>();
  const attachments = listOf(value['attachments']).filter(isObject);
  const pieces = attachments.slice(0, mailLimits.partsOfMessage).map((attachment): Piece => {
    const name = textOf(attachment['name']);
    const place = numbered(names, name, 'attachment');
    const item = attachment['item'];
    if (isObject(item)) {
      const detail = `messages within each other, more than ${mailLimits.depth} deep`;
      return depth >= mailLimits.depth
        ? { kind: 'unread', place, name, reason: 'too-deep', detail }
        : graphMessage(item, `${place} ${name}`.trim(), depth + 1);
    }
    const mediaType = (/^[^;\s]*/.exec(textOf(attachment['contentType']))?.[0] ?? '').toLowerCase();
    const content = attachment['contentBytes'];
    if (typeof content === 'string')
      return { kind: 'part', place, name, mediaType, bytes: Buffer.from(content, 'base64') };
    const link = textOf(attachment['sourceUrl']);
    if (link !== '') return { kind: 'text', place, text: `${name}\n${link}` };
    return { kind: 'unread', place, name, reason: 'unknown-format', detail: 'its content was not exported' };
  });
  const tooMany = attachments.length - pieces.length;
  if (tooMany > 0)
    pieces.push({
      kind: 'unread',
      place: 'attachments',
      name: '',
      reason: 'too-many',
      detail: `${tooMany} attachments more`,
    });
  if (attachments.length === 0 && value['hasAttachments'] === true)
    pieces.push({
      kind: 'unread',
      place: 'attachments',
      name: '',
      reason: 'unknown-format',
      detail: 'the message has attachments, which were not exported',
    });
  return pieces;
}

function addressOf(recipient: unknown): MailAddress[] {
  const address = isObject(recipient) ? recipient['emailAddress'] : undefined;
  return isObject(address) ? [mailAddress(textOf(address['address']), textOf(address['name']))] : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
