import { addressParser, decodeWords } from 'postal-mime';
import type { MailAddress, MessageHead } from '../piece.ts';
import { fieldOf, type HeaderField } from './header-block.ts';
import { mailDate } from './mail-date.ts';

/** What the header fields say of the message. */
export function messageHead(fields: readonly HeaderField[]): MessageHead {
  const messageId = idsOf(fieldOf(fields, 'message-id'))[0] ?? '';
  return {
    messageId,
    references: [...new Set([...idsOf(fieldOf(fields, 'references')), ...idsOf(fieldOf(fields, 'in-reply-to'))])],
    from: addressesOf(fields, 'from'),
    to: addressesOf(fields, 'to'),
    cc: addressesOf(fields, 'cc'),
    bcc: addressesOf(fields, 'bcc'),
    subject: decodeWords(fieldOf(fields, 'subject')),
    sent: mailDate(fieldOf(fields, 'date')),
    folder: '',
  };
}

/** Ids without angle brackets, in their order; one that was written without brackets counts too. */
export function idsOf(text: string): string[] {
  const inBrackets = [...text.matchAll(/<([^<>]{1,998})>/g)].map(([, id = '']) => id.trim());
  const all = inBrackets.length > 0 ? inBrackets : text.split(/\s+/).filter((word) => word.includes('@'));
  return all.filter((id) => id !== '');
}

/** Addresses of all fields of the name, members of groups among them. */
function addressesOf(fields: readonly HeaderField[], name: string): MailAddress[] {
  return fields
    .filter((field) => field.name === name && field.value !== '')
    .flatMap(({ value }) => parsedAddresses(value))
    .flatMap(({ address = '', name }) => (address === '' && name === '' ? [] : [mailAddress(address, name)]));
}

/** More groups than this are an attack on the parser, which goes into each of them again. */
const groupsAtMost = 50;

function parsedAddresses(value: string): readonly { readonly address?: string | undefined; readonly name: string }[] {
  if (value.split(':', groupsAtMost + 2).length <= groupsAtMost + 1) return addressParser(value, { flatten: true });
  return [...value.matchAll(/[^\s<>,;:"@]{1,64}@[^\s<>,;:"@]{1,255}/g)].map(([address]) => ({ address, name: '' }));
}

/** An address as the vocabulary has it: in lower case if it is one of the internet. */
export function mailAddress(address: string, name: string): MailAddress {
  const written = address.trim();
  return { address: written.includes('@') ? written.toLowerCase() : written, name: name.trim() };
}
