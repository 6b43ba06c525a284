import { clientCode } from '../population/client.ts';
import { weekdayOf } from '../population/day.ts';
import { mixAll } from '../population/draw.ts';
import { daysSinceExpiry, isBackToday } from './calendar.ts';
import { changeOwnPassword, resetPasswordOf } from './change.ts';
import { form, signInCode } from './deed.ts';
import { interactiveCoder, signInAtComputer } from './everyday.ts';
import { outcome } from './outcome.ts';
import { rates } from './rate.ts';
import { use } from './target-application.ts';
import { carrierSource, strangeSource } from './whereabouts.ts';
import type { PersonDay, World } from './world.ts';
import { hourMs, minuteMs, momentBetween, workHours } from './world.ts';

const second = 1_000;

/** Wrong passwords of the rightful owner, and how each of these incidents ends. */
export function makeMistakes(world: World, person: PersonDay, factor: number): void {
  const { draw, population } = world;
  const { nature, day } = person;
  const monday = weekdayOf(day) === 1 ? rates.mistypedMonday : 1;
  const back = person.isWorkday && isBackToday(population.seedNumber, nature, day) ? rates.mistypedAfterAbsence : 1;
  const incidents = draw.count(rates.mistypedPerWorkday * nature.clumsiness * factor * monday * back);
  for (let number = 0; number < incidents; number += 1) mistype(world, person);
}

function mistype(world: World, person: PersonDay): void {
  const { draw, diary } = world;
  const { nature, whereabouts } = person;
  const isElsewhere = draw.chance(rates.mistypedElsewhere);
  const source = isElsewhere ? strangeSource(nature, draw) : draw.chance(0.8) ? whereabouts.work : whereabouts.rest;
  const code = interactiveCoder(world, person);
  let time = momentBetween(person, draw, nature.startHour, nature.startHour + workHours + (isElsewhere ? 4 : 0));
  const forgot = draw.chance(rates.forgottenAltogether);
  let attempts = 1;
  if (forgot) attempts = rates.attemptsUntilLocked + draw.below(4);
  else while (draw.chance(rates.mistypedAgain)) attempts += 1;
  for (let number = 0; number < attempts; number += 1) {
    const result = number < rates.attemptsUntilLocked ? outcome.wrongPassword : outcome.locked;
    diary.add(time, nature.index, code(result), source, draw.bits());
    time += draw.between(4, 45) * second;
  }
  const end = draw.next();
  if (end < rates.mistypedThenNothing) return;
  if (forgot || end < rates.mistypedThenNothing + rates.mistypedThenReset) {
    time += draw.between(8, 70) * minuteMs;
    resetPasswordOf(world, nature.index, time);
    time += draw.between(1, 10) * minuteMs;
  }
  diary.add(time, nature.index, code(nature.hasMfa ? outcome.given : outcome.plain), source, draw.bits());
}

/** Expired passwords: the computer asks for a new one, and some phones go on with the old one for days. */
export function letPasswordExpire(world: World, person: PersonDay): void {
  const { draw, diary, population } = world;
  const { nature } = person;
  const seed = population.seedNumber;
  const since = daysSinceExpiry(seed, nature, person.day);
  if (since === undefined) return;
  const changed = momentBetween(person, draw, nature.startHour, nature.startHour + 1);
  if (since === 0) {
    const code = interactiveCoder(world, person);
    diary.add(changed, nature.index, code(outcome.expired), person.whereabouts.work, draw.bits());
    changeOwnPassword(world, nature.index, changed + minuteMs);
    signInAtComputer(world, person, changed + 2 * minuteMs, person.whereabouts.work);
  }
  const retryDays = 1 + (mixAll(seed, nature.index, 10, person.day - since) % (2 * rates.phoneRetryDays - 1));
  if (nature.phoneForgets && nature.phoneMail !== -1 && since < retryDays)
    retryOnPhone(world, person, since === 0 ? changed : 0, since === retryDays - 1);
}

/** @param from the moment since which the password is wrong. @param isLastDay whether the owner notices in the evening. */
function retryOnPhone(world: World, person: PersonDay, from: number, isLastDay: boolean): void {
  const { draw, diary } = world;
  const { nature, whereabouts, day } = person;
  const client = clientCode(nature.phoneMail, day, nature.daysLate);
  const code = (result: number) => signInCode(client, result, use.exchange, form.activeSync, 2);
  const until = person.midnight + (isLastDay ? 18 : 24) * hourMs;
  let time = Math.max(from, person.midnight) + draw.next() * (hourMs / rates.phoneRetriesPerHour);
  while (time < until) {
    const source = draw.chance(rates.phoneOnCarrier) ? carrierSource(whereabouts, draw) : whereabouts.rest;
    const result = draw.chance(0.04) ? outcome.locked : outcome.wrongPassword;
    diary.add(time, nature.index, code(result), source, draw.bits());
    time += draw.between(0.3, 1.7) * (hourMs / rates.phoneRetriesPerHour);
  }
  if (isLastDay) diary.add(until, nature.index, code(outcome.plain), whereabouts.rest, draw.bits());
}
