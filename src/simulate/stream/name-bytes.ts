import type { Population } from '../population/population.ts';
import { signInNameOf } from '../population/name.ts';
import { slot } from '../stencil/slot.ts';
import type { Values } from '../stencil/values.ts';

const slots = 1 << 15;
/** Layout of one person's stretch: ids of fixed width, then display name and sign-in name of any width. */
const at = { id: 0, idTail: 36, mailbox: 48, devices: 84, deviceHeads: 192, names: 210 } as const;
const stretch = at.names + 2 * 40;

/** What names people in records, as bytes, of those who were asked for lately. */
export class NameBytes {
  static readonly size = slots * stretch;
  readonly #population: Population;
  readonly #values: Values;
  readonly #first: number;
  readonly #who = new Int32Array(slots).fill(-1);
  readonly #displayEnd = new Uint8Array(slots);
  readonly #signInEnd = new Uint8Array(slots);

  /** Takes `NameBytes.size` of the values' bytes. */
  constructor(population: Population, values: Values) {
    this.#population = population;
    this.#values = values;
    this.#first = values.take(NameBytes.size);
  }

  /** @param machine 0 to 2. */
  fill(person: number, machine: number): void {
    const values = this.#values;
    const place = person & (slots - 1);
    const start = this.#first + place * stretch;
    if (this.#who[place] !== person) this.#learn(person, place, start);
    const names = start + at.names;
    const displayEnd = names + (this.#displayEnd[place] ?? 0);
    const device = start + at.devices + machine * 36;
    const deviceHead = start + at.deviceHeads + machine * 6;
    values.point(slot.userId, start, start + 36);
    values.point(slot.userIdTail, start + at.idTail, start + at.idTail + 12);
    values.point(slot.mailboxGuid, start + at.mailbox, start + at.mailbox + 36);
    values.point(slot.deviceId, device, device + 36);
    values.point(slot.deviceIdHead, deviceHead, deviceHead + 6);
    values.point(slot.displayName, names, displayEnd);
    values.point(slot.signInName, displayEnd, names + (this.#signInEnd[place] ?? 0));
  }

  #learn(person: number, place: number, start: number): void {
    const { id, displayName, mailboxGuid } = this.#population.identity(person);
    const devices = [0, 1, 2].map((machine) => this.#population.deviceId(person, machine));
    const heads = devices.map((device) => device.slice(0, 6).toUpperCase());
    const fixed = [id, id.slice(24).toUpperCase(), mailboxGuid, ...devices, ...heads].join('');
    const signInName = signInNameOf(displayName);
    this.#values.write(start, fixed + displayName + signInName);
    this.#who[place] = person;
    this.#displayEnd[place] = displayName.length;
    this.#signInEnd[place] = displayName.length + signInName.length;
  }
}
