import type { KeyMaterial, Piece } from '../piece.ts';
import { BoundedText } from '../text/bounded-text.ts';
import { type ArmouredBlock, armouredBlocks } from './armour.ts';
import { certificateOf, certificatePiece } from './certificate.ts';
import { readOpensshKey } from './openssh-key.ts';
import { isOpenPgpKey, unarmoured } from './pgp-key.ts';
import { puttyKeys } from './putty-key.ts';

const mostBlocks = 5_000;

/** The pieces of a text with keys in it: what stands around the keys, then every key, certificate and encrypted message. */
export function keyTextPieces(text: string): Piece[] {
  const { blocks, rest: withoutBlocks } = armouredBlocks(text);
  const { keys, rest } = puttyKeys(withoutBlocks);
  const body = new BoundedText();
  body.append(rest.replaceAll(/\r\n?/g, '\n'));
  const pieces = body.pieces('body');
  blocks.slice(0, mostBlocks).forEach((block, index) => pieces.push(blockPiece(block, `block ${index + 1}`)));
  keys.slice(0, mostBlocks).forEach((key, index) => pieces.push({ kind: 'key', place: `key ${index + 1}`, key }));
  const left = Math.max(0, blocks.length - mostBlocks) + Math.max(0, keys.length - mostBlocks);
  if (left > 0)
    pieces.push({
      kind: 'unread',
      place: 'blocks',
      name: '',
      reason: 'too-many',
      detail: `${left} more keys or certificates`,
    });
  return pieces;
}

function blockPiece(block: ArmouredBlock, place: string): Piece {
  if (block.label === 'PGP MESSAGE')
    return { kind: 'unread', place, name: '', reason: 'encrypted', detail: 'a message encrypted with PGP' };
  if (!block.label.endsWith('CERTIFICATE')) return { kind: 'key', place, key: keyOf(block) };
  const certificate = certificateOf(Buffer.from(block.text.replace(/(?:TRUSTED|X509) CERTIFICATE/g, 'CERTIFICATE')));
  return certificate === undefined
    ? { kind: 'text', place, text: block.text }
    : certificatePiece(certificate, place.replace('block', 'certificate'));
}

function keyOf({ label, text }: ArmouredBlock): KeyMaterial {
  const bytes = Buffer.from(text);
  if (label === 'OPENSSH PRIVATE KEY') {
    const key = readOpensshKey(text);
    return {
      format: 'ssh-private-key',
      isProtected: key !== undefined && key.cipher !== 'none',
      thumbprints: [],
      bytes,
    };
  }
  if (label.startsWith('PGP '))
    return { format: 'pgp-private-key', isProtected: !isOpenPgpKey(unarmoured(text)), thumbprints: [], bytes };
  const isProtected =
    label.startsWith('ENCRYPTED') || label.startsWith('SSH2 ENCRYPTED') || /^Proc-Type: 4,ENCRYPTED/m.test(text);
  return { format: 'private-key', isProtected, thumbprints: [], bytes };
}
