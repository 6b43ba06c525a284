import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { utf7 } from './utf7.ts';

/** Names that mail uses for character sets which the Encoding Standard knows by another one, without dashes and `x-`. */
const otherNames = new Map([
  ['cp932', 'shift_jis'],
  ['mskanji', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['eucjp', 'euc-jp'],
  ['euckr', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['cp20866', 'koi8-r'],
  ['cp28591', 'windows-1252'],
  ['cp65001', 'utf-8'],
  ['macroman', 'macintosh'],
]);

/** Names that say nothing about what the bytes are. */
const saysNothing = /^(?:|us-ascii|ascii|ansi_x3\.4-1968|unknown-8bit|x-unknown|binary|default|none)$/;

const utf8 = new TextDecoder('utf-8');
const decoders = new Map<string, TextDecoder | undefined>();

/**
 * Text of the bytes. Never fails and drops no byte for being none of the character set: what the name says is tried first, then what
 * the bytes look like, in the end Windows-1252, which has a character for every byte.
 *
 * @param charset as the outside names it; '' if it does not.
 */
export function decodeText(bytes: Buffer, charset: string): string {
  const name = charset.trim().toLowerCase().slice(0, 40);
  if (/^(?:unicode-1-1-|x-unicode-2-0-)?utf-?7$/.test(name)) return utf7(bytes.toString('latin1'));
  const claimed = saysNothing.test(name) ? undefined : decoderOf(name);
  if (claimed === undefined || claimed.encoding === 'utf-8') return byLook(bytes);
  const text = claimed.decode(bytes);
  // UTF-8 under another name is common in mail that a program sent; what decodes badly is not what it is said to be.
  return text.includes('\uFFFD') ? byLook(bytes, text) : text;
}

/** What the bytes look like: UTF-16 by its mark, UTF-8 if it is that, else `otherwise` or Windows-1252. */
function byLook(bytes: Buffer, otherwise?: string): string {
  if (isAscii(bytes)) return otherwise ?? bytes.toString('latin1');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = utf8.decode(bytes);
  if (!text.includes('\uFFFD')) return text;
  // With a true character of several bytes in it, it is UTF-8 with damage; without, another character set.
  if (otherwise === undefined && /[\u0080-\uFFFC]/.test(text)) return text;
  return otherwise ?? new TextDecoder('windows-1252').decode(bytes);
}

function decoderOf(name: string): TextDecoder | undefined {
  if (decoders.has(name)) return decoders.get(name);
  const plain = name.replace(/^(?:x-|cs)/, '').replaceAll(/[-_\s]/g, '');
  const found = [name, otherNames.get(plain), otherNames.get(plain.replace(/^(?:windows|ms|ibm)/, 'cp')), plain]
    .filter((label) => label !== undefined)
    .map(decoderNamed)
    .find((decoder) => decoder !== undefined);
  // Names come from outside: only as many are remembered as honest mail uses.
  if (decoders.size < 200) decoders.set(name, found);
  return found;
}

function decoderNamed(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
