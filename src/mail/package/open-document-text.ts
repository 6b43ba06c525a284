import type { Piece } from '../piece.ts';
import { tellingLink } from '../text/telling-link.ts';
import { TextLayout } from '../text/text-layout.ts';
import type { XmlListener } from './xml-events.ts';

const mostRepeated = 256;

/** The text of OpenDocument: sheets and slides under their names, deleted and hidden text apart. */
export class OpenDocumentText implements XmlListener {
  readonly #layouts = new Map<string, TextLayout>();
  readonly #hidden = new TextLayout();
  #place = '';
  #placeBefore = '';
  #tableDepth = 0;
  #textDepth = 0;
  #hiddenDepth = 0;
  #slides = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'spreadsheet':
        this.#place = 'sheet';
        break;
      case 'table':
        this.#tableDepth += 1;
        if (this.#place.startsWith('sheet') && this.#tableDepth === 1) this.#place = `sheet ${attributes.name ?? ''}`;
        this.#layout().openTable();
        break;
      case 'table-row':
        this.#layout().openRow();
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#cells(Number(attributes['number-columns-repeated'] ?? 1));
        if (attributes.formula?.includes('"') === true) this.#aside(attributes.formula);
        break;
      case 'page':
        this.#slides += 1;
        this.#place = `slide ${this.#slides}`;
        break;
      case 'notes':
        this.#placeBefore = this.#place;
        this.#place = `notes ${this.#slides}`;
        break;
      case 'deletion':
      case 'hidden-text':
      case 'hidden-paragraph':
        this.#hiddenDepth += 1;
        this.#aside(attributes['string-value']);
        break;
      case 'p':
      case 'h':
        this.#textDepth += 1;
        this.#layout().break();
        break;
      case 's':
        this.#layout().write(' '.repeat(Math.min(Number(attributes.c ?? 1) || 1, mostRepeated)));
        break;
      case 'tab':
        this.#layout().write('\t');
        break;
      case 'line-break':
        this.#layout().break();
        break;
      case 'a':
        this.#aside(tellingLink(attributes.href ?? ''));
        break;
      default:
        break;
    }
  }

  close(name: string): void {
    if (name === 'p' || name === 'h') {
      this.#layout().break();
      this.#textDepth -= 1;
    } else if (name === 'table-row') this.#layout().closeRow();
    else if (name === 'table') {
      this.#tableDepth -= 1;
      this.#layout().closeTable();
    } else if (name === 'deletion' || name === 'hidden-text' || name === 'hidden-paragraph') this.#hiddenDepth -= 1;
    else if (name === 'notes') this.#place = this.#placeBefore;
    else if (name === 'title' || name === 'desc') this.#hidden.break();
  }

  text(text: string): void {
    if (this.#textDepth > 0) this.#layout().write(text.replaceAll(/[ \t\r\n]+/g, ' '));
    // Alternative texts of pictures stand outside of paragraphs.
    else if (text.trim() !== '') this.#hidden.flow(text);
  }

  pieces(body: string): Piece[] {
    const pieces = [...this.#layouts].flatMap(([place, layout]) => layout.text.pieces(place === '' ? body : place));
    return [...pieces, ...this.#hidden.text.pieces(body === 'body' ? 'hidden text' : `hidden text of ${body}`)];
  }

  #cells(repeated: number): void {
    const count = Number.isInteger(repeated) ? Math.min(Math.max(repeated, 1), mostRepeated) : 1;
    for (let cell = 0; cell < count; cell += 1) this.#layout().openCell();
  }

  #aside(text: string | undefined): void {
    if (text === undefined || text === '') return;
    this.#hidden.break();
    this.#hidden.write(text);
    this.#hidden.break();
  }

  #layout(): TextLayout {
    if (this.#hiddenDepth > 0) return this.#hidden;
    const layout = this.#layouts.get(this.#place) ?? new TextLayout();
    this.#layouts.set(this.#place, layout);
    return layout;
  }
}
