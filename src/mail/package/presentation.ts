import type { Piece } from '../piece.ts';
import type { DocumentPackage } from './document-package.ts';
import { runningTextPieces, told } from './part-text.ts';
import { relationshipsOf } from './relationships.ts';
import { readXml } from './xml-events.ts';

const presentation = 'ppt/presentation.xml';
const slideName = /^ppt\/slides\/slide(\d+)\.xml$/;

/** The slides of a presentation in their order, each with its notes and comments. @param taken Gets the names of parts that were read. */
export async function* presentationPieces(document: DocumentPackage, taken: Set<string>): AsyncGenerator<Piece> {
  const slides = await slidesInOrder(document);
  taken.add(presentation);
  for (const [index, slide] of slides.entries()) {
    taken.add(slide);
    const number = index + 1;
    yield* await runningTextPieces(document, slide, `slide ${number}`);
    for (const part of (await relationshipsOf(document, slide)).parts.values()) {
      const place = /\/notesSlide/.test(part)
        ? `notes ${number}`
        : /\/comments\//.test(part)
          ? `comments ${number}`
          : undefined;
      if (place === undefined || taken.has(part) || !document.has(part)) continue;
      taken.add(part);
      yield* await runningTextPieces(document, part, place);
    }
  }
  for (const part of document.names) {
    const place =
      /^ppt\/(notesSlides|comments|charts|diagrams|slideMasters|slideLayouts)\/(?:notesSlide|comment|chart|data|slideMaster|slideLayout|modernComment)[^/]*\.xml$/.exec(
        part,
      )?.[1];
    if (place === undefined || taken.has(part)) continue;
    taken.add(part);
    yield* await runningTextPieces(
      document,
      part,
      place.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`),
    );
  }
}

/** As the presentation lists them; slides that it does not list come last, by number. */
async function slidesInOrder(document: DocumentPackage): Promise<string[]> {
  const { parts } = await relationshipsOf(document, presentation);
  const listed: string[] = [];
  if (document.has(presentation))
    await told('', presentation, () =>
      readXml(document.chunks(presentation), {
        open(name, attributes) {
          if (name !== 'sldId') return;
          // Of its two ids the relationship is the one that resolves.
          const part = Object.values(attributes).flatMap((value) => parts.get(value) ?? [])[0];
          if (part !== undefined && document.has(part)) listed.push(part);
        },
        close: () => undefined,
        text: () => undefined,
      }),
    );
  const number = (name: string) => Number(slideName.exec(name)?.[1] ?? 0);
  const others = document.names.filter((name) => slideName.test(name)).toSorted((a, b) => number(a) - number(b));
  return [...new Set([...listed, ...others])];
}
