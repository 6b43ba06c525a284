import { headerBlock, headerBudget } from '../mime/header-block.ts';
import { idsOf, mailAddress, messageHead } from '../mime/message-head.ts';
import type { MailAddress, MessageHead } from '../piece.ts';
import type { MapiItem } from './mapi-item.ts';
import { charsetOf, numberOf, property, textOf, timeOf } from './mapi-property.ts';

/** What properties and the headers that came with the message say of it. Addresses of the internet go before those of Exchange. */
export function mapiHead(item: MapiItem, folder: string): MessageHead {
  const { properties } = item;
  const charset = charsetOf(properties);
  const text = (id: number): string => textOf(properties, id, charset).trim();
  const headers = text(property.transportHeaders);
  // Some servers put a line before them that is no header.
  const begin = Math.max(0, headers.search(/^[!-9;-~]+:/m));
  const written = messageHead(headerBlock(Buffer.from(headers.slice(begin)), headerBudget()).fields);
  const recipients = (type: number): MailAddress[] =>
    item.recipients
      .filter((recipient) => ((numberOf(recipient, property.recipientType) ?? 1) & 0xf) === type)
      .map((recipient) => recipientOf(recipient, charset));
  const or = (own: MailAddress[], other: readonly MailAddress[]): readonly MailAddress[] =>
    own.length > 0 ? own : other;
  return {
    messageId: idsOf(text(property.messageId))[0] ?? written.messageId,
    references: [
      ...new Set([...idsOf(text(property.references)), ...written.references, ...idsOf(text(property.inReplyTo))]),
    ],
    from: sendersOf(text, written.from),
    to: or(recipients(1), written.to),
    cc: or(recipients(2), written.cc),
    bcc: or(recipients(3), written.bcc),
    // Before it may stand a mark and the length of a prefix such as `RE: `.
    subject: text(property.subject).replace(/^\u0001[^]/, '') || written.subject,
    sent:
      timeOf(properties, property.clientSubmitTime) ||
      written.sent ||
      timeOf(properties, property.deliveryTime) ||
      timeOf(properties, property.creationTime),
    folder,
  };
}

/** Whom it is from; who sent it in their place comes second. */
function sendersOf(text: (id: number) => string, written: readonly MailAddress[]): MailAddress[] {
  const all = [
    mailAddress(
      text(property.sentRepresentingSmtp) || text(property.sentRepresentingEmail),
      text(property.sentRepresentingName),
    ),
    mailAddress(text(property.senderSmtp) || text(property.senderEmail), text(property.senderName)),
  ].filter(({ address, name }) => address !== '' || name !== '');
  const isOfInternet = ({ address }: MailAddress): boolean => address.includes('@');
  const best = all.some(isOfInternet) || written.length === 0 ? all : [...written];
  return best.filter((one, index) => best.findIndex(({ address }) => address === one.address) === index);
}

function recipientOf(recipient: MapiItem['properties'], charset: string): MailAddress {
  const address = textOf(recipient, property.smtpAddress, charset) || textOf(recipient, property.email, charset);
  return mailAddress(address, textOf(recipient, property.displayName, charset));
}
