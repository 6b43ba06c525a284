import { smallZip } from '../example/small-zip.ts';
import { officePackagePieces, packageSureness } from '../package/office-package.ts';
import type { Reader } from '../reader.ts';

const reader: Reader = {
  reader: 'xlsx',
  title: 'Excel workbooks (.xlsx, .xlsm)',
  reference: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
  recognise: (content) => packageSureness(content, 'xl', /\.(?:xlsx|xlsm|xltx|xltm|xlam)$/i),
  read: officePackagePieces,
  examples: [
    {
      name: 'a sheet that is shown and one that is not',
      content: {
        name: 'servers.xlsx',
        bytes: () =>
          smallZip({
            '[Content_Types].xml': '<Types/>',
            'xl/workbook.xml':
              '<workbook><sheets><sheet name="Servers" sheetId="1" r:id="r1"/><sheet name="Keys" sheetId="2" state="veryHidden" r:id="r2"/></sheets></workbook>',
            'xl/_rels/workbook.xml.rels':
              '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
            'xl/sharedStrings.xml': '<sst><si><t>Server</t></si><si><r><t>Pass</t></r><r><t>word</t></r></si></sst>',
            'xl/worksheets/sheet1.xml':
              '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row><c r="A2"><v>4.50</v></c><c r="C2" t="inlineStr"><is><t>x y</t></is></c></row></sheetData></worksheet>',
            'xl/worksheets/sheet2.xml':
              '<worksheet><sheetData><row><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row></sheetData></worksheet>',
          }),
      },
      gives: [
        'text sheet Servers: Server⇥⇥Password⏎4.50⇥⇥x y',
        'text sheet Keys (very hidden): ab',
        'text hidden text of sheet Keys (very hidden): ="a"&"b"',
      ],
    },
  ],
};

export default reader;
