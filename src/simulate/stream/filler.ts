import { americanMoment } from '../format/moment-text.ts';
import type { Agenda, Run } from '../habit/agenda.ts';
import { deedKind, folderPart, kindOf, machinePart, unknownMachine } from '../habit/deed.ts';
import { listedNames } from '../habit/scanner.ts';
import { dayMs, dayText } from '../population/day.ts';
import { mix, mixAll } from '../population/draw.ts';
import type { Source } from '../population/network.ts';
import { addressLengthAtMost, autonomousSystemOf, townKeyOf, townOf, writeAddress } from '../population/network.ts';
import type { Population } from '../population/population.ts';
import { tokenIdLength, uuidLength, writeTokenId, writeUuid } from '../population/uuid.ts';
import type { SlotName } from '../stencil/slot.ts';
import { itemsAtMost, slot } from '../stencil/slot.ts';
import { Values } from '../stencil/values.ts';
import { NameBytes } from './name-bytes.ts';

const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** For each use of a number another id; ids of records are told apart by the kind of deed as well. */
const uses = { session: 22, runToken: 25, id: 32, correlation: 48, request: 64, token: 80 } as const;

/** Works out the values of one deed after the other. The same deed has the same values in every format. */
export class Filler {
  readonly values = new Values();
  readonly #seed: number;
  readonly #names: NameBytes;
  readonly #towns: (readonly Uint8Array[])[] = [];
  readonly #listed = listedNames.map(ascii);
  readonly #time = this.#own('time', 23);
  readonly #issued = this.#own('issued', 23);
  readonly #id = this.#own('id', uuidLength);
  readonly #correlationId = this.#own('correlationId', uuidLength);
  readonly #sessionId = this.#own('sessionId', uuidLength);
  readonly #requestId = this.#own('requestId', uuidLength);
  readonly #tokenId = this.#own('tokenId', tokenIdLength);
  readonly #milliseconds = this.#own('milliseconds', 3);
  readonly #size = this.#own('size', 5);
  readonly #duration = this.#own('duration', 6);
  readonly #address = this.#own('ip', addressLengthAtMost);
  readonly #folderId = this.#own('folderId', 24);
  readonly #items = Array.from({ length: itemsAtMost }, (_, item) => this.#own(`item${item}`, 16));
  readonly #itemSizes = Array.from({ length: itemsAtMost }, (_, item) => this.#own(`itemSize${item}`, 6));
  #day = 0;

