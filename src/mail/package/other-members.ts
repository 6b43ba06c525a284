import { posix } from 'node:path';
import { CompoundFile } from '../compound/compound-file.ts';
import { macroPieces } from '../compound/ole-pieces.ts';
import type { Piece } from '../piece.ts';
import { TextLayout } from '../text/text-layout.ts';
import type { DocumentPackage } from './document-package.ts';
import { told } from './part-text.ts';
import { readXml } from './xml-events.ts';

const picture = /\.(?:png|jpe?g|jfif|gif|bmp|dib|tiff?|emf|wmf|emz|wmz|webp|heic|wdp|svm|pict|ico)$/i;
const sound = /\.(?:mp[34]|m4[av]|wav|avi|mov|wmv|wma|ogg|aac)$/i;
/** Parts that only say how things look, and the archive's own book-keeping. */
const looks =
  /(?:^|\/)(?:\[Content_Types\]\.xml|mimetype|manifest\.xml|manifest\.rdf|styles[^/]*\.xml|theme[^/]*\.xml|fontTable\.xml|webSettings\.xml|numbering\.xml|calcChain\.xml|tableStyles\.xml|viewProps\.xml|presProps\.xml|metadata\.xml|people\.xml|commentsIds\.xml|printerSettings\d*\.bin|current\.xml)$|\.(?:rels|odttf|fntdata)$|^Configurations2\/|^_xmlsignatures\//i;

/**
 * Everything in a document that no reading of text has taken: pictures and macros are told as not read, packed files are parts, and
 * other XML, where connections and variables stand, gives its words.
 */
export async function* otherMembers(document: DocumentPackage, taken: ReadonlySet<string>): AsyncGenerator<Piece> {
  for (const name of document.names) {
    if (taken.has(name) || looks.test(name)) continue;
    const file = posix.basename(name);
    if (picture.test(name))
      yield { kind: 'unread', place: name, name: file, reason: 'image', detail: 'a picture in the document' };
    else if (sound.test(name))
      yield {
        kind: 'unread',
        place: name,
        name: file,
        reason: 'audio-or-video',
        detail: 'sound or film in the document',
      };
    else if (/vbaProject\.bin$/i.test(name)) yield* await macros(document, name, file);
    else if (name.startsWith('Basic/'))
      yield { kind: 'unread', place: name, name: file, reason: 'program', detail: 'macros' };
    else if (/\.(?:xml|vml)$/i.test(name)) yield* await words(document, name);
    else yield* await packed(document, name, file);
  }
}

async function macros(document: DocumentPackage, name: string, file: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const failure = await told(name, file, async () => {
    for (const piece of macroPieces(new CompoundFile(await document.bytes(name)))) pieces.push(piece);
  });
  return [...pieces, ...failure];
}

async function packed(document: DocumentPackage, name: string, file: string): Promise<Piece[]> {
  let bytes: Buffer | undefined;
  const failure = await told(name, file, async () => {
    bytes = await document.bytes(name);
  });
  return bytes === undefined ? failure : [{ kind: 'part', place: name, name: file, mediaType: '', bytes }];
}

/** Text and the longer values of attributes, without names of schemas and numbers of revisions. */
async function words(document: DocumentPackage, name: string): Promise<Piece[]> {
  const layout = new TextLayout();
  const failure = await told(name, posix.basename(name), () =>
    readXml(document.chunks(name), {
      open(_, attributes) {
        layout.break();
        for (const [key, value] of Object.entries(attributes))
          if (
            !key.includes(':') &&
            value.length > 7 &&
            !/^(?:https?:\/\/(?:schemas|purl|www\.w3)\.|urn:|[\dA-F]{8}$|\{?[\dA-F]{8}-[\dA-F-]{27}\}?$)/i.test(value)
          ) {
            layout.write(`${key}=${value}`);
            layout.break();
          }
      },
      close: () => layout.break(),
      text: (text) => layout.flow(text),
    }),
  );
  return [...layout.text.pieces(name.startsWith('docProps/') || name === 'meta.xml' ? 'properties' : name), ...failure];
}
