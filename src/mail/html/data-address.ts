import type { Piece } from '../piece.ts';

/** What a `data:` address holds: pictures are told as not read, everything else is a part. Undefined for other addresses. */
export function dataAddressPiece(address: string, place: string): Piece | undefined {
  const comma = address.indexOf(',');
  if (comma < 0 || !/^\s*data:/i.test(address.slice(0, 64))) return undefined;
  const [mediaType = '', ...parameters] = address.slice(0, comma).trim().slice('data:'.length).toLowerCase().split(';');
  const isBase64 = parameters.includes('base64');
  if (/^image\/(?!svg)/.test(mediaType)) {
    const detail = `a picture of type ${mediaType} within the page`;
    return { kind: 'unread', place, name: '', reason: 'image', detail };
  }
  const body = address.slice(comma + 1);
  const bytes = isBase64 ? Buffer.from(body, 'base64') : Buffer.from(percentDecoded(body), 'latin1');
  return { kind: 'part', place, name: '', mediaType: mediaType === '' ? 'text/plain' : mediaType, bytes };
}

/** One character a byte. */
function percentDecoded(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
