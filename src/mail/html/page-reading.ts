import { mailLimits } from '../limits.ts';
import type { Piece } from '../piece.ts';
import { tellingLink } from '../text/telling-link.ts';
import { TextLayout } from '../text/text-layout.ts';
import { dataAddressPiece } from './data-address.ts';
import { type HtmlListener, readHtmlTokens } from './html-tokens.ts';
import { OpenElements } from './open-elements.ts';
import { isUnseen } from './style.ts';

const wanted = new Set(
  'style hidden href src alt title value type color bgcolor placeholder content background data srcdoc'.split(' '),
);
const blocks = new Set(
  `address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hr li main menu nav ol optgroup option p pre section summary ul`.split(/\s+/),
);
const linkTextCharacters = 16_384;

/** Reads one page: what a person sees, what is hidden, and what is packed into it. */
class PageReading implements HtmlListener {
  readonly #visible = new TextLayout();
  readonly #hidden = new TextLayout();
  readonly #packed: Piece[] = [];
  readonly #open = new OpenElements();
  #packedLeftOut = 0;
  #link: { readonly href: string; text: string } | undefined;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#open.open(name, attributes);
    this.#layout(name, true);
    if (attributes.size === 0 && name !== 'a') return;
    for (const key of ['alt', 'title', 'value', 'placeholder', 'content', 'srcdoc']) this.#aside(attributes.get(key));
    for (const key of ['src', 'href', 'background', 'data'])
      this.#address(attributes.get(key), key === 'href' && name === 'a');
  }

  close(name: string): void {
    if (name === 'a') this.#endLink();
    this.#open.close(name);
    this.#layout(name, false);
  }

  text(text: string): void {
    const { isStyle, isAside, isPreformatted, visibility } = this.#open;
    if (isStyle) return;
    if (isAside || isUnseen(visibility)) {
      this.#hidden.flow(text);
      return;
    }
    if (this.#link !== undefined && this.#link.text.length < linkTextCharacters) this.#link.text += text;
    // Two hidden texts with something visible between them are not one word.
    this.#hidden.break();
    if (!isPreformatted) this.#visible.flow(text);
    else this.#visible.write(text.replaceAll(/\r\n?/g, '\n'));
  }

  comment(text: string): void {
    if (!this.#open.isStyle) this.#aside(text);
  }

  pieces(): Piece[] {
    this.#endLink();
    const left = this.#packedLeftOut;
    return [
      ...this.#visible.text.pieces('body'),
      ...this.#hidden.text.pieces('hidden text'),
      ...this.#packed,
      ...(left === 0 ? [] : [tooMany(left)]),
    ];
  }

  #layout(name: string, opens: boolean): void {
    if (name === 'table') {
      if (opens) this.#visible.openTable();
      else this.#visible.closeTable();
    } else if (name === 'tr') {
      if (opens) this.#visible.openRow();
      else this.#visible.closeRow();
    } else if (name === 'td' || name === 'th') {
      if (opens) this.#visible.openCell();
      this.#hidden.flow(' ');
      return;
    } else if (!blocks.has(name)) return;
    else this.#visible.break();
    this.#hidden.break();
  }

  #aside(text: string | undefined): void {
    if (text === undefined || text.trim() === '') return;
    this.#hidden.break();
    this.#hidden.flow(text);
    this.#hidden.break();
  }

  #address(address: string | undefined, isLink: boolean): void {
    if (address === undefined) return;
    if (isLink) {
      this.#endLink();
      this.#link = { href: address, text: '' };
    }
    if (!/^\s*data:/i.test(address.slice(0, 64))) {
      if (!isLink) this.#aside(tellingLink(address));
      return;
    }
    const piece = dataAddressPiece(address, `packed item ${this.#packed.length + 1}`);
    if (piece === undefined) this.#aside(address);
    else if (this.#packed.length < mailLimits.partsOfMessage) this.#packed.push(piece);
    else this.#packedLeftOut += 1;
  }

  #endLink(): void {
    const target = this.#link === undefined ? undefined : tellingLink(this.#link.href);
    const shown = this.#link?.text.trim();
    this.#link = undefined;
    if (target !== undefined && target !== shown) this.#visible.flow(` ${target} `);
  }
}

function tooMany(count: number): Piece {
  const detail = `${count} more packed items`;
  return { kind: 'unread', place: 'packed items', name: '', reason: 'too-many', detail };
}

/** The pieces of an HTML page: `body`, `hidden text`, then what is packed into `data:` addresses. */
export function htmlPieces(html: string): Piece[] {
  const reading = new PageReading();
  readHtmlTokens(html, wanted, reading);
  return reading.pieces();
}
