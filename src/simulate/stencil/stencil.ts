import type { Block } from './block.ts';
import { blockOf, copy } from './block.ts';
import { slotNeeds } from './need.ts';
import { slotWidths, standIns } from './slot.ts';
import type { Values } from './values.ts';

/** A record as it is written, with holes; values of fixed width are patched in, the others stand between two segments. */
export interface Stencil {
  readonly segments: readonly Segment[];
  /** Bits of `need`. */
  readonly needs: number;
  /** Longest possible record, as long as no value of open width is longer than `openWidth`. */
  readonly most: number;
}

interface Segment {
  readonly text: Block;
  /** Pairs of slot and offset. */
  readonly patches: Int32Array;
  /** The slot whose value follows; -1 after the last segment. */
  readonly next: number;
}

/** No value of open width is longer. */
const openWidth = 128;

// The longest first, because some stand-ins begin with others.
const holes = new RegExp(
  standIns
    .toSorted((left, right) => right.length - left.length)
    .map((standIn) => standIn.replaceAll(/[.\\/()]/g, '\\$&'))
    .join('|'),
  'g',
);
const slotOf = new Map(standIns.map((standIn, index) => [standIn, index]));

/** Cuts the text of a record at the stand-ins. */
export function cutStencil(text: string): Stencil {
  const segments: Segment[] = [];
  let pending = '';
  let patches: number[] = [];
  let most = 0;
  let needs = 0;
  const close = (next: number) => {
    const bytes = new Uint8Array(Buffer.from(pending, 'utf8'));
    segments.push({ text: blockOf(bytes), patches: Int32Array.from(patches), next });
    most += bytes.length + (next === -1 ? 0 : openWidth);
    pending = '';
    patches = [];
  };
  let from = 0;
  for (const match of text.matchAll(holes)) {
    pending += text.slice(from, match.index);
    from = match.index + match[0].length;
    const slot = slotOf.get(match[0]) ?? -1;
    const width = slotWidths[slot] ?? 0;
    needs |= slotNeeds[slot] ?? 0;
    if (width === 0) {
      close(slot);
    } else {
      patches.push(slot, Buffer.byteLength(pending, 'utf8'));
      pending += ' '.repeat(width);
    }
  }
  pending += text.slice(from);
  close(-1);
  return { segments, needs, most };
}

/** A record without stand-ins. */
export function plainStencil(text: string): Stencil {
  const bytes = new Uint8Array(Buffer.from(text, 'utf8'));
  const segment = { text: blockOf(bytes), patches: new Int32Array(), next: -1 };
  return { segments: [segment], needs: 0, most: bytes.length };
}

/** Copying fewer bytes word by word is done sooner than calling for it. */
const worthACall = 256;

/** Writes a record; gives the place behind it. There must be room for `most` bytes. */
export function fillStencil({ segments }: Stencil, values: Values, out: Block, start: number): number {
  const { block, starts, ends } = values;
  let at = start;
  for (let number = 0; number < segments.length; number += 1) {
    const segment = segments[number];
    if (segment === undefined) break;
    const { text, patches, next } = segment;
    const { length } = text.bytes;
    if (length < worthACall) copy(text, 0, length, out, at);
    else out.bytes.set(text.bytes, at);
    for (let index = 0; index < patches.length; index += 2) {
      const slot = patches[index] ?? 0;
      copy(block, starts[slot] ?? 0, ends[slot] ?? 0, out, at + (patches[index + 1] ?? 0));
    }
    at += length;
    if (next !== -1) at = copy(block, starts[next] ?? 0, ends[next] ?? 0, out, at);
  }
  return at;
}
