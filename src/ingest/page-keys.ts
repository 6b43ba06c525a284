/** Keys under which pages and batches hold their records: Graph, event hub, AzureHound. */
const listKeys = new Set(['value', 'records', 'data']);
/** Of these a list of one may have become an object; under others an object is a record's own. */
const singleKeys = new Set(['value', 'records']);

/** Longer keys are no page's. */
const keyBytes = 64;

/**
 * Tells a page (`{"@odata.context":…,"value":[…]}`) from a record by the keys that come first: a page has only names with
 * `@` or `odata.` in front of its list, a record never.
 */
export class PageKeys {
  /** True as long as the object may still turn out to be a page. */
  isPossible = true;
  #key = '';
  #pieces: Buffer[] = [];
  #length = 0;

  /** Call at the beginning of an object. */
  reset(): void {
    this.isPossible = true;
    this.#key = '';
    this.#forget();
  }

  /** A part of a key whose end is in a later chunk. */
  keep(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length <= keyBytes) this.#pieces.push(Buffer.from(piece));
  }

  /** The key is complete with `tail`. */
  end(tail: Buffer): void {
    if (this.#key !== '') this.isPossible &&= this.#key.startsWith('@') || this.#key.startsWith('odata.');
    const isLong = this.#length + tail.length > keyBytes;
    this.#key = isLong
      ? 'too long'
      : Buffer.concat([...this.#pieces, tail])
          .toString('latin1')
          .toLowerCase();
    this.#forget();
  }

  /** True if the value of the last key, a list or an object, is the list of a page. */
  isList(isObject: boolean): boolean {
    return this.isPossible && (isObject ? singleKeys : listKeys).has(this.#key);
  }

  #forget(): void {
    this.#pieces = [];
    this.#length = 0;
  }
}
