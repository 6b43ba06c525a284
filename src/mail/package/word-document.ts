import type { Piece } from '../piece.ts';
import type { DocumentPackage } from './document-package.ts';
import { runningTextPieces } from './part-text.ts';

const places: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/, 'body'],
  [/^word\/header\d*\.xml$/, 'header'],
  [/^word\/footer\d*\.xml$/, 'footer'],
  [/^word\/footnotes\.xml$/, 'footnotes'],
  [/^word\/endnotes\.xml$/, 'endnotes'],
  [/^word\/comments\.xml$/, 'comments'],
  [/^word\/glossary\/document\.xml$/, 'building blocks'],
  [/^word\/(?:charts|diagrams|drawings)\/(?:chart|data|drawing)\d*\.xml$/, 'drawings'],
];

/** The texts of a Word document: the body first, then what stands around it. @param taken Gets the names of parts that were read. */
export async function* wordPieces(document: DocumentPackage, taken: Set<string>): AsyncGenerator<Piece> {
  for (const [name, place] of places)
    for (const part of document.names.filter((candidate) => name.test(candidate))) {
      taken.add(part);
      yield* await runningTextPieces(document, part, place);
    }
}
