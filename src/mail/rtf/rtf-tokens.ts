/** What stands in RTF, in order. */
export interface RtfListener {
  openGroup(): void;
  closeGroup(): void;
  /** A control word with its number, or a control symbol. `'` comes with the byte. */
  control(word: string, parameter: number | undefined): void;
  text(bytes: Buffer): void;
}

const longestWord = 40;

/** Reads RTF once from left to right, without recursion. What follows the last closing brace is read as well. */
export function readRtf(bytes: Buffer, listener: RtfListener): void {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === 0x7b) {
      listener.openGroup();
      at += 1;
    } else if (byte === 0x7d) {
      listener.closeGroup();
      at += 1;
    } else if (byte === 0x5c) at = readControl(bytes, at + 1, listener);
    else if (byte === 0x0d || byte === 0x0a || byte === 0) at += 1;
    else {
      let end = at + 1;
      while (end < bytes.length && !isSpecial(bytes[end])) end += 1;
      listener.text(bytes.subarray(at, end));
      at = end;
    }
  }
}

function isSpecial(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x7d || byte === 0x5c || byte === 0x0d || byte === 0x0a || byte === 0;
}

/** @returns Where the next token begins. */
function readControl(bytes: Buffer, start: number, listener: RtfListener): number {
  let at = start;
  while (at < bytes.length && at - start < longestWord && isLetter(bytes[at])) at += 1;
  if (at === start) {
    const symbol = String.fromCharCode(bytes[start] ?? 0x20);
    if (symbol !== "'") {
      listener.control(symbol, undefined);
      return start + 1;
    }
    const value = Number.parseInt(bytes.toString('latin1', start + 1, start + 3), 16);
    if (Number.isNaN(value)) return start + 1;
    listener.control("'", value);
    return start + 3;
  }
  const word = bytes.toString('latin1', start, at);
  const numberStart = at;
  if (bytes[at] === 0x2d) at += 1;
  while (at < bytes.length && at - numberStart < 11 && isDigit(bytes[at])) at += 1;
  const number = Number(bytes.toString('latin1', numberStart, at));
  const parameter = at === numberStart || Number.isNaN(number) ? undefined : number;
  if (bytes[at] === 0x20) at += 1;
  // Bytes that are no text at all follow, as many as it says.
  if (word === 'bin') return at + Math.min(Math.max(parameter ?? 0, 0), bytes.length - at);
  listener.control(word, parameter);
  return at;
}

function isLetter(byte = 0): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
