/** The parts of a multipart body, and what stands before the first and behind the last, where mail programs show nothing. */
export interface Multipart {
  readonly parts: readonly Buffer[];
  readonly outside: readonly Buffer[];
  /** Parts beyond the bound, which are not in `parts`. */
  readonly tooMany: number;
}

const newline = 0x0a;

/** Finds the parts between the delimiters (RFC 2046). One that is never closed ends with the body. */
export function splitMultipart(body: Buffer, boundary: string, partsAtMost: number): Multipart {
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Buffer[] = [];
  const outside: Buffer[] = [];
  let tooMany = 0;
  let isInside = false;
  let from = 0;
  const close = (end: number): void => {
    if (!isInside) outside.push(body.subarray(from, end));
    else if (parts.length < partsAtMost) parts.push(body.subarray(from, end));
    else tooMany += 1;
  };
  for (let at = body.indexOf(delimiter); at !== -1; ) {
    const line = delimiterLine(body, at, delimiter.length);
    if (line === undefined) {
      // It can only stand at the beginning of a line, so that the rest of this one need not be searched.
      const lineEnd = body.indexOf(newline, at);
      at = lineEnd === -1 ? -1 : body.indexOf(delimiter, lineEnd);
      continue;
    }
    close(Math.max(from, line.start));
    isInside = !line.isLast;
    from = line.end;
    at = body.indexOf(delimiter, line.end);
  }
  close(body.length);
  return { parts, outside: outside.filter((bytes) => bytes.length > 0), tooMany };
}

interface DelimiterLine {
  readonly isLast: boolean;
  /** The line break before it belongs to it. */
  readonly start: number;
  /** Behind its own line break. */
  readonly end: number;
}

function delimiterLine(body: Buffer, start: number, length: number): DelimiterLine | undefined {
  if (start > 0 && body[start - 1] !== newline) return undefined;
  let at = start + length;
  const isLast = body[at] === 0x2d && body[at + 1] === 0x2d;
  if (isLast) at += 2;
  while (body[at] === 0x20 || body[at] === 0x09 || body[at] === 0x0d) at += 1;
  // A last delimiter is one whatever follows, because some programs forget the line break.
  if (at < body.length && body[at] !== newline && !isLast) return undefined;
  const breakBefore = start === 0 ? 0 : body[start - 2] === 0x0d ? 2 : 1;
  return { isLast, start: start - breakBefore, end: body[at] === newline ? at + 1 : at };
}
