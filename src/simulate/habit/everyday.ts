import type { Source } from '../population/network.ts';
import { clientCode } from '../population/client.ts';
import { signInCode, form, unknownMachine } from './deed.ts';
import { outcome } from './outcome.ts';
import { rates } from './rate.ts';
import type { UseName } from './target-application.ts';
import { use } from './target-application.ts';
import { carrierSource } from './whereabouts.ts';
import type { PersonDay, World } from './world.ts';
import { minuteMs, momentBetween, workHours } from './world.ts';

const computerUses: readonly UseName[] = ['officeHome', 'outlookWeb', 'teams', 'sharePoint', 'officeHome'];
const adminUses: readonly UseName[] = ['azurePortal', 'adminCenter', 'azurePortal', 'azurePowerShell', 'graphTools'];
const programUses: readonly UseName[] = ['office', 'office', 'teams', 'oneDrive'];

/** Share of the sign-ins that phones make; people without one have the same number on their computer. */
const phoneShare = 0.35;

/** What somebody does every day: signing in at the computer, programs that renew their tokens, the phone. */
export function liveEveryday(world: World, person: PersonDay, factor: number): void {
  const { draw } = world;
  const { nature } = person;
  const mean = world.activity * nature.liveliness * factor;
  const interactive = draw.count(mean * rates.interactiveShare);
  for (let number = 0; number < interactive; number += 1) {
    const time = momentBetween(person, draw, nature.startHour, nature.startHour + workHours);
    signInAtComputer(world, person, time, person.whereabouts.work);
  }
  const renewals = draw.count(mean * (1 - rates.interactiveShare));
  for (let number = 0; number < renewals; number += 1) {
    if (nature.phoneMail !== -1 && draw.chance(phoneShare)) renewOnPhone(world, person);
    else renewAtComputer(world, person);
  }
}

/** An interactive sign-in that succeeds, with what Entra logs before it. */
export function signInAtComputer(world: World, person: PersonDay, time: number, source: Source): void {
  const { draw, diary } = world;
  const { nature } = person;
  const code = interactiveCoder(world, person);
  const add = (at: number, result: number) => diary.add(at, nature.index, code(result), source, draw.bits());
  if (!nature.hasMfa) return add(time, outcome.plain);
  if (!draw.chance(rates.factorAsked)) return add(time, outcome.claimed);
  if (draw.chance(rates.factorInterrupted)) {
    const asked = draw.chance(0.5) ? outcome.factorAsked : outcome.factorAskedAfterMove;
    add(time - draw.between(0.2, 1.5) * minuteMs, asked);
  }
  if (draw.chance(rates.factorUnanswered)) {
    add(time, outcome.factorRefused);
    // Most people take their phone and try again.
    if (draw.chance(0.85)) add(time + draw.between(0.5, 6) * minuteMs, outcome.given);
    return;
  }
  add(time, outcome.given);
  if (draw.chance(rates.staySignedIn)) add(time + 2_000, outcome.staySignedIn);
}

/** One machine and one application, for sign-ins that belong together; the outcome is left open. */
export function interactiveCoder({ draw }: World, { nature, day }: PersonDay): (result: number) => number {
  const uses = nature.kind === 'admin' && draw.chance(0.4) ? adminUses : computerUses;
  const what = use[uses[draw.below(uses.length)] ?? 'officeHome'];
  const isSecond = nature.secondBrowser !== -1 && draw.chance(0.2);
  const isPhone = !isSecond && nature.phoneBrowser !== -1 && draw.chance(0.15);
  const family = isSecond ? nature.secondBrowser : isPhone ? nature.phoneBrowser : nature.computerBrowser;
  // Browsers of phones do not say whose device it is.
  const machine = isSecond ? 1 : isPhone ? unknownMachine : 0;
  const client = clientCode(family, day, nature.daysLate);
  return (result) => signInCode(client, result, what, form.interactive, machine);
}

function renewAtComputer(world: World, person: PersonDay): void {
  const { draw, diary } = world;
  const { nature, whereabouts, day, isWorkday } = person;
  const time = momentBetween(person, draw, nature.startHour - 0.5, nature.startHour + workHours + (isWorkday ? 1 : 4));
  const client = clientCode(nature.computerOffice, day, nature.daysLate);
  const what = use[programUses[draw.below(programUses.length)] ?? 'office'];
  diary.add(
    time,
    nature.index,
    signInCode(client, renewed(world, nature.hasMfa), what, form.renewal, 0),
    whereabouts.work,
    draw.bits(),
  );
}

function renewOnPhone(world: World, person: PersonDay): void {
  const { draw, diary } = world;
  const { nature, whereabouts, day } = person;
  // From breakfast to bed; in working hours the phone is where the computer is.
  const hour = draw.between(6.5, 23);
  const isAtWork = person.isWorkday && hour >= nature.startHour && hour < nature.startHour + workHours;
  const isAway = draw.chance(rates.phoneOnCarrier);
  const source = isAway
    ? carrierSource(whereabouts, draw)
    : isAtWork && whereabouts.isAtOffice
      ? whereabouts.work
      : whereabouts.rest;
  const what = draw.chance(0.25) ? use.teams : use.outlookMobile;
  const client = clientCode(nature.phoneMail, day, nature.daysLate);
  const time = momentBetween(person, draw, hour, hour);
  diary.add(
    time,
    nature.index,
    signInCode(client, renewed(world, nature.hasMfa), what, form.renewal, 2),
    source,
    draw.bits(),
  );
}

function renewed({ draw }: World, hasMfa: boolean): number {
  if (draw.chance(rates.tokenRefused)) return draw.chance(0.5) ? outcome.tokenOld : outcome.tokenRevoked;
  return hasMfa ? outcome.claimed : outcome.plain;
}
