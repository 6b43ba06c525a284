/** Bytes of text that are copied word by word. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export function blockOf(bytes: Uint8Array): Block {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
}

/**
 * Copies the text from `start` to before `end` to the place `at`; gives the place behind it. For some hundred bytes at most: it is
 * done sooner than `set` is called. Eight bytes are moved as one number with a fraction, the only kind of that width that costs
 * nothing; numbers that are none might be changed on the way, but no eight bytes of UTF-8 are such a number. The last word
 * overlaps the one before instead of leaving a rest.
 */
export function copy({ view: source }: Block, start: number, end: number, { view: out }: Block, at: number): number {
  const width = end - start;
  if (width >= 8) {
    const last = end - 8;
    let to = at;
    for (let from = start; from < last; from += 8, to += 8) out.setFloat64(to, source.getFloat64(from, true), true);
    out.setFloat64(at + width - 8, source.getFloat64(last, true), true);
  } else if (width >= 4) {
    out.setInt32(at, source.getInt32(start, true), true);
    out.setInt32(at + width - 4, source.getInt32(end - 4, true), true);
  } else {
    for (let index = 0; index < width; index += 1) out.setUint8(at + index, source.getUint8(start + index));
  }
  return at + width;
}
