import { type Html, html } from '../page/html.ts';
import { counted, grouped, moment, size } from '../page/wording.ts';
import type { CustodyRow } from '../read/custody.ts';
import { more, type Section, table, th, thNumber } from './section.ts';

const limit = 2000;

/** The files of evidence with their hashes, so that anybody can check that they are the same files. */
export function custodySection(rows: readonly CustodyRow[]): Section {
  const body =
    rows.length === 0
      ? html`<p>No file has been read into this case.</p>`
      : html`<p>${counted(rows.length, 'file')} in this case. Records are counted without duplicates; first and last are the times of the records (UTC).</p>
${table('Files of evidence', [th('File and SHA-256'), thNumber('Size'), th('Source'), thNumber('Records'), thNumber('Duplicates'), thNumber('Rejected'), th('First'), th('Last')], rows.slice(0, limit).map(row))}
${more(rows.length - limit, 'evidence.json')}`;
  return { id: 'custody', title: 'Custody of the evidence', body };
}

function row(file: CustodyRow): Html {
  return html`<tr><th scope="row" class="file"><span>${file.file}</span><code class="hash">${file.sha256}</code></th>
<td class="number">${size(file.bytes)}</td><td>${file.source === '' ? 'not recognised' : file.source}</td>
<td class="number">${grouped(file.records)}</td><td class="number">${grouped(file.duplicates)}</td><td class="number">${grouped(file.rejected)}</td>
<td class="time">${moment(file.first)}</td><td class="time">${moment(file.last)}</td></tr>
`;
}
