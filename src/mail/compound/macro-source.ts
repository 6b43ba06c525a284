import { BoundedText } from '../text/bounded-text.ts';
import { decode } from '../text/decode-text.ts';
import type { CompoundFile } from './compound-file.ts';

const chunkBytes = 4096;
/** How the packed source of every module begins: `Attribute`, with a byte of flags before each eight letters. */
const moduleStart = Buffer.from('\0Attribut\0e', 'latin1');

/** The source of all macros in a compound file. Connection strings and passwords of sheets stand there in plain words. */
export function macroSource(file: CompoundFile): BoundedText {
  const text = new BoundedText();
  for (const entry of file.entries.filter(({ isStorage }) => !isStorage)) {
    const content = file.stream(entry);
    const at = content.indexOf(moduleStart);
    // The flags follow one byte of signature and two of length.
    if (at >= 3)
      text.append(`${decode(unpackedMacro(content.subarray(at - 3)), 'windows-1252').replaceAll(/\r\n?/g, '\n')}\n`);
  }
  return text;
}

/** Unpacks what Visual Basic packs (MS-OVBA, 2.4.1), up to where it is damaged. */
export function unpackedMacro(packed: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 1; at + 2 < packed.length; ) {
    const head = packed.readUInt16LE(at);
    const end = Math.min(at + (head & 0x0fff) + 3, packed.length);
    // Three bits of every head are always the same.
    if (((head >> 12) & 7) !== 3) break;
    chunks.push(head >> 15 === 0 ? packed.subarray(at + 2, end) : unpackedChunk(packed.subarray(at + 2, end)));
    at = end;
  }
  return Buffer.concat(chunks);
}

function unpackedChunk(packed: Buffer): Buffer {
  const out = Buffer.alloc(chunkBytes);
  let length = 0;
  for (let at = 0; at < packed.length; ) {
    const flags = packed[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < packed.length && length < chunkBytes; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        out[length] = packed[at] ?? 0;
        length += 1;
        at += 1;
        continue;
      }
      if (at + 2 > packed.length) return out.subarray(0, length);
      const token = packed.readUInt16LE(at);
      at += 2;
      // The more there is to point back to, the more bits say where, and the fewer how much.
      const offsetBits = Math.max(4, Math.ceil(Math.log2(Math.max(length, 1))));
      const count = (token & (0xffff >> offsetBits)) + 3;
      const back = (token >> (16 - offsetBits)) + 1;
      if (back > length) return out.subarray(0, length);
      for (let copied = 0; copied < count && length < chunkBytes; copied += 1) {
        out[length] = out[length - back] ?? 0;
        length += 1;
      }
    }
  }
  return out.subarray(0, length);
}
