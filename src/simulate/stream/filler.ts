import { americanMoment } from '../format/moment-text.ts';
import type { Agenda, Run } from '../habit/agenda.ts';
import { deedKind, folderPart, kindOf, machinePart, messagesPart, unknownMachine } from '../habit/deed.ts';
import { listedNames } from '../habit/scanner.ts';
import { dayMs, dayText } from '../population/day.ts';
import { mix, mixAll } from '../population/draw.ts';
import type { Source } from '../population/network.ts';
import { addressLengthAtMost, autonomousSystemOf, townKeyOf, townOf, writeAddress } from '../population/network.ts';
import type { Population } from '../population/population.ts';
import { tokenIdLength, uuidLength, writeTokenId, writeUuid } from '../population/uuid.ts';
import { need } from '../stencil/need.ts';
import { itemsAtMost, slot } from '../stencil/slot.ts';
import { Values } from '../stencil/values.ts';
import { NameBytes } from './name-bytes.ts';

/** For each use of a number another id; ids of records are told apart by the kind of deed as well. */
const uses = { session: 22, runToken: 25, id: 32, correlation: 48, request: 64, token: 80 } as const;

/** Beside names: what differs from record to record, some thousand towns in networks, names on lists. */
const otherBytes = 1 << 19;

/** Works out the values of one deed after the other. The same deed has the same values in every format. */
export class Filler {
  readonly values = new Values(otherBytes);
  readonly #seed: number;
  readonly #names: NameBytes;
  /** By key, starts and ends of the values of `townSlots`. */
  readonly #towns: Int32Array[] = [];
  readonly #listed = listedNames.map((name) => this.#keep(name));
  readonly #time = this.values.own('time', 23);
  readonly #issued = this.values.own('issued', 23);
  readonly #id = this.values.own('id', uuidLength);
  readonly #correlationId = this.values.own('correlationId', uuidLength);
  readonly #sessionId = this.values.own('sessionId', uuidLength);
  readonly #requestId = this.values.own('requestId', uuidLength);
  readonly #tokenId = this.values.own('tokenId', tokenIdLength);
  readonly #milliseconds = this.values.own('milliseconds', 3);
  readonly #size = this.values.own('size', 5);
  readonly #duration = this.values.own('duration', 6);
  readonly #address = this.values.own('ip', addressLengthAtMost);
  readonly #folderId = this.values.own('folderId', 24);
  readonly #items = Array.from({ length: itemsAtMost }, (_, item) => this.values.own(`item${item}`, 16));
  readonly #itemSizes = Array.from({ length: itemsAtMost }, (_, item) => this.values.own(`itemSize${item}`, 6));
  readonly #oddTimes = oddSlots.map(() => this.values.take(oddTimeLengthAtMost));
  #day = 0;

