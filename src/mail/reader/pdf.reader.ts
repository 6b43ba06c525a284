import { smallPdf } from '../example/small-pdf.ts';
import { pdfPieces } from '../pdf/pdf-pieces.ts';
import type { Reader } from '../reader.ts';

const picture =
  '4 0 obj <</Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>> stream\nx\nendstream endobj';

const reader: Reader = {
  reader: 'pdf',
  title: 'PDF documents',
  reference: 'https://pdfa.org/resource/iso-32000-2/',
  recognise({ name, mediaType, head }) {
    const at = head.subarray(0, 1024).indexOf('%PDF-');
    if (at >= 0) return at < 16 ? 3 : 2;
    return /\.pdf$/i.test(name) || mediaType === 'application/pdf' ? 1 : 0;
  },
  async *read(content) {
    yield* pdfPieces(await content.bytes());
  },
  examples: [
    {
      name: 'lines, cells, and a page that is only a picture',
      content: {
        name: 'scan.pdf',
        bytes: () =>
          smallPdf(
            [
              'BT /F 12 Tf 72 700 Td (Server) Tj 100 0 Td (Pass) Tj (word) Tj ET BT /F 12 Tf 72 680 Td (sql01) Tj 100 0 Td (x y) Tj ET',
              '/I Do',
            ],
            [picture],
          ),
      },
      gives: ['text page 1: Server⇥Password⏎sql01⇥x y', 'unread page 2:  image', 'unread pictures:  image'],
    },
    {
      name: 'a packed file',
      content: {
        name: '',
        mediaType: 'application/octet-stream',
        bytes: () =>
          smallPdf(
            [''],
            [
              '4 0 obj <</Type/EmbeddedFile/Length 5>> stream\nhello\nendstream endobj',
              '5 0 obj <</Type/Filespec/F(note.txt)/EF<</F 4 0 R>>>> endobj',
            ],
            '/Names<</EmbeddedFiles<</Names[(note.txt) 5 0 R]>>>>',
          ),
      },
      gives: ['part attachment: note.txt  5'],
    },
  ],
};

export default reader;
