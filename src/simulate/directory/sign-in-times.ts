import type { Agenda } from '../habit/agenda.ts';
import { deedKind, form, formPart, kindOf, outcomePart } from '../habit/deed.ts';
import { outcomeOf } from '../habit/outcome.ts';
import { dayMs } from '../population/day.ts';
import type { SignIn } from '../record.ts';

/** When somebody last signed in, in milliseconds since 1970; 0 for never. */
export interface Times {
  readonly interactive: number;
  readonly nonInteractive: number;
  readonly successful: number;
}

const oldForms = new Set<number>([form.imap, form.smtp, form.activeSync]);
const modernClients = new Set(['Browser', 'Mobile Apps and Desktop clients']);

const never: Times = { interactive: 0, nonInteractive: 0, successful: 0 };

/** Keeps of all sign-ins of a tenant when everybody had the last one of each kind. */
export class SignInTimes {
  readonly #interactive: Float64Array;
  readonly #nonInteractive: Float64Array;
  readonly #successful: Float64Array;
  /** Of sign-ins that attackers and scripts have, by the user's id. */
  readonly #told = new Map<string, Times>();
  /** Numbers and ids of those who got in with a protocol that knows no second factor. */
  readonly #old = new Set<number | string>();

  constructor(users: number) {
    this.#interactive = new Float64Array(users);
    this.#nonInteractive = new Float64Array(users);
    this.#successful = new Float64Array(users);
  }

  /** Takes a day; days come in order. */
  keep(agenda: Agenda): void {
    const midnight = agenda.day * dayMs;
    for (let at = 0; at < agenda.count; at += 1) {
      const code = agenda.codes[at] ?? 0;
      const who = agenda.who[at] ?? -1;
      const kind = kindOf(code);
      if (kind === deedKind.told) {
        const told = agenda.told[who];
        if (told?.log === 'signIn') this.#keepTold(told.record as SignIn);
      } else if (kind === deedKind.signIn && who >= 0) {
        const time = midnight + (agenda.times[at] ?? 0);
        keepLatest(formPart(code) === form.renewal ? this.#nonInteractive : this.#interactive, who, time);
        if (outcomeOf(outcomePart(code)).errorCode !== 0) continue;
        keepLatest(this.#successful, who, time);
        if (oldForms.has(formPart(code))) this.#old.add(who);
      }
    }
  }

  /** @param index of a person of the population; without one for accounts that only attackers know. */
  of(id: string, index?: number): Times {
    const told = this.#told.get(id) ?? never;
    if (index === undefined) return told;
    return {
      interactive: Math.max(told.interactive, this.#interactive[index] ?? 0),
      nonInteractive: Math.max(told.nonInteractive, this.#nonInteractive[index] ?? 0),
      successful: Math.max(told.successful, this.#successful[index] ?? 0),
    };
  }

  /** Whether somebody got in with IMAP, SMTP or ActiveSync. */
  usesOldProtocol(id: string, index?: number): boolean {
    return this.#old.has(id) || (index !== undefined && this.#old.has(index));
  }

  #keepTold({ userId, createdDateTime, isInteractive, status, clientAppUsed }: SignIn): void {
    if (userId === '') return;
    if (status.errorCode === 0 && clientAppUsed !== null && !modernClients.has(clientAppUsed)) this.#old.add(userId);
    const time = Date.parse(createdDateTime);
    const { interactive, nonInteractive, successful } = this.#told.get(userId) ?? never;
    this.#told.set(userId, {
      interactive: isInteractive ? Math.max(interactive, time) : interactive,
      nonInteractive: isInteractive ? nonInteractive : Math.max(nonInteractive, time),
      successful: status.errorCode === 0 ? Math.max(successful, time) : successful,
    });
  }
}

function keepLatest(times: Float64Array, who: number, time: number): void {
  if (time > (times[who] ?? 0)) times[who] = time;
}
