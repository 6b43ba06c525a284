import { placeOf } from '../population/network.ts';
import { createUser, enrolFactor } from './change.ts';
import { interactiveCoder } from './everyday.ts';
import { outcome } from './outcome.ts';
import { rates } from './rate.ts';
import type { PersonDay, World } from './world.ts';
import { hourMs, minuteMs, momentBetween } from './world.ts';

/** The first day: an account, a first password that must be changed, and a second factor that must be registered. */
export function join(world: World, person: PersonDay): void {
  const { draw, diary } = world;
  const { nature, whereabouts } = person;
  let time = momentBetween(person, draw, nature.startHour, nature.startHour + 2);
  const source = whereabouts.work;
  const code = interactiveCoder(world, person);
  const add = (result: number, minutes: number) => {
    diary.add(time, nature.index, code(result), source, draw.bits());
    time += minutes * minuteMs;
  };
  createUser(world, nature.index, time - 3 * hourMs);
  add(outcome.expired, draw.between(1, 4));
  if (!nature.hasMfa) return add(outcome.plain, 0);
  add(draw.chance(0.5) ? outcome.mustEnrol : outcome.mustRegister, draw.between(1, 5));
  enrolFactor(world, nature.index, time, placeOf(source, draw.bits()));
  time += draw.between(0.2, 1) * minuteMs;
  add(outcome.given, 0);
}

/** A new phone: the second factor is registered anew, from a place that the owner is usually at. */
export function changePhone(world: World, person: PersonDay): void {
  const { draw } = world;
  const { nature, whereabouts } = person;
  if (!nature.hasMfa || !draw.chance(rates.newFactorPerDay)) return;
  const time = momentBetween(person, draw, nature.startHour, 21);
  enrolFactor(world, nature.index, time, placeOf(draw.chance(0.5) ? whereabouts.work : whereabouts.rest, draw.bits()));
}
