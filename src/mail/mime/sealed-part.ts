import type { Opaque } from '../known-format.ts';
import { isOpaqueSigned, signedContent } from './opaque-signed.ts';

/** Object identifiers of PKCS #7 (RFC 5652) as they stand in the bytes: enveloped data and its authenticated kind. */
const enveloped = [Buffer.from('06092a864886f70d010703', 'hex'), Buffer.from('060b2a864886f70d0109100117', 'hex')];

/** Why a part of a message cannot be read although its bytes are there: sealed for somebody else, or packed by Outlook. */
export function sealedPart(mediaType: string, smimeType: string, name: string, bytes: Buffer): Opaque | undefined {
  if (/^application\/(?:x-)?pkcs7-mime$/.test(mediaType) || /\.p7m$/i.test(name)) {
    const head = bytes.subarray(0, 64);
    if (/enveloped/.test(smimeType) || enveloped.some((identifier) => head.includes(identifier)))
      return { reason: 'encrypted', detail: 'S/MIME encrypted' };
    if (isOpaqueSigned(bytes) && signedContent(bytes) === undefined)
      return { reason: 'unknown-format', detail: 'S/MIME signed in one piece, with a text that cannot be found' };
  }
  const isPgp = mediaType !== 'text/plain' && bytes.subarray(0, 200).includes('-----BEGIN PGP MESSAGE-----');
  if (mediaType === 'application/pgp-encrypted' || isPgp) return { reason: 'encrypted', detail: 'PGP encrypted' };
  if (/rpmsg/.test(mediaType) || /\.rpmsg$/i.test(name))
    return { reason: 'encrypted', detail: 'protected by Microsoft Purview (rpmsg)' };
  if (mediaType === 'application/ms-tnef' || bytes.subarray(0, 4).equals(Buffer.from('789f3e22', 'hex')))
    return { reason: 'unknown-format', detail: 'TNEF (winmail.dat): attachments and text that Outlook packed' };
  return undefined;
}

/** The message within a part that is signed in one piece, as a message of its own. */
export function unsealed(mediaType: string, bytes: Buffer): { readonly mediaType: string; readonly bytes: Buffer } {
  const content = isOpaqueSigned(bytes) ? signedContent(bytes) : undefined;
  return content === undefined ? { mediaType, bytes } : { mediaType: 'message/rfc822', bytes: content };
}
