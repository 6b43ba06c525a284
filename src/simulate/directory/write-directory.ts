import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DirectoryFile } from './files-of.ts';

/** As many as Microsoft Graph gives at once. */
const pageSize = 999;
const flushCharacters = 1 << 18;

export interface WrittenDirectory {
  readonly files: number;
  readonly bytes: number;
}

/** Writes the files into a folder, record by record, so that their number costs no memory. */
export async function writeDirectory(folder: string, files: readonly DirectoryFile[]): Promise<WrittenDirectory> {
  let count = 0;
  let bytes = 0;
  for (const file of files) {
    const written = await writeFile(folder, file);
    count += written.files;
    bytes += written.bytes;
  }
  return { files: count, bytes };
}

/** The texts of the files by name, each as a whole, for what is small. */
export function textsOf(files: readonly DirectoryFile[]): { readonly name: string; readonly text: string }[] {
  return files.flatMap((file) => {
    const texts = new Map<string, string>();
    for (const { name, text } of partsOf(file)) texts.set(name, (texts.get(name) ?? '') + text);
    return [...texts].map(([name, text]) => ({ name, text }));
  });
}

async function writeFile(folder: string, file: DirectoryFile): Promise<WrittenDirectory> {
  let files = 0;
  let bytes = 0;
  let open: OpenFile | undefined;
  let current = '';
  try {
    for (const { name, text } of partsOf(file)) {
      if (name !== current) {
        bytes += (await open?.close()) ?? 0;
        open = await OpenFile.create(join(folder, name));
        current = name;
        files += 1;
      }
      await open?.add(text);
    }
  } finally {
    bytes += (await open?.close()) ?? 0;
  }
  return { files, bytes };
}

class OpenFile {
  readonly #handle: Awaited<ReturnType<typeof open>>;
  #text = '';
  #bytes = 0;

  private constructor(handle: Awaited<ReturnType<typeof open>>) {
    this.#handle = handle;
  }

  static async create(path: string): Promise<OpenFile> {
    await mkdir(dirname(path), { recursive: true });
    return new OpenFile(await open(path, 'wx'));
  }

  async add(text: string): Promise<void> {
    this.#text += text;
    if (this.#text.length >= flushCharacters) await this.#flush();
  }

  /** Returns how many bytes the file has. */
  async close(): Promise<number> {
    await this.#flush();
    await this.#handle.close();
    return this.#bytes;
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#text);
    this.#text = '';
    this.#bytes += bytes.length;
    await this.#handle.write(bytes);
  }
}

interface Part {
  readonly name: string;
  readonly text: string;
}

/** The text of a file, and of those that follow if one page is not enough, in pieces; nothing of an empty list. */
function* partsOf(file: DirectoryFile): Generator<Part> {
  if (file.isSingle === true) {
    for (const record of file.records) {
      const context = file.context === undefined ? {} : { '@odata.context': contextOf(file.context) };
      yield { name: `${file.name}.json`, text: `${JSON.stringify({ ...context, ...record }, undefined, 2)}\n` };
    }
    return;
  }
  yield* file.context === undefined ? listOf(file) : pagesOf(file, file.context);
}

function* listOf({ name, records }: DirectoryFile): Generator<Part> {
  const part = (text: string) => ({ name: `${name}.json`, text });
  let before = '[';
  for (const record of records) {
    yield part(`${before}\n${JSON.stringify(record)}`);
    before = ',';
  }
  if (before === ',') yield part('\n]\n');
}

function* pagesOf({ name, records }: DirectoryFile, context: string): Generator<Part> {
  let page = 1;
  let count = 0;
  const part = (text: string) => ({ name: `${name}${page === 1 ? '' : `_${page}`}.json`, text });
  const open = () => part(`{"@odata.context":${JSON.stringify(contextOf(context))},"value":[`);
  for (const record of records) {
    if (page === 1 && count === 0) yield open();
    if (count === pageSize) {
      const link = `https://graph.microsoft.com/v1.0/${context}?$skiptoken=${page + 1}`;
      yield part(`\n],"@odata.nextLink":${JSON.stringify(link)}}\n`);
      page += 1;
      count = 0;
      yield open();
    }
    yield part(`${count === 0 ? '' : ','}\n${JSON.stringify(record)}`);
    count += 1;
  }
  if (count > 0) yield part('\n]}\n');
}

const contextOf = (context: string): string => `https://graph.microsoft.com/v1.0/$metadata#${context}`;
