import { Fault } from '../../shape/fault.ts';
import type { Person } from '../population/population.ts';
import type { Random } from '../random.ts';
import { guessLike } from './guess.ts';
import { userSignIn } from './make-sign-in.ts';
import { momentWithin } from './moment.ts';
import type { Origin } from './origin.ts';
import type { Parameters } from './parameter.ts';
import { recordSignIn } from './record-change.ts';
import type { Scene } from './scene.ts';
import { chanceFor, dayOf } from './scene.ts';

export type SprayParameters = Pick<
  Parameters,
  | 'accounts'
  | 'addressPool'
  | 'geography'
  | 'userAgents'
  | 'guessApplication'
  | 'guessProtocol'
  | 'hours'
  | 'stoppedGuesses'
  | 'quietDays'
>;

export const sprayDefaults = {
  addressPool: 'new',
  geography: 'anywhere',
  userAgents: 'pool',
  guessApplication: 'microsoft-office',
  guessProtocol: 'ropc',
  hours: 'any',
  stoppedGuesses: 0,
  quietDays: 11,
} as const;

/** The records of attackers are in memory as a whole. */
const guessesAtMost = 200_000;

/** Entra locks an account after as many wrong passwords; ten is its default. */
const lockedAfter = 10;

/** Codes of a right password that did not let the intruder in, the likeliest more than once. */
const stops = [50076, 50076, 50074, 50079, 53003] as const;

/**
 * Guesses at the accounts by turns, as many as `guessesOn` says for each day after the quiet ones. For each of the
 * `stoppedGuesses` one in the last third is right and is stopped.
 *
 * @param fallen an account that will fall later and so is not among the stopped.
 */
export function tellSpray(
  scene: Scene,
  origin: Origin,
  aims: readonly Person[],
  parameters: SprayParameters,
  guessesOn: readonly number[],
  fallen?: Person,
): void {
  const random = chanceFor(scene, 'spray');
  const { chronicle, population } = scene.attacked;
  const days = guessesOn
    .map((guesses, index) => ({ guesses, day: dayOf(scene, parameters.quietDays + index) }))
    .filter(({ day }) => parameters.hours === 'any' || !isWeekend(day));
  const total = days.reduce((sum, { guesses }) => sum + guesses, 0);
  if (total > guessesAtMost)
    throw new Fault('memory-exhausted', `${total} guesses are more than the simulation can hold`, {
      hint: `Give fewer --attempts-per-day or --spray-days, so that there are at most ${guessesAtMost} guesses.`,
    });
  const left = [...aims];
  const rightAt = new Map(
    aims
      .filter(({ id }) => id !== fallen?.id)
      .slice(0, Math.min(parameters.stoppedGuesses, Math.floor(total / 3)))
      .map((account, index, { length }) => [Math.floor((total * (2 + index / length)) / 3), account]),
  );
  let made = 0;
  for (const { day, guesses } of days) {
    const today = new Map<Person, number>();
    for (let guess = 0; guess < guesses && left.length > 0; guess += 1) {
      const known = rightAt.get(made);
      const account = known ?? left[made % left.length];
      if (account === undefined) break;
      made += 1;
      today.set(account, (today.get(account) ?? 0) + 1);
      const errorCode =
        known !== undefined ? random.pick(stops) : (today.get(account) ?? 0) > lockedAfter ? 50053 : 50126;
      const details = {
        ...guessLike(random, population, day, parameters),
        account,
        time: timeOfGuess(random, day, account, parameters.hours),
        place: origin.forGuess(account, parameters),
        errorCode,
      };
      recordSignIn(chronicle, userSignIn(random, details), 'spray');
      if (known !== undefined) left.splice(left.indexOf(known), 1);
    }
  }
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function timeOfGuess(random: Random, day: string, account: Person, hours: Parameters['hours']): string {
  if (hours === 'any') return momentWithin(random, day, 0, 24);
  // Of the working hours there, those that are on this day of UTC.
  const offset = account.utcOffsetHours;
  return momentWithin(random, day, Math.max(8 - offset, 0), Math.min(18 - offset, 24));
}

/** So many accounts of the tenant, drawn once, with the one that will fall at the end; the order is drawn as well. */
export function aimsOf(scene: Scene, { accounts }: Pick<Parameters, 'accounts'>, fallen?: Person): Person[] {
  const { population } = scene.attacked;
  const random = chanceFor(scene, 'aims');
  const wanted = Math.min(accounts === 'all' ? population.users : accounts, population.users);
  const indexes = Array.from({ length: population.users }, (_, index) => index);
  const aims: Person[] = [];
  while (aims.length < wanted && indexes.length > 0) {
    const place = random.integer(0, indexes.length - 1);
    const index = indexes[place] ?? 0;
    indexes[place] = indexes.at(-1) ?? 0;
    indexes.pop();
    aims.push(population.person(index));
  }
  if (fallen !== undefined && !aims.some(({ id }) => id === fallen.id)) aims[aims.length - 1] = fallen;
  return aims;
}
