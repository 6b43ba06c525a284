import type { Piece } from '../piece.ts';
import { TextLayout } from '../text/text-layout.ts';
import type { DocumentPackage } from './document-package.ts';
import { runningTextPieces, told } from './part-text.ts';
import { relationshipsOf } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { WorksheetText } from './worksheet-text.ts';
import { readXml } from './xml-events.ts';

const workbook = 'xl/workbook.xml';
const sharedStrings = 'xl/sharedStrings.xml';

interface Sheet {
  readonly place: string;
  readonly part: string;
}

/** The sheets of a workbook in its order, each with its comments and drawings. @param taken Gets the names of parts that were read. */
export async function* workbookPieces(document: DocumentPackage, taken: Set<string>): AsyncGenerator<Piece> {
  taken.add(workbook);
  const { sheets, pieces } = await readWorkbook(document);
  yield* pieces;
  const strings: string[] = [];
  if (document.has(sharedStrings)) {
    taken.add(sharedStrings);
    yield* await told('shared strings', sharedStrings, () => readSharedStrings(document, sharedStrings, strings));
  }
  for (const { place, part } of sheets) {
    taken.add(part);
    const text = new WorksheetText(strings);
    const failure = await told(place, part, () => readXml(document.chunks(part), text));
    const { parts, tellingLinks } = await relationshipsOf(document, part);
    for (const link of tellingLinks) text.aside(link);
    yield* text.pieces(place);
    yield* failure;
    for (const beside of parts.values()) {
      const kind = /^xl\/(?:.*\/)?(threadedComment|comment|drawing)[^/]*\.xml$/.exec(beside)?.[1];
      if (kind === undefined || taken.has(beside) || !document.has(beside)) continue;
      taken.add(beside);
      yield* await runningTextPieces(document, beside, `${kind === 'drawing' ? 'drawings' : 'comments'} of ${place}`);
    }
  }
}

/** The list of sheets, and names that stand for values or formulas. */
async function readWorkbook(document: DocumentPackage): Promise<{ sheets: Sheet[]; pieces: Piece[] }> {
  const { parts } = await relationshipsOf(document, workbook);
  const sheets: Sheet[] = [];
  const names = new TextLayout();
  let definedName: string | undefined;
  const failure = document.has(workbook)
    ? await told('workbook', workbook, () =>
        readXml(document.chunks(workbook), {
          open(name, attributes) {
            definedName = name === 'definedName' ? (attributes.name ?? '') : undefined;
            if (name !== 'sheet') return;
            const part = Object.values(attributes).flatMap((value) => parts.get(value) ?? [])[0];
            const state =
              attributes.state === 'hidden' ? ' (hidden)' : attributes.state === 'veryHidden' ? ' (very hidden)' : '';
            if (part !== undefined && document.has(part))
              sheets.push({ place: `sheet ${attributes.name ?? ''}${state}`, part });
          },
          close: () => undefined,
          text(text) {
            if (definedName === undefined || !text.includes('"')) return;
            names.break();
            names.write(`${definedName}\t${text}`);
          },
        }),
      )
    : [];
  const listed = new Set(sheets.map(({ part }) => part));
  for (const part of document.names)
    if (/^xl\/(?:work|chart|dialog|macro)sheets\/[^/]+\.xml$/.test(part) && !listed.has(part))
      sheets.push({ place: `sheet ${part}`, part });
  return { sheets, pieces: [...names.text.pieces('names'), ...failure] };
}
