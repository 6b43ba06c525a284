import { type Html, html } from '../page/html.ts';
import { counted, grouped } from '../page/wording.ts';
import type { FileRejections, RejectionReason } from '../read/rejection.ts';
import { more, type Section, table, th, thNumber } from './section.ts';

const limit = 500;

/** What could not be read and why. */
export function rejectionSection(files: readonly FileRejections[], filesRead: number): Section {
  const total = files.reduce((sum, { rejected }) => sum + rejected, 0);
  const rows = files.flatMap((file) => file.reasons.map((reason) => row(file.file, reason)));
  const none = filesRead === 0 ? 'No file has been read into this case.' : 'Every row of every file could be read.';
  const body =
    total === 0
      ? html`<p>${none}</p>`
      : html`<p>${counted(total, 'row')} of ${counted(files.length, 'file')} could not be read and ${total === 1 ? 'is' : 'are'} in no finding and no count.</p>
${table('Rejected rows', [th('File'), th('Reason'), thNumber('Rows'), th('First at')], rows.slice(0, limit))}
${more(rows.length - limit, 'coverage.json')}`;
  return { id: 'rejections', title: 'Rejected rows', body };
}

function row(file: string, { reason, count, firstRecord, firstLine }: RejectionReason): Html {
  const place = [
    firstRecord === null ? '' : `record ${grouped(firstRecord)}`,
    firstLine === null ? '' : `line ${grouped(firstLine)}`,
  ];
  return html`<tr><th scope="row" class="file"><span>${file}</span></th><td>${reason}</td><td class="number">${grouped(count)}</td><td>${place.filter((part) => part !== '').join(', ')}</td></tr>
`;
}
