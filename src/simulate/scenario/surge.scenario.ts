import { Origin } from './origin.ts';
import { defineScenario } from './scenario.ts';
import { chanceFor } from './scene.ts';
import { aimsOf, sprayDefaults, tellSpray } from './spray.ts';

/** A spray that goes on for months and grows tenfold within one of them. No password is found unless it is stopped. */
export const surge = defineScenario({
  name: 'surge',
  summary: 'a spray of months that grows tenfold within one of them',
  defaults: {
    ...sprayDefaults,
    quietDays: 7,
    attemptsPerDay: 5,
    sprayDays: 77,
    accounts: 'all',
    growth: 10,
    growthDays: 30,
    stoppedGuesses: 1,
  },
  stages: ['spray'],
  daysNeeded: ({ quietDays, sprayDays }) => quietDays + sprayDays,
  tell(scene, parameters) {
    const origin = new Origin(chanceFor(scene, 'origin'), scene.attacked.population);
    tellSpray(scene, origin, aimsOf(scene, parameters), parameters, guessesOfSurge(parameters));
  },
});

/** Level at first, then rising evenly by factor, so that the rise ends a week before the spray does; then level again. */
export function guessesOfSurge(parameters: {
  readonly attemptsPerDay: number;
  readonly sprayDays: number;
  readonly growth: number;
  readonly growthDays: number;
}): number[] {
  const { attemptsPerDay, sprayDays, growth, growthDays } = parameters;
  const riseFrom = Math.max(0, sprayDays - growthDays - 7);
  return Array.from({ length: sprayDays }, (_, day) => {
    const share = Math.min(1, Math.max(0, (day - riseFrom) / growthDays));
    return Math.round(attemptsPerDay * growth ** share);
  });
}
