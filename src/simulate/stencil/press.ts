import type { Encoding, Format, WriteOptions, WrittenFile } from '../format/format.ts';
import type { RecordOf } from '../habit/agenda.ts';
import type { LogName } from '../scenario/evidence.ts';
import { copiesInCsv, copiesInJson } from './record-text.ts';
import { standInTexts } from './slot.ts';
import type { Stencil } from './stencil.ts';
import { cutStencil, plainStencil } from './stencil.ts';

/** A kind of file that a format writes, and what stands around the records in it. */
export interface FileKind {
  /** The name that the writer gives it at a fixed time; tells the kinds apart. */
  readonly key: string;
  readonly encoding: Encoding;
  readonly before: string;
  readonly between: string;
  readonly after: string;
  /** Between the last record of a page and the first of the next; undefined if the file is one page. */
  readonly pageBreak: string | undefined;
  /** Whether each record says which of the file's it is. */
  readonly isNumbered: boolean;
  /** Whether each record says how many the file has, so that they must be known before the first is written. */
  readonly isCounted: boolean;
  /** A record alone in its file is laid out in another way than among others. */
  readonly isAloneSpecial: boolean;
  /** A record of it, for the name of a file. */
  readonly sample: RecordOf[LogName];
}

/** Records that a tool asks for at a time. */
export const pageSize = 1_000;
const onePage = Number.MAX_SAFE_INTEGER;
const standInTime = `${standInTexts.time}Z`;

type Write = (records: readonly RecordOf[LogName][], options: WriteOptions) => WrittenFile[];

/** Everything that one format says about one log, learnt from its writer and from nothing else. */
export class Press {
  readonly log: LogName;
  readonly #write: Write;
  readonly #kinds = new Map<string, FileKind>();
  readonly #options: WriteOptions;

  /** @param tenantId of the directory audits, which do not name it themselves. Throws a RangeError if the format lacks the log. */
  constructor(format: Format, log: LogName, tenantId: string) {
    const write = format[log];
    if (write === undefined) throw new RangeError(`${format.id} has no ${log}`);
    this.log = log;
    this.#write = write as Write;
    this.#options = { tenantId, pageSize: onePage };
  }

  /** Files as the tool itself would write these records. */
  write(records: readonly RecordOf[LogName][]): WrittenFile[] {
    return this.#write(records, this.#options);
  }

  /** The name of a file that has records of this time span. */
  nameOf(kind: FileKind, first: string, last: string): string {
    const [file] = this.write([withTime(this.log, kind.sample, first), withTime(this.log, kind.sample, last)]);
    return file?.name ?? '';
  }

  /**
   * The stencil of a record and the kind of file it belongs to; undefined if the format leaves it out.
   *
   * @param isWhole whether the record holds its own values instead of stand-ins.
   */
  stencil(record: RecordOf[LogName], isWhole = false): { stencil: Stencil; kind: FileKind } | undefined {
    const named = this.#fileOf([withTime(this.log, record, standInTime)]);
    if (named === undefined) return undefined;
    const known = this.#kinds.get(named.name);
    if (known === undefined || known.isNumbered || known.isAloneSpecial)
      return this.#stencilAmongCopies(record, named.name, isWhole);
    const alone = isWhole ? this.#textOf([record]) : decoded(named);
    const text = alone.slice(known.before.length, alone.length - known.after.length);
    return { stencil: isWhole ? plainStencil(text) : cutStencil(text), kind: known };
  }

  /** Where a record alone does not show what stands around it, copies of it do. */
  #stencilAmongCopies(record: RecordOf[LogName], name: string, isWhole: boolean): { stencil: Stencil; kind: FileKind } {
    const text = this.#textOf(copiesOf(record, 3));
    const known = this.#kinds.get(name);
    const [first, second] =
      known === undefined ? copiesIn(text, name, idOf(this.log, record)) : stretchesOf(text, known);
    if (first === undefined || second === undefined) throw new RangeError(`no record in ${name}`);
    const one = text.slice(first.start, first.end);
    const two = text.slice(second.start, second.end);
    const kind = known ?? this.#learn(name, record, text, first.start, second, one !== two);
    this.#kinds.set(name, kind);
    if (one !== two) return { stencil: cutStencil(this.#withPositions(record, kind, one, two)), kind };
    return { stencil: isWhole ? plainStencil(one) : cutStencil(one), kind };
  }

  /** Without a mark of its encoding. */
  #fileOf(records: readonly RecordOf[LogName][], size = onePage): WrittenFile | undefined {
    return this.#write(records, { ...this.#options, encoding: 'utf8', pageSize: size })[0];
  }

