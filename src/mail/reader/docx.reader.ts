import { smallZip } from '../example/small-zip.ts';
import { officePackagePieces, packageSureness } from '../package/office-package.ts';
import type { Reader } from '../reader.ts';

const reader: Reader = {
  reader: 'docx',
  title: 'Word documents (.docx, .docm, .dotx)',
  reference: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
  recognise: (content) => packageSureness(content, 'word', /\.(?:docx|docm|dotx|dotm)$/i),
  read: officePackagePieces,
  examples: [
    {
      name: 'a word in several runs, a table, deleted and hidden text, a picture, a packed file',
      content: {
        name: 'access.docx',
        bytes: () =>
          smallZip({
            '[Content_Types].xml': '<Types/>',
            'word/document.xml': `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Pass</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>word: </w:t></w:r>
              <w:r><w:t>Som</w:t></w:r><w:r><w:t>mer</w:t></w:r></w:p>
              <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>
              <w:tbl><w:tr><w:tc><w:p><w:r><w:t>sql01</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>a&amp;b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
              </w:body></w:document>`,
            'word/footnotes.xml': '<w:footnotes><w:p><w:r><w:t>a note</w:t></w:r></w:p></w:footnotes>',
            'word/media/image1.png': 'x',
            'word/embeddings/plan.xlsx': 'PK',
          }),
      },
      gives: [
        'text body: Password: Sommer⏎sql01⇥a&b',
        'text hidden text: unseen⏎old',
        'text footnotes: a note',
        'unread word/media/image1.png: image1.png image',
        'part word/embeddings/plan.xlsx: plan.xlsx  2',
      ],
    },
  ],
};

export default reader;
