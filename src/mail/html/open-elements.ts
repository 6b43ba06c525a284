import { plainVisibility, type Visibility, visibilityOf } from './style.ts';

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that the next of their kind ends if nobody closed them. */
const endsByNext = new Set('p li td th tr dt dd option'.split(' '));
/** Deeper elements show text as the innermost that is remembered. Exchange's longest threads are some hundreds deep. */
const deepest = 2_000;
/** How far up an element is searched that a closing tag names; further up it is a stray tag. */
const searchDepth = 64;

interface OpenElement {
  readonly name: string;
  readonly visibility: Visibility;
}

/** The elements around the place where reading is. Every step costs a bounded time, whatever the page nests. */
export class OpenElements {
  readonly #stack: OpenElement[] = [];
  #special = '';
  #preformatted = 0;

  get visibility(): Visibility {
    return this.#stack.at(-1)?.visibility ?? plainVisibility;
  }

  get isStyle(): boolean {
    return this.#special === 'style';
  }

  /** Within something whose text is not shown as text of the page. */
  get isAside(): boolean {
    return this.#special !== '' && this.#special !== 'style';
  }

  get isPreformatted(): boolean {
    return this.#preformatted > 0;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'script' || name === 'style' || name === 'title' || name === 'noscript' || name === 'template')
      this.#special = name;
    if (name === 'pre' || name === 'textarea') this.#preformatted += 1;
    if (empty.has(name)) return;
    if (endsByNext.has(name) && this.#stack.at(-1)?.name === name) this.#stack.pop();
    if (this.#stack.length < deepest) this.#stack.push({ name, visibility: visibilityOf(attributes, this.visibility) });
  }

  close(name: string): void {
    if (name === this.#special) this.#special = '';
    if ((name === 'pre' || name === 'textarea') && this.#preformatted > 0) this.#preformatted -= 1;
    const lowest = Math.max(0, this.#stack.length - searchDepth);
    for (let at = this.#stack.length - 1; at >= lowest; at -= 1) {
      if (this.#stack[at]?.name !== name) continue;
      this.#stack.length = at;
      return;
    }
  }
}
