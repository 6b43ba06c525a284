import { decodeWords } from 'postal-mime';
import { decodeText } from '../charset.ts';

/** A header value such as `text/plain; charset=utf-8`. */
export interface ParameterizedValue {
  /** In lower case. */
  readonly value: string;
  /** By name in lower case; of several with one name the first. Continued and encoded ones (RFC 2231) are put together. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** `name=value` or `name="value"` with what stands between them; quotes that never close end with the text. */
const parameter = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gs;

/** Reads a header value with parameters. */
export function parameterized(text: string): ParameterizedValue {
  const value = (/^[^;\s(]*/.exec(text.trim())?.[0] ?? '').replaceAll('"', '').toLowerCase();
  const plain = new Map<string, string>();
  const sections = new Map<string, { number: number; encoded: boolean; text: string }[]>();
  for (const [, rawName = '', quoted, bare = ''] of text.slice(0, 65_536).matchAll(parameter)) {
    const name = rawName.toLowerCase();
    const content = quoted === undefined ? bare.trim() : quoted.replaceAll(/\\(.)/gs, '$1');
    const continued = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(name);
    if (continued === null) {
      if (!plain.has(name)) plain.set(name, content);
      continue;
    }
    const [, base = '', number, star] = continued;
    const list = sections.get(base) ?? [];
    list.push({ number: Number(number ?? 0), encoded: number === undefined || star === '*', text: content });
    sections.set(base, list);
  }
  for (const [name, list] of sections) plain.set(name, joined(list));
  return { value, parameters: plain };
}

/** A file name as parameters give it: words of RFC 2047 are met in them although no standard allows it. */
export function fileNameOf(disposition: ParameterizedValue, type: ParameterizedValue): string {
  return decodeWords(disposition.parameters.get('filename') ?? type.parameters.get('name') ?? '').trim();
}

function joined(list: { number: number; encoded: boolean; text: string }[]): string {
  const ordered = list.toSorted((one, other) => one.number - other.number);
  const charset = /^([^']*)'[^']*'/.exec(ordered[0]?.text ?? '')?.[1] ?? '';
  const parts = ordered.map(({ encoded, text }, index) => {
    const content = index === 0 && encoded ? text.replace(/^[^']*'[^']*'/, '') : text;
    return encoded
      ? Buffer.from(
          content.replaceAll(/%([0-9a-f]{2})|([^\0-\u00FF])/gi, (whole: string, hex?: string) =>
            hex === undefined ? Buffer.from(whole).toString('latin1') : String.fromCharCode(Number.parseInt(hex, 16)),
          ),
          'latin1',
        )
      : Buffer.from(content);
  });
  return decodeText(Buffer.concat(parts), charset);
}
