import { decodeText } from '../charset.ts';
import { sane } from '../mime/mail-date.ts';
import { charsetOfCodePage } from './code-page.ts';

/** A property's value as it is stored; texts and bytes as they are, numbers little-endian. */
export interface MapiValue {
  /** MS-OXCDATA 2.11.1, such as 0x001f. */
  readonly type: number;
  readonly bytes: Buffer;
}

/** Properties of a message, recipient or attachment by their number, https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxprops */
export interface MapiProperties {
  /** @throws Unreadable if it is there and cannot be read. */
  get(id: number): MapiValue | undefined;
  readonly ids: Iterable<number>;
}

export const textType = 0x001f;
const ansiTextType = 0x001e;

/** Numbers of the properties that are read. */
export const property = {
  messageClass: 0x001a,
  subject: 0x0037,
  clientSubmitTime: 0x0039,
  sentRepresentingName: 0x0042,
  sentRepresentingEmail: 0x0065,
  transportHeaders: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderEmail: 0x0c1f,
  deliveryTime: 0x0e06,
  body: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  email: 0x3003,
  creationTime: 0x3007,
  contentCount: 0x3602,
  attachmentData: 0x3701,
  attachmentName: 0x3704,
  attachmentMethod: 0x3705,
  attachmentLongName: 0x3707,
  attachmentLongPath: 0x370d,
  attachmentMediaType: 0x370e,
  attachmentContentId: 0x3712,
  smtpAddress: 0x39fe,
  internetCodePage: 0x3fde,
  messageCodePage: 0x3ffd,
  senderSmtp: 0x5d01,
  sentRepresentingSmtp: 0x5d02,
} as const;

/** Text of a property, '' without one. */
export function textOf(properties: MapiProperties, id: number, charset = ''): string {
  const value = properties.get(id);
  if (value === undefined) return '';
  if (value.type === textType) return value.bytes.toString('utf16le').replace(/\0+$/, '');
  return value.type === ansiTextType ? decodeText(value.bytes, charset).replace(/\0+$/, '') : '';
}

/** A whole number, undefined without one. */
export function numberOf(properties: MapiProperties, id: number): number | undefined {
  const value = properties.get(id);
  if (value === undefined || value.bytes.length < 2) return undefined;
  return value.bytes.length >= 4 ? value.bytes.readInt32LE(0) : value.bytes.readInt16LE(0);
}

/** A time as ISO 8601 in UTC; '' without one. It is stored in steps of 100 ns since 1601. */
export function timeOf(properties: MapiProperties, id: number): string {
  const value = properties.get(id);
  if (value === undefined || value.type !== 0x0040 || value.bytes.length < 8) return '';
  const milliseconds = value.bytes.readBigUInt64LE(0) / 10_000n - 11_644_473_600_000n;
  return sane(new Date(Number(milliseconds)));
}

/** Name of the character set in which texts of the old type are, '' if it is not said. */
export function charsetOf(properties: MapiProperties): string {
  return charsetOfCodePage(
    numberOf(properties, property.messageCodePage) ?? numberOf(properties, property.internetCodePage),
  );
}
