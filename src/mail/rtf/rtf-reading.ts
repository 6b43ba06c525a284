import { mailLimits } from '../limits.ts';
import type { Piece } from '../piece.ts';
import { BoundedText } from '../text/bounded-text.ts';
import { decode } from '../text/decode-text.ts';
import { TextLayout } from '../text/text-layout.ts';
import { encodingOfFont, encodingOfPage } from './code-page.ts';
import { type Destination, destinationOf } from './destination.ts';
import { PackedObjects } from './packed-objects.ts';
import { readRtf, type RtfListener } from './rtf-tokens.ts';
import { signs } from './signs.ts';

/** Groups within each other; Word's deepest have about a hundred. */
const deepest = 10_000;

/** What holds until the group ends. */
interface Group {
  readonly destination: Destination;
  readonly encoding: string;
  /** Characters after `\u` that repeat it for old programs. */
  readonly repeats: number;
  readonly isHidden: boolean;
  /** Between `\htmlrtf` and `\htmlrtf0`: only for programs that do not take the page out again. */
  readonly isRtfOnly: boolean;
}

/** Reads one RTF document (version 1.9.1) and the page packed into it if there is one (MS-OXRTFEX). */
class RtfReading implements RtfListener {
  readonly #body = new TextLayout();
  readonly #hidden = new TextLayout();
  readonly #around = new TextLayout();
  readonly #properties = new TextLayout();
  readonly #html = new BoundedText();
  readonly #packed = new PackedObjects();
  readonly #fonts = new Map<number, string>();
  readonly #groups: Group[] = [];
  #group: Group = { destination: 'body', encoding: 'windows-1252', repeats: 1, isHidden: false, isRtfOnly: false };
  #documentEncoding = 'windows-1252';
  #font = 0;
  #isPage = false;
  #isIgnorable = false;
  #isInRow = false;
  #skip = 0;
  #groupsTooDeep = 0;
  #wasTooDeep = false;
  #bytes: Buffer[] = [];

  openGroup(): void {
    this.#flush();
    this.#skip = 0;
    this.#isIgnorable = false;
    if (this.#groups.length >= deepest) {
      this.#groupsTooDeep += 1;
      this.#wasTooDeep = true;
    } else this.#groups.push(this.#group);
  }

