import { smallZip } from '../example/small-zip.ts';
import { openDocumentPieces } from '../package/open-document.ts';
import type { Reader } from '../reader.ts';

const isCalledSo = /\.(?:od[tspgf]|ot[tsp])$/i;

const reader: Reader = {
  reader: 'odf',
  title: 'OpenDocument texts, sheets and presentations (.odt, .ods, .odp)',
  reference: 'https://docs.oasis-open.org/office/OpenDocument/v1.3/',
  recognise({ name, mediaType, head }) {
    const start = head.toString('latin1', 0, 120);
    if (!start.startsWith('PK\u0003\u0004')) return isCalledSo.test(name) ? 1 : 0;
    const isOne =
      start.includes('mimetypeapplication/vnd.oasis.opendocument') ||
      mediaType.startsWith('application/vnd.oasis.opendocument');
    return isOne || isCalledSo.test(name) ? 3 : 0;
  },
  read: openDocumentPieces,
  examples: [
    {
      name: 'a sheet',
      content: {
        name: 'servers.ods',
        bytes: () =>
          smallZip({
            'content.xml': `<office:document-content><office:spreadsheet><table:table table:name="Servers"><table:table-row><table:table-cell><text:p>Server</text:p></table:table-cell>
              <table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Pass<text:span>word</text:span></text:p></table:table-cell></table:table-row></table:table>
              </office:spreadsheet></office:document-content>`,
          }),
      },
      gives: ['text sheet Servers: Server⇥⇥⇥Password'],
    },
    {
      name: 'a text with a tracked deletion',
      content: {
        name: 'a.odt',
        bytes: () =>
          smallZip({
            'content.xml':
              '<office:text><text:tracked-changes><text:deletion><text:p>old</text:p></text:deletion></text:tracked-changes><text:p>a<text:s text:c="2"/>b<text:line-break/>c</text:p></office:text>',
          }),
      },
      gives: ['text body: a  b⏎c', 'text hidden text: old'],
    },
  ],
};

export default reader;
