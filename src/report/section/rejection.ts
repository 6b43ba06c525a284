import { type Html, html } from '../page/html.ts';
import { counted, grouped } from '../page/wording.ts';
import type { FileRejections, RejectionReason } from '../read/rejection.ts';
import type { FileUnread } from '../read/unread.ts';
import { more, type Section, table, th, thNumber } from './section.ts';

const limit = 500;

/** What could not be read and why: whole rows, and values of rows that are kept. */
export function rejectionSection(
  files: readonly FileRejections[],
  unread: readonly FileUnread[],
  filesRead: number,
): Section {
  const total = files.reduce((sum, { rejected }) => sum + rejected, 0);
  const rows = files.flatMap((file) => file.reasons.map((reason) => row(file.file, reason)));
  const none = filesRead === 0 ? 'No file has been read into this case.' : 'Every row of every file could be read.';
  const body =
    total === 0
      ? html`<p>${none}</p>`
      : html`<p>${counted(total, 'row')} of ${counted(files.length, 'file')} could not be read and ${total === 1 ? 'is' : 'are'} in no finding and no count.</p>
${table('Rejected rows', [th('File'), th('Reason'), thNumber('Rows'), th('First at')], rows.slice(0, limit))}
${more(rows.length - limit, 'coverage.json')}`;
  return { id: 'rejections', title: 'Rejected rows', body: html`${body}${unreadValues(unread)}` };
}

function unreadValues(files: readonly FileUnread[]): Html {
  if (files.length === 0) return html``;
  const rows = files.flatMap(({ file, columns }) =>
    columns.map(
      ({ column, values, firstRecord }) =>
        html`<tr><th scope="row" class="file"><span>${file}</span></th><td>${column}</td><td class="number">${grouped(values)}</td><td>record ${grouped(firstRecord)}</td></tr>
`,
    ),
  );
  return html`<p>Of rows that are kept, these values could not be read and count as not exported.</p>
${table('Values that could not be read', [th('File'), th('Value'), thNumber('Values'), th('First at')], rows.slice(0, limit))}
${more(rows.length - limit, 'coverage.json')}`;
}

function row(file: string, { reason, count, firstRecord, firstLine }: RejectionReason): Html {
  const place = [
    firstRecord === null ? '' : `record ${grouped(firstRecord)}`,
    firstLine === null ? '' : `line ${grouped(firstLine)}`,
  ];
  return html`<tr><th scope="row" class="file"><span>${file}</span></th><td>${reason}</td><td class="number">${grouped(count)}</td><td>${place.filter((part) => part !== '').join(', ')}</td></tr>
`;
}
