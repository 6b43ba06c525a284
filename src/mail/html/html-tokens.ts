import { QuoteType, Tokenizer } from 'htmlparser2';

/** What stands in a page, in order. Names are in lower case; entities are decoded in text and attributes. */
export interface HtmlListener {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
  comment(text: string): void;
}

/** Most tags have none. */
const none = new Map<string, string>();

/**
 * Reads a page once from left to right. The tokenizer is used without its parser, which keeps every open element on a stack and
 * searches it at every closing tag: a hostile page could make that quadratic.
 *
 * @param wanted Attributes to tell; others are skipped, so that a tag with a million of them costs nothing.
 */
export function readHtmlTokens(html: string, wanted: ReadonlySet<string>, listener: HtmlListener): void {
  let name = '';
  let attribute = '';
  let value = '';
  let attributes = none;
  const opened = () => listener.open(name, attributes);
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attributes = none;
      },
      onattribname: (start, end) => {
        attribute = end - start > 32 ? '' : html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        if (wanted.has(attribute)) value += html.slice(start, end);
      },
      onattribentity: (code) => {
        if (wanted.has(attribute)) value += String.fromCodePoint(code);
      },
      onattribend: (quote) => {
        if (!wanted.has(attribute) || attributes.has(attribute)) return;
        if (attributes === none) attributes = new Map();
        attributes.set(attribute, quote === QuoteType.NoValue ? '' : value);
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => listener.close(html.slice(start, end).toLowerCase()),
      ontext: (start, end) => listener.text(html.slice(start, end)),
      ontextentity: (code) => listener.text(String.fromCodePoint(code)),
      oncomment: (start, end, offset) => listener.comment(html.slice(start, end - offset)),
      oncdata: (start, end, offset) => listener.text(html.slice(start, end - offset)),
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
