/** The bytes of a record that is being read, which may come in many chunks, and what is wrong with it so far. */
export class RecordPieces {
  /** Where it begins. */
  line = 0;
  /** Bytes read, of which a record with a problem keeps only the first piece. */
  length = 0;
  problem: string | undefined;
  #pieces: Buffer[] = [];

  begin(line: number): void {
    this.line = line;
    this.problem = undefined;
    this.clear();
  }

  /** @param isMore the memory of the chunk will be used again before the record ends. */
  keep(piece: Buffer, isMore: boolean): void {
    this.length += piece.length;
    if (this.problem !== undefined && this.#pieces.length > 0) return;
    this.#pieces.push(isMore ? Buffer.from(piece) : piece);
  }

  get pieces(): readonly Buffer[] {
    return this.#pieces;
  }

  /** The first piece. */
  get head(): Buffer {
    return this.#pieces[0] ?? Buffer.alloc(0);
  }

  /** All that was kept; a copy only if it came in several pieces. */
  whole(): Buffer {
    return this.#pieces.length < 2 ? this.head : Buffer.concat(this.#pieces);
  }

  clear(): void {
    this.#pieces = [];
    this.length = 0;
  }
}
