import type { Piece } from '../piece.ts';
import { TextLayout } from '../text/text-layout.ts';
import type { XmlListener } from './xml-events.ts';

/** Elements whose text is shown. */
const shown = new Set(['t', 'delText', 'instrText', 'delInstrText', 'text']);
const isOff = (value: string | undefined) => value === '0' || value === 'false' || value === 'off';

/**
 * The text of WordprocessingML and DrawingML, which call paragraphs, runs and cells by the same names. Visible text, text boxes and
 * hidden text (deleted in tracked changes, formatted as hidden, field codes, alternative texts) are kept apart.
 */
export class RunningText implements XmlListener {
  readonly #visible = new TextLayout();
  readonly #boxes = new TextLayout();
  readonly #hidden = new TextLayout();
  #element = '';
  #boxDepth = 0;
  #fallbackDepth = 0;
  #runDepth = 0;
  #isVanished = false;
  #kind = 'shown';
  #isShown = true;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#element = name;
    const layout = this.#layout();
    switch (name) {
      case 'sld':
        this.#isShown = !isOff(attributes.show);
        break;
      case 'p':
      case 'comment':
      case 'threadedComment':
        layout.break();
        this.#hidden.break();
        break;
      case 'r':
        this.#runDepth += 1;
        this.#isVanished = false;
        break;
      case 'vanish':
      case 'webHidden':
        if (this.#runDepth > 0) this.#isVanished = !isOff(attributes.val);
        break;
      case 'tab':
        // Of a run; tab stops in paragraph properties are called the same.
        if (this.#runDepth > 0) layout.write('\t');
        break;
      case 'br':
      case 'cr':
        layout.break();
        break;
      case 'noBreakHyphen':
        layout.write('-');
        break;
      case 'tbl':
        layout.openTable();
        break;
      case 'tr':
        layout.openRow();
        break;
      case 'tc':
        layout.openCell();
        break;
      case 'txbxContent':
        this.#boxDepth += 1;
        this.#boxes.break();
        break;
      case 'Fallback':
        this.#fallbackDepth += 1;
        break;
      case 'fldSimple':
        this.aside(attributes.instr);
        break;
      case 'docPr':
      case 'cNvPr':
        this.aside(attributes.descr);
        this.aside(attributes.title);
        break;
      default:
        break;
    }
  }

  close(name: string): void {
    this.#element = '';
    if (name === 'r') this.#runDepth = Math.max(0, this.#runDepth - 1);
    else if (name === 'p') this.#layout().break();
    else if (name === 'tr') this.#layout().closeRow();
    else if (name === 'tbl') this.#layout().closeTable();
    else if (name === 'txbxContent') this.#boxDepth = Math.max(0, this.#boxDepth - 1);
    else if (name === 'Fallback') this.#fallbackDepth = Math.max(0, this.#fallbackDepth - 1);
  }

  text(text: string): void {
    if (!shown.has(this.#element)) return;
    const isCode = this.#element.endsWith('nstrText');
    const kind = this.#element === 'delText' ? 'deleted' : isCode ? 'code' : this.#isVanished ? 'vanished' : 'shown';
    // Runs of one kind are one text, hidden things of different kinds are not.
    if (kind !== this.#kind) this.#hidden.break();
    this.#kind = kind;
    if (kind === 'shown') this.#layout().write(text);
    else this.#hidden.write(text);
  }

  /** A text beside the document's own, such as an alternative text or a link. */
  aside(text: string | undefined): void {
    if (text === undefined || text === '') return;
    this.#hidden.break();
    this.#hidden.write(text);
    this.#hidden.break();
  }

  pieces(shownPlace: string): Piece[] {
    const place = this.#isShown ? shownPlace : `${shownPlace} (hidden)`;
    const of = (what: string) => (place === 'body' ? what : `${what} of ${place}`);
    return [
      ...this.#visible.text.pieces(place),
      ...this.#boxes.text.pieces(of('text boxes')),
      ...this.#hidden.text.pieces(of('hidden text')),
    ];
  }

  /** What old programs are shown in place of a drawing repeats it: kept, but not as text that a reader sees twice. */
  #layout(): TextLayout {
    if (this.#fallbackDepth > 0 || this.#isVanished) return this.#hidden;
    return this.#boxDepth > 0 ? this.#boxes : this.#visible;
  }
}
