import type { Opaque } from '../known-format.ts';

/** Object identifiers of PKCS #7 (RFC 5652) as they stand in the bytes: enveloped data and its authenticated kind. */
const enveloped = [Buffer.from('06092a864886f70d010703', 'hex'), Buffer.from('060b2a864886f70d0109100117', 'hex')];

/** Why a part of a message cannot be read although its bytes are there: sealed for somebody else, or packed by Outlook. */
export function sealedPart(mediaType: string, smimeType: string, name: string, bytes: Buffer): Opaque | undefined {
  if (/^application\/(?:x-)?pkcs7-mime$/.test(mediaType) || /\.p7m$/i.test(name)) {
    const head = bytes.subarray(0, 64);
    if (/enveloped/.test(smimeType) || enveloped.some((identifier) => head.includes(identifier)))
      return { reason: 'encrypted', detail: 'S/MIME encrypted' };
  }
  const isPgp = mediaType !== 'text/plain' && bytes.subarray(0, 200).includes('-----BEGIN PGP MESSAGE-----');
  if (mediaType === 'application/pgp-encrypted' || isPgp) return { reason: 'encrypted', detail: 'PGP encrypted' };
  if (/rpmsg/.test(mediaType) || /\.rpmsg$/i.test(name))
    return { reason: 'encrypted', detail: 'protected by Microsoft Purview (rpmsg)' };
  if (mediaType === 'application/ms-tnef' || bytes.subarray(0, 4).equals(Buffer.from('789f3e22', 'hex')))
    return { reason: 'unknown-format', detail: 'TNEF (winmail.dat): attachments and text that Outlook packed' };
  return undefined;
}
