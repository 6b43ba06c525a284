import { azurePortal, microsoftGraph } from './application.ts';
import { userSignIn } from './make-sign-in.ts';
import { momentWithin } from './moment.ts';
import { Origin } from './origin.ts';
import { recordSignIn } from './record-change.ts';
import { robMailbox } from './rob-mailbox.ts';
import { defineScenario } from './scenario.ts';
import { chanceFor, dayOf } from './scene.ts';

/** The session of a user is taken, as a phishing proxy or malware does, and goes on elsewhere. Nobody guesses a password. */
export const tokenTheft = defineScenario({
  name: 'token-theft',
  summary: "an executive's session goes on from another network, reads the mail and hides with an inbox rule",
  defaults: { quietDays: 14, readingDays: 5, messagesPerDay: 25, mailClient: 'web' },
  stages: ['foothold', 'mail-access', 'hiding'],
  daysNeeded: ({ quietDays, readingDays }) => quietDays + readingDays,
  tell(scene, parameters) {
    const { population, chronicle } = scene.production;
    const random = chanceFor(scene, 'theft');
    const { executives } = population;
    const victim = population.person(executives[scene.number % executives.length] ?? 0);
    const sessionId = random.uuid();
    // The victim's own sign-in, with a second factor, begins the session; it is no record of the intruder.
    const time = momentWithin(random, dayOf(scene, parameters.quietDays), 6, 7);
    const place = victim.home;
    const own = {
      account: victim,
      time,
      place,
      client: azurePortal,
      resource: microsoftGraph,
      isMultiFactor: true,
      sessionId,
    };
    recordSignIn(chronicle, userSignIn(random, { ...own, kind: 'interactiveUser' }));
    const origin = new Origin(chanceFor(scene, 'origin'), population);
    robMailbox(scene, origin, victim, sessionId, parameters, parameters.quietDays);
  },
});