  closeGroup(): void {
    this.#flush();
    this.#skip = 0;
    const { destination } = this.#group;
    if (this.#groupsTooDeep > 0) this.#groupsTooDeep -= 1;
    else this.#group = this.#groups.pop() ?? this.#group;
    if (destination === this.#group.destination) return;
    this.#packed.end(destination);
    if (destination !== 'body' && destination !== 'html') this.#layout(destination)?.break();
  }

  control(word: string, parameter: number | undefined): void {
    if (word === "'") {
      if (this.#skip > 0) this.#skip -= 1;
      else this.#bytes.push(Buffer.from([parameter ?? 0x3f]));
      return;
    }
    this.#flush();
    if (word === '*') {
      this.#isIgnorable = true;
      return;
    }
    const destination = destinationOf(word) ?? (this.#isIgnorable ? 'hidden' : undefined);
    this.#isIgnorable = false;
    if (destination !== undefined) this.#enter(destination);
    else if (word === 'u') this.#unicode(parameter ?? 0);
    else if (this.#skip > 0 && signs.has(word)) this.#skip -= 1;
    else if (signs.has(word)) this.#write(signs.get(word) ?? '');
    else if (!this.#setsCharacters(word, parameter)) this.#lay(word);
  }

  text(bytes: Buffer): void {
    this.#isIgnorable = false;
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    if (skipped < bytes.length) this.#bytes.push(bytes.subarray(skipped));
  }

  pieces(): Piece[] {
    this.#flush();
    const page = this.#html.toString();
    return [
      ...this.#body.text.pieces('body'),
      ...this.#around.text.pieces('headers, footers and notes'),
      ...this.#hidden.text.pieces('hidden text'),
      ...this.#properties.text.pieces('properties'),
      ...(this.#isPage && page.trim() !== ''
        ? [{ kind: 'part', place: 'body', name: '', mediaType: 'text/html', bytes: Buffer.from(page) } as const]
        : []),
      ...this.#html.pieces('body').filter(({ kind }) => kind === 'unread'),
      ...this.#packed.pieces(),
      ...(this.#wasTooDeep ? [tooDeep] : []),
    ];
  }

  #enter(destination: Destination): void {
    // Within something that is left out nothing begins that is not.
    if (this.#group.destination === 'nowhere' || this.#group.destination === 'fonts') return;
    this.#group = { ...this.#group, destination };
    this.#packed.begin(destination);
    if (destination === 'hidden' || destination === 'properties' || destination === 'around')
      this.#layout(destination)?.break();
  }

  #setsCharacters(word: string, parameter: number | undefined): boolean {
    if (word === 'f' || word === 'deff') {
      this.#font = parameter ?? 0;
      if (this.#group.destination !== 'fonts')
        this.#group = { ...this.#group, encoding: this.#fonts.get(this.#font) ?? this.#documentEncoding };
    } else if (word === 'fcharset') {
      const encoding = encodingOfFont(parameter ?? 0);
      if (encoding !== undefined && this.#fonts.size < mailLimits.partsOfMessage) this.#fonts.set(this.#font, encoding);
    } else if (word === 'ansicpg') {
      this.#documentEncoding = encodingOfPage(parameter ?? 0);
      this.#group = { ...this.#group, encoding: this.#documentEncoding };
    } else if (word === 'uc') this.#group = { ...this.#group, repeats: Math.min(Math.max(parameter ?? 1, 0), 8) };
    else if (word === 'v') this.#group = { ...this.#group, isHidden: parameter !== 0 };
    else if (word === 'plain') this.#group = { ...this.#group, isHidden: false };
    else if (word === 'htmlrtf') this.#group = { ...this.#group, isRtfOnly: parameter !== 0 };
    else if (word === 'fromhtml') this.#isPage = parameter !== 0;
    else return false;
    return true;
  }

  #lay(word: string): void {
    const layout = this.#layout(this.#group.destination);
    switch (word) {
      case '\n':
      case '\r':
      case 'par':
      case 'line':
      case 'sect':
      case 'page':
      case 'nestrow':
        this.#page('\r\n');
        layout?.break();
        break;
      case 'tab':
      case 'nestcell':
        this.#write('\t');
        break;
      case 'trowd':
      case 'intbl':
        if (this.#isInRow || layout === undefined) break;
        this.#isInRow = true;
        layout.openRow();
        layout.openCell();
        break;
      case 'cell':
        layout?.openCell();
        break;
      case 'row':
        this.#isInRow = false;
        layout?.closeRow();
        break;
      default:
        break;
    }
  }

  #unicode(code: number): void {
    if (this.#skip === 0) this.#write(String.fromCharCode(code & 0xffff));
    this.#skip = this.#group.repeats;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.concat(this.#bytes);
    this.#bytes = [];
    if (this.#packed.takes(this.#group.destination, bytes)) return;
    this.#write(decode(bytes, this.#group.encoding));
  }

  #write(text: string): void {
    this.#page(text);
    this.#layout(this.#group.destination)?.write(text);
  }

  #page(text: string): void {
    const { destination, isRtfOnly } = this.#group;
    if (this.#isPage && !isRtfOnly && (destination === 'html' || destination === 'body')) this.#html.append(text);
  }

  #layout(destination: Destination): TextLayout | undefined {
    if (destination === 'hidden') return this.#hidden;
    if (destination === 'around') return this.#around;
    if (destination === 'properties') return this.#properties;
    // The page says the same as the body.
    if (destination !== 'body' || this.#isPage) return undefined;
    return this.#group.isHidden ? this.#hidden : this.#body;
  }
}

const tooDeep: Piece = {
  kind: 'unread',
  place: 'body',
  name: '',
  reason: 'too-deep',
  detail: `groups are deeper than ${deepest} within each other; what they change may be told wrong`,
};

/** The pieces of an RTF document: `body` or the HTML page in it, what is around and hidden, then packed objects and pictures. */
export function rtfPieces(bytes: Buffer): Piece[] {
  const reading = new RtfReading();
  readRtf(bytes, reading);
  return reading.pieces();
}
