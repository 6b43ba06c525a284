import { TextDecoder } from 'node:util';

/** Takes off the byte order mark and turns UTF-16 of either order into UTF-8; UTF-8 passes through untouched. */
export async function* decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let body = chunk;
    if (head !== undefined) {
      body = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      if (body.length < 4) {
        head = body;
        continue;
      }
      head = undefined;
      const { encoding, skip } = encodingOf(body);
      if (encoding !== 'utf-8') decoder = new TextDecoder(encoding);
      body = body.subarray(skip);
    }
    if (decoder === undefined) yield body;
    else yield Buffer.from(decoder.decode(body, { stream: true }), 'utf8');
  }
  if (head !== undefined && head.length > 0) {
    const { encoding, skip } = encodingOf(head);
    yield Buffer.from(new TextDecoder(encoding).decode(head.subarray(skip)), 'utf8');
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield Buffer.from(rest, 'utf8');
}

function encodingOf(start: Buffer): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; skip: number } {
  const [a = -1, b = -1, c = -1] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  // Without a mark: the exports begin with ASCII, so one byte of the first two characters is zero.
  if (a > 0 && b === 0 && start[3] === 0) return { encoding: 'utf-16le', skip: 0 };
  if (a === 0 && b > 0 && c === 0) return { encoding: 'utf-16be', skip: 0 };
  return { encoding: 'utf-8', skip: 0 };
}
