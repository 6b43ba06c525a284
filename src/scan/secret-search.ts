import { loadGitleaksRules } from '../secret/gitleaks/load.ts';
import { fingerprint } from '../secret/fingerprint.ts';
import { findPasswords } from '../secret/prose/find-passwords.ts';
import { redact } from '../secret/redact.ts';
import { allPatterns } from '../secret/registry.ts';
import { type Hit, Scanner, withoutOverlaps } from '../secret/scanner.ts';

/** What was found at one place, without its value. */
export interface Found {
  readonly kind: string;
  readonly fingerprint: string;
  readonly redaction: string;
  /** '' if the text does not say. */
  readonly account: string;
  readonly host: string;
  readonly start: number;
  readonly length: number;
}

/** Longer values are no passphrase that anybody types, and more than these are not held. */
const passphraseAtMost = { characters: 128, held: 20_000 };

/** Texts of which it is remembered what they look like without their secrets: most parts of messages are called alike. */
const hiddenAtMost = 5000;

/** Searches texts for everything that is a credential, and gives it away as a fingerprint only. */
export class SecretSearch {
  readonly #scanner: Scanner;
  readonly #key: Buffer;
  readonly #shown: ReadonlyMap<string, number>;
  readonly #hidden = new Map<string, string>();
  #passphrases = new Map<string, string>();

  private constructor(scanner: Scanner, key: Buffer, shown: ReadonlyMap<string, number>) {
    this.#scanner = scanner;
    this.#key = key;
    this.#shown = shown;
  }

  /** @throws Fault `rule-invalid` if a file of rules cannot be used. */
  static async open(key: Buffer, rules: readonly string[]): Promise<SecretSearch> {
    const patterns = await allPatterns();
    const own = await Promise.all(rules.map((path) => loadGitleaksRules(path)));
    const shown = new Map(patterns.map(({ kind, shownCharacters }) => [kind, shownCharacters ?? 0]));
    return new SecretSearch(new Scanner([...patterns, ...own.flatMap(({ rules: matchers }) => matchers)]), key, shown);
  }

  find(text: string): Found[] {
    return this.#search(text).map((hit) => this.#keep(hit));
  }

  /**
   * A text that is kept, such as a subject or the name of an attachment, with its secrets taken out: people write passwords there, too.
   */
  hide(text: string): string {
    const known = this.#hidden.get(text);
    if (known !== undefined) return known;
    let hidden = text;
    for (const { start, end } of this.#search(text).toReversed())
      hidden = `${hidden.slice(0, start)}•••${hidden.slice(end)}`;
    if (this.#hidden.size >= hiddenAtMost) this.#hidden.clear();
    this.#hidden.set(text, hidden);
    return hidden;
  }

  #search(text: string): Hit[] {
    return withoutOverlaps([...this.#scanner.scan(text), ...findPasswords(text)]);
  }

  /** Of bytes, such as a key. */
  fingerprint(bytes: Buffer): string {
    return fingerprint(this.#key, 'key', bytes.toString('base64'));
  }

  /** Values found since the last call that may open a key, by fingerprint. */
  takePassphrases(): Map<string, string> {
    const taken = this.#passphrases;
    this.#passphrases = new Map();
    return taken;
  }

  #keep({ kind, value, account = '', host = '', start, end }: Hit): Found {
    const print = fingerprint(this.#key, 'value', value);
    if (value.length <= passphraseAtMost.characters && this.#passphrases.size < passphraseAtMost.held)
      this.#passphrases.set(print, value);
    return {
      kind,
      fingerprint: print,
      redaction: redact(value, this.#shown.get(kind) ?? 0),
      account,
      host,
      start,
      length: end - start,
    };
  }
}
