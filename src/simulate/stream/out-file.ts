import type { FileHandle } from 'node:fs/promises';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../../shape/fault.ts';
import type { Block } from '../stencil/block.ts';
import { blockOf, copy } from '../stencil/block.ts';
import type { FileKind } from '../stencil/press.ts';
import { pageSize } from '../stencil/press.ts';
import type { Stencil } from '../stencil/stencil.ts';
import { fillStencil } from '../stencil/stencil.ts';
import type { Values } from '../stencil/values.ts';

const bufferBytes = 1 << 19;

/** A file that records are appended to. Nothing that is already there is overwritten. */
export class OutFile {
  readonly name: string;
  readonly kind: FileKind;
  bytes = 0;
  #records = 0;
  readonly #handle: FileHandle;
  #buffer = blockOf(new Uint8Array(bufferBytes));
  #spare = blockOf(new Uint8Array(bufferBytes));
  #used = 0;
  #writing: Promise<unknown> = Promise.resolve();

  readonly #count: number;
  readonly #between: Block;
  readonly #pageBreak: Block;

  private constructor(name: string, kind: FileKind, count: number, handle: FileHandle) {
    this.name = name;
    this.kind = kind;
    this.#count = count;
    this.#between = blockOfText(kind.between);
    this.#pageBreak = blockOfText(kind.pageBreak ?? kind.between);
    this.#handle = handle;
  }

  /**
   * @param count of records that the file will have, if its kind tells. Throws a {@link Fault} if the file is there or the folder
   * cannot be written to.
   */
  static async create(path: string, name: string, kind: FileKind, count: number): Promise<OutFile> {
    const file = new OutFile(name, kind, count, await createFile(path));
    file.#append(blockOfText(kind.encoding === 'utf8' ? kind.before : `\uFEFF${kind.before}`));
    return file;
  }

  get records(): number {
    return this.#records;
  }

  /** Whether the record surely fits; if not, `flush` first. */
  hasRoomFor(stencil: Stencil): boolean {
    return this.#used + stencil.most + framing < this.#buffer.bytes.length;
  }

  add(stencil: Stencil, values: Values): void {
    if (this.#records > 0) this.#append(this.#records % pageSize === 0 ? this.#pageBreak : this.#between);
    this.#records += 1;
    if (this.kind.isNumbered) values.setPosition(this.#records, this.#count);
    this.#used = fillStencil(stencil, values, this.#buffer, this.#used);
  }

  /** Hands what there is to the system and makes room for at least `room` bytes; resolves when the last but one is written. */
  async flush(room = 0): Promise<void> {
    const bytes = this.#encoded();
    await this.#writing;
    this.bytes += bytes.length;
    this.#writing = this.#handle.write(bytes);
    [this.#buffer, this.#spare] = [this.#spare, this.#buffer];
    if (this.#buffer.bytes.length < room + framing) this.#buffer = blockOf(new Uint8Array(room + framing));
    this.#used = 0;
  }

  async finish(): Promise<void> {
    this.#append(blockOfText(this.kind.after));
    await this.flush();
    await this.#writing;
    await this.#handle.close();
  }

  /** Closes the file as it is. */
  async abandon(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#handle.close();
  }

  #append(text: Block): void {
    this.#used = copy(text, 0, text.bytes.length, this.#buffer, this.#used);
  }

  #encoded(): Uint8Array {
    const bytes = Buffer.from(this.#buffer.bytes.buffer, 0, this.#used);
    return this.kind.encoding === 'utf16le' ? Buffer.from(bytes.toString('utf8'), 'utf16le') : bytes;
  }
}

const blockOfText = (text: string): Block => blockOf(new Uint8Array(Buffer.from(text)));

/** Longer than anything that stands between or after records. */
const framing = 4_096;

/** Throws a {@link Fault} if the file is there or the folder cannot be written to. */
export async function createFile(path: string): Promise<FileHandle> {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await open(path, 'wx');
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new Fault('path-unreadable', isThere ? 'there is a file already' : 'the file cannot be written', {
      place: { file: path },
      hint: isThere
        ? 'Choose a new folder with --out; nothing is overwritten.'
        : 'Choose a folder that you may write to.',
      cause: error,
    });
  }
}
