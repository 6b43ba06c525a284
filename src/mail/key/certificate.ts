import { X509Certificate } from 'node:crypto';
import type { Piece } from '../piece.ts';

/** A certificate from PEM or DER; undefined if the bytes are none. */
export function certificateOf(bytes: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
}

/** SHA-1 in upper-case hex without colons, as Entra shows it. */
export function thumbprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint.replaceAll(':', '');
}

/** A certificate is no secret, but its subject and thumbprint say which application it opens. */
export function certificatePiece(certificate: X509Certificate, place: string): Piece {
  const subject = certificate.subject.split('\n').join(', ');
  return { kind: 'text', place, text: `certificate of ${subject}\nthumbprint ${thumbprintOf(certificate)}` };
}
