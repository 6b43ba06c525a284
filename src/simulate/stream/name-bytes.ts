import { nameLengthAtMost, writeSignInName } from '../population/name.ts';
import type { Population } from '../population/population.ts';
import { idUse } from '../population/population.ts';
import { writeUuid } from '../population/uuid.ts';
import { slot } from '../stencil/slot.ts';
import type { Values } from '../stencil/values.ts';

/** Layout of one person's stretch: ids of fixed width, then display name and sign-in name of any width. */
const at = { id: 0, idTail: 36, mailbox: 48, devices: 84, deviceHeads: 192, names: 210 } as const;
const stretch = at.names + 2 * nameLengthAtMost;

/** What names people in records, as bytes, of everybody who was asked for once: days are lived in order of time, not of people. */
export class NameBytes {
  readonly #population: Population;
  readonly #values: Values;
  readonly #first: number;
  /** By person; 0 of those who were not asked for yet. */
  readonly #displayEnd: Uint8Array;
  readonly #signInEnd: Uint8Array;

  /** Adds what it needs to the values' bytes. */
  constructor(population: Population, values: Values) {
    const { users } = population;
    this.#population = population;
    this.#values = values;
    values.extend(users * stretch);
    this.#first = values.take(users * stretch);
    this.#displayEnd = new Uint8Array(users);
    this.#signInEnd = new Uint8Array(users);
  }

  /** @param machine 0 to 2. */
  fill(person: number, machine: number): void {
    const values = this.#values;
    const start = this.#first + person * stretch;
    if (this.#displayEnd[person] === 0) this.#learn(person, start);
    const names = start + at.names;
    const displayEnd = names + (this.#displayEnd[person] ?? 0);
    const device = start + at.devices + machine * 36;
    const deviceHead = start + at.deviceHeads + machine * 6;
    values.point(slot.userId, start + at.id, start + at.id + 36);
    values.point(slot.userIdTail, start + at.idTail, start + at.idTail + 12);
    values.point(slot.mailboxGuid, start + at.mailbox, start + at.mailbox + 36);
    values.point(slot.deviceId, device, device + 36);
    values.point(slot.deviceIdHead, deviceHead, deviceHead + 6);
    values.point(slot.displayName, names, displayEnd);
    values.point(slot.signInName, displayEnd, names + (this.#signInEnd[person] ?? 0));
  }

  #learn(person: number, start: number): void {
    const { bytes } = this.#values;
    const seed = this.#population.seedNumber;
    writeUuid(bytes, start + at.id, seed, idUse.person, person);
    copyCapitals(bytes, start + at.id + 24, start + at.idTail, 12);
    writeUuid(bytes, start + at.mailbox, seed, idUse.mailbox, person);
    for (let machine = 0; machine < 3; machine += 1) {
      const device = start + at.devices + machine * 36;
      writeUuid(bytes, device, seed, idUse.device + machine, person);
      copyCapitals(bytes, device, start + at.deviceHeads + machine * 6, 6);
    }
    const displayName = this.#population.displayName(person);
    const displayEnd = this.#values.write(start + at.names, displayName);
    const signInEnd = writeSignInName(bytes, displayEnd, displayName);
    this.#displayEnd[person] = displayEnd - start - at.names;
    this.#signInEnd[person] = signInEnd - start - at.names;
  }
}

/** Hexadecimal digits, in capitals. */
function copyCapitals(bytes: Uint8Array, from: number, to: number, width: number): void {
  for (let index = 0; index < width; index += 1) {
    const digit = bytes[from + index] ?? 0;
    bytes[to + index] = digit > nine ? digit & ~caseBit : digit;
  }
}

const [nine, caseBit] = [0x39, 0x20];
