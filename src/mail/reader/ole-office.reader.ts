import { isCompoundFile } from '../compound/compound-file.ts';
import { olePieces } from '../compound/ole-pieces.ts';
import { compoundFile } from '../example/compound-file.ts';
import type { Reader } from '../reader.ts';

const isCalledSo = /\.(?:doc|dot|xls|xlt|xla|ppt|pps|pot|mpp|pub|vsd|docx|docm|xlsx|xlsm|xlsb|pptx|pptm)$/i;
const utf16 = (name: string) => Buffer.from(name, 'utf16le').toString('latin1');
const ofOffice = ['WordDocument', 'Workbook', 'PowerPoint Document', 'EncryptedPackage', 'Ole10Native'].map(utf16);
const ofOthers = ['__substg1.0_', '__properties_version1.0', '__nameid_version1.0'].map(utf16);

const reader: Reader = {
  reader: 'ole-office',
  title: 'Old Word, Excel and PowerPoint documents, as runs of text; encrypted ones of today',
  reference: 'https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb',
  recognise({ name, head }) {
    const text = head.toString('latin1');
    if (!isCompoundFile(head) || /\.(?:msg|msi|msp|oft)$/i.test(name) || ofOthers.some((mark) => text.includes(mark)))
      return 0;
    return isCalledSo.test(name) || ofOffice.some((mark) => text.includes(mark)) ? 3 : 2;
  },
  async *read(content) {
    yield* olePieces(await content.bytes());
  },
  examples: [
    {
      name: 'a document with text of both widths and a packed file',
      content: {
        name: 'old.doc',
        bytes: () =>
          compoundFile([
            {
              name: 'WordDocument',
              content: Buffer.concat([
                Buffer.from('eca5c100000000000000000000000000', 'hex'),
                Buffer.from('Server\u0007Passw\u00F6rd\r', 'latin1'),
                Buffer.from([0, 0]),
                Buffer.from('sql01\u0007geheim', 'utf16le'),
              ]),
            },
            {
              name: '\u0001Ole10Native',
              content: Buffer.concat([
                Buffer.from(
                  '\0\0\0\0\u0002\0a.txt\0C:\\a.txt\0\0\0\u0003\0\u0006\0\0\0a.txt\0\u0005\0\0\0hello',
                  'latin1',
                ),
              ]),
            },
          ]),
      },
      gives: [
        'part packed file: a.txt  5',
        'text text runs: Server⇥Passwörd⏎⏎sql01⇥geheim',
        'unread document:  unknown-format',
      ],
    },
    {
      name: 'a document of today with a passphrase',
      content: {
        name: 'plan.docx',
        bytes: () =>
          compoundFile([
            { name: 'EncryptionInfo', content: Buffer.from('x') },
            { name: 'EncryptedPackage', content: Buffer.from('y') },
          ]),
      },
      gives: ['unread document:  encrypted'],
    },
  ],
};

export default reader;
