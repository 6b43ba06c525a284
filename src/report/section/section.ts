import { type Html, html } from '../page/html.ts';
import { grouped } from '../page/wording.ts';

/** A part of the page with its heading. */
export interface Section {
  /** For links within the page, e.g. `findings`. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** A table that scrolls inside its own frame, with the keyboard too, where the page is narrow. */
export function table(label: string, head: readonly Html[], rows: readonly Html[], className = ''): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table class="${className}">
<thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>
`;
}

export const th = (text: string): Html => html`<th scope="col">${text}</th>`;
/** Heading of a column of numbers. */
export const thNumber = (text: string): Html => html`<th scope="col" class="number">${text}</th>`;

/** Said where a list on the page is shorter than the truth. */
export function more(left: number, where: string): Html {
  return left <= 0 ? html`` : html`<p class="note">${grouped(left)} more are in <code>${where}</code>.</p>`;
}
