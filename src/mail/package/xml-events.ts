import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { Unreadable } from '../unreadable.ts';

/** What stands in XML, in order. Names are without their prefix, because programs choose prefixes freely; attributes are found under both. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Elements within each other; Word's deepest documents have some hundreds. */
const deepest = 10_000;
const mostErrors = 100;

/**
 * Reads XML as it comes. Entities of a document type are never expanded, no external thing is loaded, and faults in the XML do not
 * stop the reading before there are many.
 *
 * @throws Unreadable if it is nested too deep or is no XML; what was told before stays good.
 */
export async function readXml(chunks: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ fragment: false, xmlns: false });
  let depth = 0;
  let errors = 0;
  parser.on('error', (error) => {
    errors += 1;
    if (errors > mostErrors) throw new Unreadable('damaged', `no good XML: ${error.message.slice(0, 200)}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new Unreadable('too-deep', `more than ${deepest} elements within each other`);
    listener.open(localName(name), localAttributes(attributes));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close(localName(name));
  });
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
  // What breaks off has told its parts already; that it broke off must not go unsaid.
  if (depth > 0) throw new Unreadable('damaged', `the XML breaks off within ${depth} elements`);
}

function encodingOf(first: Buffer): string {
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const local: Record<string, string> = Object.create(null) as Record<string, string>;
  // `id` and `r:id` stand on one element: the first is found under the short name, each under its own.
  for (const [name, value] of Object.entries(attributes)) {
    local[localName(name)] ??= value;
    local[name] = value;
  }
  return local;
}