  constructor(population: Population) {
    this.#seed = population.seedNumber;
    this.#names = new NameBytes(population, this.values);
    this.values.point(slot.second, this.#time, this.#time + 19);
    this.values.point(slot.issuedSecond, this.#issued, this.#issued + 19);
  }

  startDay(day: number): void {
    this.#day = day;
    for (const start of [this.#time, this.#issued]) this.values.write(start, `${dayText(day)}T00:00:00.000`);
  }

  /**
   * @param serial differs from deed to deed of one kind in one tenant.
   * @param needs bits of `need`; what is not needed may be left as it was.
   */
  fill(agenda: Agenda, at: number, serial: number, needs: number): void {
    const { bytes } = this.values;
    const code = agenda.codes[at] ?? 0;
    const who = agenda.who[at] ?? 0;
    const more = agenda.more[at] ?? 0;
    const time = agenda.times[at] ?? 0;
    const kind = kindOf(code);
    if (kind === deedKind.told) return;
    writeClock(bytes, this.#time, time);
    if ((needs & need.oddTime) !== 0) this.#fillOddTimes(time);
    writeUuid(bytes, this.#id, this.#seed, uses.id + kind, serial);
    if ((needs & need.correlation) !== 0)
      writeUuid(bytes, this.#correlationId, this.#seed, uses.correlation + kind, serial);
    writeNumber(bytes, this.#milliseconds, 3, 100 + ((more >>> 3) % 380));
    const source = agenda.sources[at] ?? 0;
    this.#fillAddress(source, who);
    if ((needs & need.town) !== 0) this.#fillTown(source);
    if (kind === deedKind.signIn) {
      this.#fillPerson(who, machinePart(code));
      if ((needs & need.token) !== 0) writeTokenId(bytes, this.#tokenId, this.#seed, uses.token + kind, serial);
      return;
    }
    if (kind === deedKind.ownMail || kind === deedKind.workloadMail) {
      this.#fillPerson(who, 0);
      this.#fillItems(messagesPart(code), serial, who * 4 + folderPart(code));
    }
    if (kind === deedKind.ownMail) return;
    this.#fillRun(agenda.runs[more], more);
    if ((needs & need.request) === 0) return;
    writeUuid(bytes, this.#requestId, this.#seed, uses.request + kind, serial);
    writeNumber(bytes, this.#size, 5, 10_000 + (mix(serial) % 80_000));
    writeNumber(bytes, this.#duration, 6, 150_000 + (mix(serial + 1) % 750_000));
  }

  /** Start and end of a text that stays. */
  #keep(text: string): readonly [number, number] {
    const start = this.values.take(text.length);
    return [start, this.values.write(start, text)];
  }

  /** One session for a machine and day: tokens are renewed within it. */
  #fillPerson(who: number, machine: number): void {
    if (who < 0) {
      const [start, end] = this.#listed[-1 - who] ?? [0, 0];
      return this.values.point(slot.signInName, start, end);
    }
    this.#names.fill(who, machine === unknownMachine ? 0 : machine);
    const session = mixAll(this.#seed, who, this.#day * 4 + machine);
    writeUuid(this.values.bytes, this.#sessionId, this.#seed ^ who, uses.session, session);
  }

  /** What an application does with a token names when it was given, and by what id. */
  #fillRun(run: Run | undefined, number: number): void {
    if (run === undefined) return;
    const { bytes } = this.values;
    writeClock(bytes, this.#issued, run.time);
    writeTokenId(bytes, this.#tokenId, this.#seed, uses.runToken, this.#day * 4_096 + number);
  }

  /** In addresses of the new kind, devices draw a part of their own for each day. */
  #fillAddress(source: Source, who: number): void {
    const { values } = this;
    const end = writeAddress(values.bytes, this.#address, source, mixAll(this.#seed, who, this.#day));
    values.point(slot.ip, this.#address, end);
  }

  #fillTown(source: Source): void {
    const { values } = this;
    const town = this.#towns[townKeyOf(source)] ?? this.#learnTown(source);
    for (let index = 0; index < townSlots.length; index += 1)
      values.point(townSlots[index] ?? 0, town[2 * index] ?? 0, town[2 * index + 1] ?? 0);
  }

  #learnTown(source: Source): Int32Array {
    const { city, state, countryOrRegion, latitude, longitude } = townOf(source);
    const system = autonomousSystemOf(source);
    const texts = [city, state, countryOrRegion, String(latitude), String(longitude), String(system)];
    const town = Int32Array.from(texts.flatMap((text) => this.#keep(text)));
    this.#towns[townKeyOf(source)] = town;
    return town;
  }

  #fillItems(count: number, serial: number, folder: number): void {
    const { bytes } = this.values;
    for (let item = 0; item < count; item += 1) {
      const first = mix(serial * itemsAtMost + item);
      writeHexadecimal(bytes, this.#items[item] ?? 0, 16, first, mix(first ^ this.#seed));
      writeNumber(bytes, this.#itemSizes[item] ?? 0, 6, 100_000 + (mix(first + 1) % 800_000));
    }
    writeHexadecimal(bytes, this.#folderId, 24, mix(folder ^ this.#seed), mix(folder));
  }

  #fillOddTimes(time: number): void {
    const moment = this.#day * dayMs + time;
    const instant = new Date(moment).toISOString();
    const texts = [
      americanMoment(instant, 'power-shell'),
      americanMoment(instant, 'portal'),
      String(moment - (moment % 1_000)),
    ];
    for (const [index, text] of texts.entries()) {
      const start = this.#oddTimes[index] ?? 0;
      this.values.point(oddSlots[index] ?? 0, start, this.values.write(start, text));
    }
  }
}

const townSlots = [slot.city, slot.state, slot.country, slot.latitude, slot.longitude, slot.autonomousSystem];
const oddSlots = [slot.american, slot.americanPrecise, slot.epochSecond];
const oddTimeLengthAtMost = 32;
const zero = 48;

/** Writes hours to milliseconds into `YYYY-MM-DDThh:mm:ss.sss`. */
function writeClock(bytes: Uint8Array, start: number, time: number): void {
  const seconds = wholePart(time, 1_000);
  const minutes = wholePart(seconds, 60);
  const hours = wholePart(minutes, 60);
  writeTwoDigits(bytes, start + 11, hours);
  writeTwoDigits(bytes, start + 14, minutes - hours * 60);
  writeTwoDigits(bytes, start + 17, seconds - minutes * 60);
  const thousandths = time - seconds * 1_000;
  const hundredths = wholePart(thousandths, 100);
  bytes[start + 20] = zero + hundredths;
  writeTwoDigits(bytes, start + 21, thousandths - hundredths * 100);
}

/** Of whole numbers below 2^31, so that the machine need not divide as it divides fractions. */
const wholePart = (value: number, divisor: number): number => (value / divisor) | 0;

function writeTwoDigits(bytes: Uint8Array, at: number, value: number): void {
  const tens = wholePart(value, 10);
  bytes[at] = zero + tens;
  bytes[at + 1] = zero + value - tens * 10;
}

/** Writes a number that has `width` digits. */
function writeNumber(bytes: Uint8Array, start: number, width: number, value: number): void {
  let left = value;
  for (let index = start + width - 1; index >= start; index -= 1) {
    const tenth = wholePart(left, 10);
    bytes[index] = zero + left - tenth * 10;
    left = tenth;
  }
}

function writeHexadecimal(bytes: Uint8Array, start: number, width: number, first: number, second: number): void {
  for (let index = 0; index < width; index += 1) {
    const digit = ((index < 8 ? first : second) >>> ((index & 7) * 4)) & 15;
    bytes[start + index] = digit < 10 ? zero + digit : 87 + digit;
  }
}
