import type { Agenda, RecordOf } from '../habit/agenda.ts';
import {
  deedKind,
  form,
  formPart,
  kindOf,
  outcomePart,
  pathPart,
  withoutMachine,
  workloadPart,
} from '../habit/deed.ts';
import type { Population } from '../population/population.ts';
import type { Workload } from '../population/workload.ts';
import { keyIdOn, secretTurn } from '../population/workload.ts';
import type { Format, WrittenFile } from '../format/format.ts';
import type { LogName } from '../scenario/evidence.ts';
import { unifiedSignIn } from '../scenario/make-unified-audit.ts';
import { graphActivityOf, ownMailAccessOf, workloadMailAccessOf } from '../stencil/mail-mould.ts';
import type { FileKind } from '../stencil/press.ts';
import { Press } from '../stencil/press.ts';
import { userSignInOf, workloadSignInOf } from '../stencil/sign-in-mould.ts';
import type { Texts } from '../stencil/slot.ts';
import { standInTexts } from '../stencil/slot.ts';
import type { OutFile } from './out-file.ts';
import type { Stencil } from '../stencil/stencil.ts';
import type { Values } from '../stencil/values.ts';

/** Files of one kind, of which one may be open; and what the day brings them: how many records, the first and the last time. */
export interface Destination {
  readonly kind: FileKind;
  readonly setter: PageSetter;
  count: number;
  /** Milliseconds of the day. */
  first: number;
  last: number;
  file: OutFile | undefined;
}

/** How a record is written and where. */
export interface Page {
  readonly stencil: Stencil;
  readonly destination: Destination;
}

const stencilsAtMost = 6_000;
/** Beyond all codes of deeds. */
const turnUnit = 2 ** 32;

/** Knows for one log and format how each deed is written down; undefined if it is not. */
export class PageSetter {
  readonly log: LogName;
  readonly destinations = new Map<FileKind, Destination>();
  readonly #press: Press;
  readonly #population: Population;
  readonly #pages = new Map<number, Page | undefined>();
  /** By number in the agenda's list. */
  readonly #told = new Map<number, Page | undefined>();
  #day = 0;

  constructor(format: Format, log: LogName, population: Population) {
    this.log = log;
    this.#press = new Press(format, log, population.tenantId);
    this.#population = population;
  }

  startDay(day: number): void {
    this.#day = day;
    this.#told.clear();
    for (const destination of this.destinations.values()) destination.count = 0;
    // Programs get new versions, so that what was cut long ago is not needed any more.
    if (this.#pages.size > stencilsAtMost) this.#pages.clear();
  }

  pageOf(agenda: Agenda, at: number): Page | undefined {
    const code = agenda.codes[at] ?? 0;
    if (!this.#isLogged(code)) return undefined;
    const kind = kindOf(code);
    if (kind === deedKind.told) return this.#pageOfTold(agenda, agenda.who[at] ?? 0);
    const key =
      kind === deedKind.signIn
        ? withoutMachine(code)
        : kind === deedKind.workload
          ? code + secretTurn(this.#workload(code), this.#day) * turnUnit
          : code;
    let page = this.#pages.get(key);
    if (page === undefined && !this.#pages.has(key)) {
      page = this.#pageFor(this.#recordOf(code, standInTexts));
      this.#pages.set(key, page);
    }
    return page;
  }

  nameOf(kind: FileKind, first: string, last: string): string {
    return this.#press.nameOf(kind, first, last);
  }

  /** The whole file with this record alone. */
  writeAlone(agenda: Agenda, at: number, values: Values): WrittenFile[] {
    return this.#press.write([this.fullRecord(agenda, at, values)]);
  }

  /** The record as an object, made in the way that the stencil was. */
  fullRecord(agenda: Agenda, at: number, values: Values): RecordOf[LogName] {
    const told = agenda.told[agenda.who[at] ?? 0];
    const code = agenda.codes[at] ?? 0;
    return kindOf(code) === deedKind.told && told !== undefined ? told.record : this.#recordOf(code, values.texts());
  }

  #isLogged(code: number): boolean {
    switch (kindOf(code)) {
      case deedKind.told:
        return true;
      case deedKind.signIn:
        // The unified audit log does not have tokens that are renewed.
        return this.log === 'signIn' || (this.log === 'unifiedAudit' && formPart(code) !== form.renewal);
      case deedKind.workload:
        return this.log === 'signIn';
      case deedKind.graph:
        return this.log === 'graphActivity';
      default:
        return this.log === 'unifiedAudit';
    }
  }

  #pageOfTold(agenda: Agenda, number: number): Page | undefined {
    const told = agenda.told[number];
    if (told?.log !== this.log) return undefined;
    if (!this.#told.has(number)) this.#told.set(number, this.#pageFor(told.record, true));
    return this.#told.get(number);
  }

  #pageFor(record: RecordOf[LogName], isWhole = false): Page | undefined {
    const found = this.#press.stencil(record, isWhole);
    if (found === undefined) return undefined;
    const { stencil, kind } = found;
    let destination = this.destinations.get(kind);
    if (destination === undefined) {
      destination = { kind, setter: this, count: 0, first: 0, last: 0, file: undefined };
      this.destinations.set(kind, destination);
    }
    return { stencil, destination };
  }

  #recordOf(code: number, texts: Texts): RecordOf[LogName] {
    const kind = kindOf(code);
    const tenant = this.#population;
    if (kind === deedKind.signIn) {
      const record = userSignInOf(code, tenant, texts);
      return this.log === 'signIn' ? record : unifiedSignIn(record);
    }
    if (kind === deedKind.ownMail) return ownMailAccessOf(code, tenant, texts);
    const workload = this.#workload(code);
    const keyId = keyIdOn(workload, this.#day);
    if (kind === deedKind.workload) return workloadSignInOf(workload, keyId, outcomePart(code), tenant, texts);
    return kind === deedKind.workloadMail
      ? workloadMailAccessOf(code, workload, keyId, tenant, texts)
      : graphActivityOf(workload, workload.paths[pathPart(code)] ?? '', keyId, tenant, texts);
  }

  #workload(code: number): Workload {
    const workload = this.#population.workloads[workloadPart(code)];
    if (workload === undefined) throw new RangeError(`no application ${workloadPart(code)}`);
    return workload;
  }
}
