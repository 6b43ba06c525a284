import { tellEntry } from './break-in.ts';
import { castOf } from './cast.ts';
import { tellForgottenAccount } from './forgotten.ts';
import { Origin } from './origin.ts';
import { robMailbox } from './rob-mailbox.ts';
import { defineScenario } from './scenario.ts';
import { chanceFor } from './scene.ts';
import { aimsOf, sprayDefaults, tellSpray } from './spray.ts';

/** What most sprays are like: everybody, from few addresses, with one program; whoever falls has their mail read. */
export const fastSpray = defineScenario({
  name: 'fast-spray',
  summary: 'everybody within two days from a few addresses with one program; the account that falls has its mail read',
  defaults: {
    ...sprayDefaults,
    quietDays: 14,
    attemptsPerDay: 1000,
    sprayDays: 2,
    accounts: 'all',
    addressPool: 5,
    userAgents: 'fixed',
    guessApplication: 'azure-powershell',
    stoppedGuesses: 2,
    legacyAccount: true,
    mailClient: 'web',
    messagesPerDay: 20,
    readingDays: 2,
  },
  stages: ['spray', 'foothold', 'mail-access', 'hiding'],
  daysNeeded: ({ quietDays, sprayDays, legacyAccount, readingDays }) =>
    quietDays + sprayDays + (legacyAccount ? readingDays : 0),
  tell(scene, parameters) {
    const { fallen } = castOf(scene, 0);
    const origin = new Origin(chanceFor(scene, 'origin'), scene.attacked.population);
    const { quietDays, sprayDays, attemptsPerDay, legacyAccount } = parameters;
    const guesses = Array.from({ length: sprayDays }, () => attemptsPerDay);
    tellSpray(
      scene,
      origin,
      aimsOf(scene, parameters, legacyAccount ? fallen : undefined),
      parameters,
      guesses,
      fallen,
    );
    if (!legacyAccount) return;
    tellForgottenAccount(scene, fallen);
    tellEntry(scene, origin, fallen, parameters, quietDays + sprayDays);
    robMailbox(scene, origin, fallen, chanceFor(scene, 'session').uuid(), parameters, quietDays + sprayDays);
  },
});
