import { packagerFile } from '../compound/packager.ts';
import { mailLimits } from '../limits.ts';
import type { Piece } from '../piece.ts';
import type { Destination } from './destination.ts';

/** Collects what is packed into RTF in hexadecimal digits. */
export class PackedObjects {
  readonly #pieces: Piece[] = [];
  #digits: Buffer[] = [];
  #leftOut = 0;

  begin(destination: Destination): void {
    if (destination === 'object') this.#digits = [];
  }

  /** Whether the destination is not text. */
  takes(destination: Destination, bytes: Buffer): boolean {
    // Of pictures nothing is kept: they are only counted.
    if (destination === 'object') this.#digits.push(bytes);
    return (
      destination !== 'body' &&
      destination !== 'hidden' &&
      destination !== 'around' &&
      destination !== 'properties' &&
      destination !== 'html'
    );
  }

  end(destination: Destination): void {
    if (destination === 'picture')
      this.#add({ kind: 'unread', place: 'picture', name: '', reason: 'image', detail: 'a picture in the text' });
    if (destination !== 'object') return;
    const hex = Buffer.concat(this.#digits)
      .toString('latin1')
      .replaceAll(/[^\da-f]+/gi, '');
    this.#digits = [];
    this.#add(objectPiece(Buffer.from(hex, 'hex')));
  }

  pieces(): Piece[] {
    if (this.#leftOut === 0) return this.#pieces;
    const detail = `${this.#leftOut} more objects and pictures`;
    return [...this.#pieces, { kind: 'unread', place: 'objects', name: '', reason: 'too-many', detail }];
  }

  #add(piece: Piece): void {
    if (this.#pieces.length < mailLimits.partsOfMessage) this.#pieces.push(piece);
    else this.#leftOut += 1;
  }
}

/** An object as OLE 1.0 writes it (MS-OLEDS, section 2.2): class, two names, then the data of the program that made it. */
function objectPiece(bytes: Buffer): Piece {
  let at = 8;
  const text = (): string => {
    const length = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
    at += 4 + length;
    return bytes.toString('latin1', at - length, Math.min(at - 1, bytes.length));
  };
  const className = text();
  text();
  text();
  if (at + 4 > bytes.length || className.length > 100)
    return { kind: 'unread', place: 'object', name: '', reason: 'damaged', detail: 'a packed object that breaks off' };
  const native = bytes.subarray(at + 4, at + 4 + bytes.readUInt32LE(at));
  const file = className === 'Package' ? packagerFile(native) : undefined;
  return {
    kind: 'part',
    place: `object of ${className}`,
    name: file?.name ?? '',
    mediaType: '',
    bytes: file?.bytes ?? native,
  };
}
