import { wideEncoding } from './decode-text.ts';

/** Whether the first bytes are text of some encoding: no zeros outside of UTF-16, and hardly any control characters. */
export function isPlainText(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  if (wideEncoding(head) !== undefined) return true;
  const controls = head.reduce(
    (count, byte) => count + (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b ? 1 : 0),
    0,
  );
  return !head.includes(0) && controls * 100 <= head.length;
}