  constructor(population: Population) {
    this.#seed = population.seedNumber;
    this.#names = new NameBytes(population);
    this.values.set(slot.second, this.#time, 0, 19);
    this.values.set(slot.issuedSecond, this.#issued, 0, 19);
  }

  startDay(day: number): void {
    this.#day = day;
    const midnight = ascii(`${dayText(day)}T00:00:00.000`);
    this.#time.set(midnight);
    this.#issued.set(midnight);
  }

  /** @param serial differs from deed to deed of one kind in one tenant. */
  fill(agenda: Agenda, at: number, serial: number, needsOddTimes: boolean): void {
    const code = agenda.codes[at] ?? 0;
    const who = agenda.who[at] ?? 0;
    const more = agenda.more[at] ?? 0;
    const time = agenda.times[at] ?? 0;
    const kind = kindOf(code);
    if (kind === deedKind.told) return;
    writeClock(this.#time, time);
    if (needsOddTimes) this.#fillOddTimes(time);
    writeUuid(this.#id, 0, this.#seed, uses.id + kind, serial);
    writeUuid(this.#correlationId, 0, this.#seed, uses.correlation + kind, serial);
    writeNumber(this.#milliseconds, 100 + ((more >>> 3) % 380));
    this.#fillSource(agenda.sources[at] ?? 0, more);
    if (kind === deedKind.signIn) {
      this.#fillPerson(who, machinePart(code));
      writeTokenId(this.#tokenId, 0, this.#seed, uses.token + kind, serial);
      return;
    }
    if (kind === deedKind.ownMail || kind === deedKind.workloadMail) {
      this.#fillPerson(who, 0);
      this.#fillItems(serial, who * 4 + folderPart(code));
    }
    if (kind === deedKind.ownMail) return;
    this.#fillRun(agenda.runs[more], more);
    writeUuid(this.#requestId, 0, this.#seed, uses.request + kind, serial);
    writeNumber(this.#size, 10_000 + (mix(serial) % 80_000));
    writeNumber(this.#duration, 150_000 + (mix(serial + 1) % 750_000));
  }

  /** A stretch of bytes of this slot's own. */
  #own(name: SlotName, width: number): Uint8Array {
    const bytes = new Uint8Array(width);
    this.values.set(slot[name] ?? 0, bytes, 0, width);
    return bytes;
  }

  /** One session for a machine and day: tokens are renewed within it. */
  #fillPerson(who: number, machine: number): void {
    const listed = this.#listed[-1 - who];
    if (listed !== undefined) return this.#set(slot.signInName, listed);
    this.#names.fill(this.values, who, machine === unknownMachine ? 0 : machine);
    writeUuid(this.#sessionId, 0, this.#seed ^ who, uses.session, mixAll(this.#seed, who, this.#day * 4 + machine));
  }

  /** What an application does with a token names when it was given, and by what id. */
  #fillRun(run: Run | undefined, number: number): void {
    if (run === undefined) return;
    writeClock(this.#issued, run.time);
    writeTokenId(this.#tokenId, 0, this.#seed, uses.runToken, this.#day * 4_096 + number);
  }

  #fillSource(source: Source, interfaceBits: number): void {
    this.values.set(slot.ip, this.#address, 0, writeAddress(this.#address, source, interfaceBits));
    const key = townKeyOf(source);
    let town = this.#towns[key];
    if (town === undefined) {
      const { city, state, countryOrRegion, latitude, longitude } = townOf(source);
      const system = autonomousSystemOf(source);
      town = [city, state, countryOrRegion, String(latitude), String(longitude), String(system)].map(ascii);
      this.#towns[key] = town;
    }
    for (let index = 0; index < townSlots.length; index += 1)
      this.#set(townSlots[index] ?? 0, town[index] ?? this.#address);
  }

  #fillItems(serial: number, folder: number): void {
    for (let item = 0; item < itemsAtMost; item += 1) {
      const first = mix(serial * itemsAtMost + item);
      writeHexadecimal(this.#items[item] ?? this.#id, first, mix(first ^ this.#seed));
      writeNumber(this.#itemSizes[item] ?? this.#id, 100_000 + (mix(first + 1) % 800_000));
    }
    writeHexadecimal(this.#folderId, mix(folder ^ this.#seed), mix(folder));
  }

  #fillOddTimes(time: number): void {
    const moment = this.#day * dayMs + time;
    const instant = new Date(moment).toISOString();
    this.#set(slot.american, ascii(americanMoment(instant, 'power-shell')));
    this.#set(slot.americanPrecise, ascii(americanMoment(instant, 'portal')));
    this.#set(slot.epochSecond, ascii(String(moment - (moment % 1_000))));
  }

  #set(slotNumber: number, bytes: Uint8Array): void {
    this.values.set(slotNumber, bytes, 0, bytes.length);
  }
}

const townSlots = [slot.city, slot.state, slot.country, slot.latitude, slot.longitude, slot.autonomousSystem];
const zero = 48;

/** Writes hours to milliseconds into `YYYY-MM-DDThh:mm:ss.sss`. */
function writeClock(bytes: Uint8Array, time: number): void {
  const seconds = Math.floor(time / 1_000);
  writeTwoDigits(bytes, 11, Math.floor(seconds / 3_600));
  writeTwoDigits(bytes, 14, Math.floor(seconds / 60) % 60);
  writeTwoDigits(bytes, 17, seconds % 60);
  const thousandths = time - seconds * 1_000;
  bytes[20] = zero + Math.floor(thousandths / 100);
  writeTwoDigits(bytes, 21, thousandths % 100);
}

function writeTwoDigits(bytes: Uint8Array, at: number, value: number): void {
  const tens = Math.floor(value / 10);
  bytes[at] = zero + tens;
  bytes[at + 1] = zero + value - tens * 10;
}

/** Fills the bytes with the digits of a number that has as many. */
function writeNumber(bytes: Uint8Array, value: number): void {
  for (let index = bytes.length - 1, left = value; index >= 0; index -= 1, left = Math.floor(left / 10))
    bytes[index] = zero + (left % 10);
}

function writeHexadecimal(bytes: Uint8Array, first: number, second: number): void {
  for (let index = 0; index < bytes.length; index += 1) {
    const digit = ((index < 8 ? first : second) >>> ((index & 7) * 4)) & 15;
    bytes[index] = digit < 10 ? zero + digit : 87 + digit;
  }
}
