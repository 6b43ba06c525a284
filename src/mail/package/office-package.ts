import type { Piece } from '../piece.ts';
import type { Content } from '../reader.ts';
import { DocumentPackage } from './document-package.ts';
import { otherMembers } from './other-members.ts';
import { presentationPieces } from './presentation.ts';
import { wordPieces } from './word-document.ts';
import { workbookPieces } from './workbook.ts';

/** The pieces of an OOXML document, by what is in it and not by what it is called: a renamed workbook is read as one. */
export async function* officePackagePieces(content: Content): AsyncGenerator<Piece> {
  const document = await DocumentPackage.open(await content.bytes());
  const taken = new Set<string>();
  const holds = (folder: string) => document.names.some((name) => name.startsWith(folder));
  if (holds('word/')) yield* wordPieces(document, taken);
  if (holds('xl/')) yield* workbookPieces(document, taken);
  if (holds('ppt/')) yield* presentationPieces(document, taken);
  yield* otherMembers(document, taken);
}

const zipSignature = 'PK\u0003\u0004';

/**
 * How sure it is that a content is an OOXML document of this folder. The first members are seen with their names; where they are too
 * large for that, a zip archive that is called a document is one.
 */
export function packageSureness(
  { name, mediaType, head }: Pick<Content, 'name' | 'mediaType' | 'head'>,
  folder: 'word' | 'xl' | 'ppt',
  ending: RegExp,
): 0 | 1 | 3 {
  const isCalledSo = ending.test(name) || mediaType.startsWith(mediaTypes[folder]);
  const text = head.toString('latin1');
  if (!text.startsWith(zipSignature)) return isCalledSo ? 1 : 0;
  const folders = [...text.matchAll(/PK\u0003\u0004[^]{26}(word|xl|ppt)\//g)].map(([, found]) => found);
  if (folders.length > 0) return folders[0] === folder && (isCalledSo || text.includes('[Content_Types].xml')) ? 3 : 0;
  return isCalledSo ? 3 : 0;
}

const mediaTypes = {
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml',
  xl: 'application/vnd.openxmlformats-officedocument.spreadsheetml',
  ppt: 'application/vnd.openxmlformats-officedocument.presentationml',
} as const;