  #textOf(records: readonly RecordOf[LogName][], size = onePage): string {
    return decoded(this.#fileOf(records, size));
  }

  #learn(
    name: string,
    record: RecordOf[LogName],
    text: string,
    start: number,
    second: { readonly start: number; readonly end: number },
    isNumbered: boolean,
  ): FileKind {
    const length = second.end - second.start;
    const before = text.slice(0, start);
    const between = text.slice(start + length, second.start);
    const after = text.slice(second.end + between.length + length);
    const alone = this.#textOf([record]);
    const paged = this.#textOf(copiesOf(record, 3), 2);
    const [encoded] = this.write([record]);
    const breakAt = second.end;
    const pageBreak = paged.slice(breakAt, paged.length - after.length - length);
    const isPaged =
      !isNumbered && paged.startsWith(text.slice(0, breakAt)) && paged.endsWith(text.slice(-after.length - length));
    return {
      key: name,
      encoding: encodingOf(encoded?.bytes ?? new Uint8Array()),
      before,
      between,
      after,
      pageBreak: isPaged && pageBreak !== between ? pageBreak : undefined,
      isNumbered,
      isCounted:
        isNumbered &&
        this.#textOf(copiesOf(record, 2)).slice(start, start + length) !== text.slice(start, start + length),
      isAloneSpecial: alone.length !== before.length + length + after.length,
      sample: record,
    };
  }

  /** Puts the stand-ins of position and count where copies differ, which are single digits with so few copies. */
  #withPositions(record: RecordOf[LogName], kind: FileKind, first: string, second: string): string {
    const ofTwo = this.#textOf(copiesOf(record, 2)).slice(kind.before.length, kind.before.length + first.length);
    return first
      .split('')
      .map((character, at) =>
        character !== second[at] ? standInTexts.position : character !== ofTwo[at] ? standInTexts.count : character,
      )
      .join('');
  }
}

const decoded = (file: WrittenFile | undefined): string => Buffer.from(file?.bytes ?? []).toString('utf8');

function copiesIn(text: string, name: string, mark: string) {
  return name.endsWith('.csv') ? copiesInCsv(text, 3) : copiesInJson(text, mark, 3);
}

/** Of three copies in a file of a known kind. */
function stretchesOf(text: string, { before, between, after }: FileKind) {
  const length = (text.length - before.length - after.length - 2 * between.length) / 3;
  const start = before.length;
  const second = start + length + between.length;
  return [
    { start, end: start + length },
    { start: second, end: second + length },
  ];
}

const copiesOf = <Record>(record: Record, copies: number): Record[] => Array.from({ length: copies }, () => record);

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return 'utf8-bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  return 'utf8';
}

const timeProperties = {
  signIn: 'createdDateTime',
  directoryAudit: 'activityDateTime',
  unifiedAudit: 'CreationTime',
  graphActivity: 'timeGenerated',
} as const satisfies Record<LogName, string>;

/** When a record says it happened, to the millisecond where the log knows it. */
export function timeOf(log: LogName, record: RecordOf[LogName]): string {
  const time = String((record as unknown as Record<string, unknown>)[timeProperties[log]]);
  return log === 'unifiedAudit' ? `${time}.000Z` : time;
}

function withTime(log: LogName, record: RecordOf[LogName], time: string): RecordOf[LogName] {
  return { ...record, [timeProperties[log]]: log === 'unifiedAudit' ? time.slice(0, 19) : time };
}

const idProperties = {
  signIn: 'id',
  directoryAudit: 'id',
  unifiedAudit: 'Id',
  graphActivity: 'requestId',
} as const satisfies Record<LogName, string>;

function idOf(log: LogName, record: RecordOf[LogName]): string {
  return String((record as unknown as Record<string, unknown>)[idProperties[log]]);
}
