import type { Entry } from 'yauzl';
import { lastStep, shownPath, unpack } from '../archive/unpack.ts';
import { entriesOf, entryChunks, openZip } from '../archive/zip-directory.ts';
import { decodeText } from '../charset.ts';
import { zipFile } from '../example/zip-file.ts';
import { mailLimits } from '../limits.ts';
import type { Reader } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';

/** A zip archive, such as the packages that Microsoft Purview exports. */
const reader: Reader = {
  reader: 'zip',
  title: 'Archive (zip)',
  reference: 'https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT',
  recognise: ({ name, mediaType, head }) => {
    // Documents are such archives too, and their readers are surer.
    if (/^PK(?:\u0003\u0004|\u0005\u0006|00PK\u0003\u0004)/.test(head.toString('latin1', 0, 8))) return 2;
    return mediaType === 'application/zip' || /\.zip$/i.test(name) ? 1 : 0;
  },
  async *read(content) {
    const zip = await openZip(content);
    try {
      let members = 0;
      for await (const entry of entriesOf(zip)) {
        const path = pathOf(entry);
        if (path.endsWith('/') && entry.uncompressedSize === 0) continue;
        members += 1;
        if (members > mailLimits.archiveMembers)
          throw new Unreadable(
            'too-many',
            `${zip.entryCount} members are more than the ${mailLimits.archiveMembers} that are read`,
          );
        const problem = problemOf(entry);
        if (problem !== undefined)
          yield { kind: 'unread', place: path, name: lastStep(path), reason: problem.reason, detail: problem.message };
        else
          yield* unpack({
            path,
            packedBytes: entry.compressedSize,
            chunks: entryChunks(zip, entry),
            scratch: content.scratch,
          });
      }
    } finally {
      zip.close();
    }
  },
  examples: [
    {
      name: 'a package of an export, with an archive in it and an encrypted member',
      content: {
        name: 'Items.1.001.zip',
        bytes: () =>
          zipFile(
            { path: 'Exchange/', content: '' },
            { path: 'Exchange/ann@contoso.example.pst', content: '!BDN' },
            { path: '../../Results.csv', content: 'Item,Path' },
            { path: 'Exchange\\inner.zip', content: zipFile({ path: 'a.eml', content: 'x' }) },
            { path: 'secret.docx', content: 'sealed', isEncrypted: true },
          ),
      },
      gives: [
        'part Exchange/ann@contoso.example.pst: ann@contoso.example.pst  4',
        'part ../../Results.csv: Results.csv  9',
        'part Exchange\\inner.zip: inner.zip  111',
        'unread secret.docx: secret.docx encrypted',
      ],
    },
  ],
};

export default reader;

function pathOf(entry: Entry): string {
  const name: unknown = entry.fileName;
  return shownPath(Buffer.isBuffer(name) ? decodeText(name, '') : String(name));
}

function problemOf(entry: Entry): Unreadable | undefined {
  if (entry.isEncrypted()) return new Unreadable('encrypted', 'the member is encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return new Unreadable('unknown-format', `packed by method ${entry.compressionMethod}, which is not read`);
  return undefined;
}
