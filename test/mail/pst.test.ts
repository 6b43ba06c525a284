import { PSTFile, type PSTFolder } from 'pst-extractor';
import { expect, test } from 'vitest';
import { fileContent } from '../../src/mail/content.ts';
import type { Piece } from '../../src/mail/piece.ts';
import { PstFile } from '../../src/mail/pst/pst-file.ts';
import { BlockStore } from '../../src/mail/pst/block-store.ts';
import { pstFolders } from '../../src/mail/pst/pst-folder.ts';
import { nodeKind, pstNodes } from '../../src/mail/pst/pst-node.ts';
import reader from '../../src/mail/reader/pst.reader.ts';

/** Files that another reader of the format ships with itself, of both kinds of pages. */
const samples = ['enron.pst', 'pstextractortest@outlook.com.ost', 'pstextractortestpdf@outlook.com.ost'].map(
  (name) => new URL(`../../node_modules/pst-extractor/example/testdata/${name}`, import.meta.url).pathname,
);

type Message = Extract<Piece, { kind: 'message' }>;

async function readPst(path: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of reader.read(await fileContent(path))) pieces.push(piece);
  return pieces;
}

const messagesOf = (pieces: readonly Piece[]): Message[] => pieces.filter((piece) => piece.kind === 'message');

test.each(samples)('%s is read whole: each folder gives as many items as it says it has', async (path) => {
  const pieces = await readPst(path);
  expect(pieces.filter(({ kind }) => kind === 'unread')).toEqual([]);
  const messages = messagesOf(pieces);
  expect(messages.flatMap((message) => message.pieces).filter(({ kind }) => kind === 'unread')).toEqual([]);
  const given = new Map<string, number>();
  for (const { head, place } of messages)
    if (!place.includes('hidden item')) given.set(head.folder, (given.get(head.folder) ?? 0) + 1);
  const file = new PstFile(path);
  const folders = pstFolders(
    new BlockStore(file),
    pstNodes(file, [nodeKind.folder], () => undefined),
  );
  file.close();
  const said = [...folders.values()].filter(({ itemCount }) => (itemCount ?? 0) > 0);
  expect(new Map(said.map(({ path, itemCount }) => [path, itemCount]))).toEqual(given);
});

test.each(samples)('%s has in it what another reader finds', async (path) => {
  const own = messagesOf(await readPst(path)).map(
    ({ head, pieces }) =>
      `${head.subject}|${pieces.filter(({ kind }) => kind === 'part' || kind === 'message').length > 0}`,
  );
  const file = new PSTFile(path);
  const other: { subject: string; body: string }[] = [];
  const walk = (folder: PSTFolder): void => {
    for (const child of folder.hasSubfolders ? folder.getSubFolders() : []) walk(child);
    for (let item: unknown = folder.getNextChild(); item !== null; item = folder.getNextChild())
      other.push(item as { subject: string; body: string });
  };
  walk(file.getRootFolder());
  expect(other.length).toBeGreaterThan(20);
  const subjects = own.map((line) => line.split('|')[0]?.trim());
  for (const { subject } of other) expect(subjects).toContain(subject.trim());
  file.close();
});
