/** What can stand in `${}` of {@link html}. */
export type HtmlPart = Html | readonly Html[] | string | number;

/**
 * A piece of a page. Made only by the tag {@link html} and by {@link trustedHtml}, so that text from the evidence can
 * never become markup.
 */
export class Html {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** @internal */
  static of(text: string): Html {
    return new Html(text);
  }
}

/** Makes HTML: an `Html` in `${}` is inserted as it is, anything else is escaped and made visible. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) text += partText(part) + (strings[index + 1] ?? '');
  return Html.of(text);
}

/** Markup that we made ourselves: a style, a script, a picture. Never for text from a file, a rule or an argument. */
export function trustedHtml(text: string): Html {
  return Html.of(text);
}

export const nothing: Html = Html.of('');

function partText(part: HtmlPart): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return part.map((piece) => piece.text).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/**
 * Text with its invisible characters written out, e.g. `⟨U+202E⟩`: a name that turns the reading direction or hides a
 * character must not deceive the reader. Tabs and line ends stay.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) =>
    /[\t\n\r]/.test(character) ? character : `⟨U+${hexadecimal(character.codePointAt(0) ?? 0)}⟩`,
  );
}

/** The same for JSON text, as the escapes of JSON, so that it stays the same JSON. */
export function visibleJson(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) =>
    /[\t\n\r]/.test(character)
      ? character
      : Array.from({ length: character.length }, (_, unit) => `\\u${hexadecimal(character.charCodeAt(unit))}`).join(''),
  );
}

function hexadecimal(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0');
}

/** JSON that can stand in a `script` element: nothing in it ends the element or opens a comment. */
export function jsonIsland(value: unknown): Html {
  return Html.of(JSON.stringify(value).replaceAll('<', String.raw`\u003c`));
}
