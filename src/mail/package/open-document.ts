import type { Piece } from '../piece.ts';
import type { Content } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';
import { DocumentPackage } from './document-package.ts';
import { OpenDocumentText } from './open-document-text.ts';
import { otherMembers } from './other-members.ts';
import { told } from './part-text.ts';
import { readXml } from './xml-events.ts';

/** The pieces of an OpenDocument file: its content and the heads and feet in its styles, embedded objects too. @throws Unreadable */
export async function* openDocumentPieces(content: Content): AsyncGenerator<Piece> {
  const document = await DocumentPackage.open(await content.bytes());
  if (await isEncrypted(document)) throw new Unreadable('encrypted', 'opens only with a passphrase');
  const taken = new Set(document.names.filter((name) => /(?:^|\/)(?:content|styles|settings)\.xml$/.test(name)));
  for (const name of document.names.filter((name) => /(?:^|\/)(?:content|styles)\.xml$/.test(name))) {
    const text = new OpenDocumentText();
    const failure = await told('body', name, () => readXml(document.chunks(name), text));
    yield* text.pieces(
      name === 'content.xml' ? 'body' : name === 'styles.xml' ? 'header and footer' : name.replace(/\/\w+\.xml$/, ''),
    );
    yield* failure;
  }
  yield* otherMembers(document, taken);
}

async function isEncrypted(document: DocumentPackage): Promise<boolean> {
  if (!document.has('META-INF/manifest.xml')) return false;
  let isEncrypted = false;
  await told('', '', () =>
    readXml(document.chunks('META-INF/manifest.xml'), {
      open(name) {
        if (name === 'encryption-data') isEncrypted = true;
      },
      close: () => undefined,
      text: () => undefined,
    }),
  );
  return isEncrypted;
}
