import { dayMs } from '../population/day.ts';
import type { Source } from '../population/network.ts';
import type { DirectoryAudit, GraphActivity, SignIn, UnifiedAudit } from '../record.ts';
import type { LogName } from '../scenario/evidence.ts';

/** What a record of each log is. */
export interface RecordOf {
  readonly signIn: SignIn;
  readonly directoryAudit: DirectoryAudit;
  readonly unifiedAudit: UnifiedAudit;
  readonly graphActivity: GraphActivity;
}

/** A record that was made as a whole, because there are few of its kind. */
export interface Told {
  readonly log: LogName;
  readonly record: RecordOf[LogName];
}

/** A time at which an application signed in, for what it did with the token. */
export interface Run {
  readonly time: number;
  readonly source: Source;
}

/** What happens on one day, in columns of numbers, in any order. */
export class Agenda {
  /** Since 1970. */
  readonly day: number;
  count = 0;
  /** Milliseconds of the day. */
  times: Int32Array;
  /** Index of a person; -1 and below of names that nobody has; of what was told the index in `told`. */
  who: Int32Array;
  codes: Int32Array;
  sources: Int32Array;
  /** Of what an application does with a token, the index in `runs`; otherwise chance for what is left open. */
  more: Int32Array;
  readonly told: Told[] = [];
  readonly runs: Run[] = [];

  /** @param room for so many deeds at first. */
  constructor(day: number, room = 1_024) {
    this.day = day;
    this.times = new Int32Array(room);
    this.who = new Int32Array(room);
    this.codes = new Int32Array(room);
    this.sources = new Int32Array(room);
    this.more = new Int32Array(room);
  }

  add(time: number, who: number, code: number, source: Source, more: number): void {
    if (this.count === this.times.length) this.#grow();
    const at = this.count;
    this.times[at] = time;
    this.who[at] = who;
    this.codes[at] = code;
    this.sources[at] = source;
    this.more[at] = more;
    this.count += 1;
  }

  /** The numbers of the deeds in order of time, then as they were added. */
  ordered(): Int32Array {
    return this.#counted(this.#counted(undefined, 0), halfBits);
  }

  /** The deeds in order of one half of their times' bits, and otherwise in the order that they had. */
  #counted(before: Int32Array | undefined, shift: number): Int32Array {
    const { times, count } = this;
    const nexts = new Int32Array(halfMask + 2);
    for (let at = 0; at < count; at += 1) {
      const half = ((times[at] ?? 0) >>> shift) & halfMask;
      nexts[half + 1] = (nexts[half + 1] ?? 0) + 1;
    }
    for (let half = 1; half < nexts.length; half += 1) nexts[half] = (nexts[half] ?? 0) + (nexts[half - 1] ?? 0);
    const order = new Int32Array(count);
    for (let position = 0; position < count; position += 1) {
      const at = before === undefined ? position : (before[position] ?? 0);
      const half = ((times[at] ?? 0) >>> shift) & halfMask;
      const next = nexts[half] ?? 0;
      order[next] = at;
      nexts[half] = next + 1;
    }
    return order;
  }

  #grow(): void {
    const grown = (column: Int32Array) => {
      const larger = new Int32Array(column.length * 2);
      larger.set(column);
      return larger;
    };
    this.times = grown(this.times);
    this.who = grown(this.who);
    this.codes = grown(this.codes);
    this.sources = grown(this.sources);
    this.more = grown(this.more);
  }
}

/** Of the 27 bits of a day's milliseconds. */
const halfBits = 14;
const halfMask = (1 << halfBits) - 1;

/** Takes deeds at any moment of a day and the next one; a day is over when it is taken. */
export class Diary {
  #today: Agenda;
  #tomorrow: Agenda;

  constructor(firstDay: number) {
    this.#today = new Agenda(firstDay);
    this.#tomorrow = new Agenda(firstDay + 1);
  }

  get today(): Agenda {
    return this.#today;
  }

  /** @param time in milliseconds since 1970; what is later than tomorrow happens at its end. */
  add(time: number, who: number, code: number, source: Source, more: number): void {
    const within = time - this.#today.day * dayMs;
    if (within < 0) return;
    if (within < dayMs) this.#today.add(Math.floor(within), who, code, source, more);
    else this.#tomorrow.add(Math.min(Math.floor(within - dayMs), dayMs - 1), who, code, source, more);
  }

  /** @param code that of `told` deeds. */
  tell(time: number, told: readonly Told[], code: number): void {
    const agenda = time < (this.#today.day + 1) * dayMs ? this.#today : this.#tomorrow;
    const within = Math.floor(time - agenda.day * dayMs);
    if (within < 0) return;
    for (const each of told) {
      agenda.add(Math.min(within, dayMs - 1), agenda.told.length, code, 0, 0);
      agenda.told.push(each);
    }
  }

  /** The day as it is now; what is added from here on belongs to the next one. */
  turn(): Agenda {
    const over = this.#today;
    this.#today = this.#tomorrow;
    // Days are alike, so that the next one seldom has to grow.
    this.#tomorrow = new Agenda(this.#today.day + 1, over.times.length);
    return over;
  }
}
