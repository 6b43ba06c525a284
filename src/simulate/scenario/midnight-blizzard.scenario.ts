import { stageIds } from '../../shape/story.ts';
import { tellBreakIn, tellRegistrations } from './break-in.ts';
import { castOf } from './cast.ts';
import { tellForgotten } from './forgotten.ts';
import { Origin } from './origin.ts';
import { tellMailReading } from './read-mail.ts';
import { defineScenario } from './scenario.ts';
import { chanceFor } from './scene.ts';
import { aimsOf, sprayDefaults, tellSpray } from './spray.ts';
import { tellConsent, tellEnumeration, tellGrants, tellNewUser } from './take-power.ts';

/**
 * The intrusion into Microsoft of 2023 and 2024: a slow password spray, a forgotten account, a legacy application with power
 * over production, new applications and a new user, full access to mailboxes, and the mail of executives and defenders.
 * Source: https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/
 */
export const midnightBlizzard = defineScenario({
  name: 'midnight-blizzard',
  summary:
    'a slow password spray, a forgotten account, a legacy application, new applications, and the mail of executives',
  defaults: {
    ...sprayDefaults,
    attemptsPerDay: 4,
    sprayDays: 10,
    accounts: 20,
    legacyAccount: true,
    testTenant: true,
    testTenantUsers: 20,
    stageDays: 3,
    maliciousApplications: 2,
    mailThrough: 'both',
    mailboxes: 6,
    messagesPerDay: 16,
    readingDays: 20,
    throttledMailboxes: 1,
  },
  stages: stageIds,
  daysNeeded({ quietDays, sprayDays, legacyAccount, stageDays, readingDays }) {
    return quietDays + sprayDays + (legacyAccount ? 6 * stageDays + readingDays : 0);
  },
  tell(scene, parameters) {
    const cast = castOf(scene, parameters.maliciousApplications);
    if (parameters.legacyAccount) tellForgotten(scene, cast);
    const origin = new Origin(chanceFor(scene, 'origin'), scene.attacked.population);
    const { quietDays, sprayDays, attemptsPerDay, stageDays } = parameters;
    const aims = aimsOf(scene, parameters, parameters.legacyAccount ? cast.fallen : undefined);
    const guesses = Array.from({ length: sprayDays }, () => attemptsPerDay);
    tellSpray(scene, origin, aims, parameters, guesses, cast.fallen);
    if (!parameters.legacyAccount) return;
    const entry = quietDays + sprayDays;
    const day = (step: number) => entry + step * stageDays;
    tellBreakIn(scene, origin, cast, parameters, day(0));
    tellEnumeration(scene, origin, cast, day(1));
    tellRegistrations(scene, origin, cast, day(2));
    tellNewUser(scene, origin, cast, day(3));
    tellConsent(scene, origin, cast, day(4));
    tellGrants(scene, origin, cast, parameters.mailThrough, day(5));
    tellMailReading(scene, origin, cast, parameters, day(6));
  },
});
