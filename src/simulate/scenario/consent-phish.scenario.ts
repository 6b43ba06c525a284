import type { Person } from '../population/population.ts';
import type { Random } from '../random.ts';
import type { Application } from './application.ts';
import { application, microsoftGraph, servicePrincipalIn } from './application.ts';
import { nameFrom } from './cast.ts';
import { addServicePrincipal, userConsent } from './change-of-application.ts';
import { graphActivity } from './make-graph-activity.ts';
import { delegatedMailAccess } from './make-mailbox-audit.ts';
import { userSignIn } from './make-sign-in.ts';
import { later, momentWithin } from './moment.ts';
import { Origin } from './origin.ts';
import { folderOnGraph } from './read-mail.ts';
import type { Visit } from './reading-plan.ts';
import { planReading } from './reading-plan.ts';
import { recordChange, recordSignIn } from './record-change.ts';
import { defineScenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { chanceFor, dayOf } from './scene.ts';

const scopes = 'User.Read Mail.Read offline_access openid profile';
const names = ['Document Viewer Plus', 'E-Sign Inbox', 'Shared Files Reader', 'Meeting Scheduler Pro'] as const;

/** Users allow a foreign application to read their mail; it does so with the token that it keeps, from servers of its own. */
export const consentPhish = defineScenario({
  name: 'consent-phish',
  summary: 'users consent to a foreign application, which then reads their mail',
  defaults: { quietDays: 14, victims: 3, readingDays: 7, messagesPerDay: 24, readingServers: 'new' },
  stages: ['consent', 'mail-access'],
  daysNeeded: ({ quietDays, readingDays }) => quietDays + readingDays,
  tell(scene, parameters) {
    const { population } = scene.production;
    const random = chanceFor(scene, 'consent phish');
    const origin = new Origin(chanceFor(scene, 'origin'), population);
    const owner = chanceFor(scene, 'owner of the application').uuid();
    const foreign = servicePrincipalIn(
      population.tenantId,
      application(nameFrom(names, scene.number), owner, scene.seed),
    );
    const victims = victimsOf(scene, random, parameters.victims);
    for (const [index, victim] of victims.entries()) {
      const time = momentWithin(random, dayOf(scene, parameters.quietDays), 9, 10);
      consent(scene, random, foreign, victim, later(time, index * 11), index === 0);
    }
    const servers = Array.from({ length: parameters.readingServers === 'new' ? 0 : parameters.readingServers }, () =>
      origin.server(),
    );
    const plan = planReading(victims, { ...parameters, throttledMailboxes: 0 });
    for (const [index, visits] of plan.entries()) {
      const place = servers[index % servers.length] ?? origin.fresh();
      let time = momentWithin(random, dayOf(scene, parameters.quietDays + index), 14, 18);
      for (const victim of new Set(visits.map(({ mailbox }) => mailbox))) {
        const account = victims.find(({ id }) => id === victim.id);
        if (account === undefined) continue;
        const own = visits.filter(({ mailbox }) => mailbox === victim);
        time = read(scene, random, foreign, account, place, time, own);
      }
    }
  },
});

/** Anybody but those whom nobody writes to. */
function victimsOf({ production: { population } }: Scene, random: Random, count: number): Person[] {
  const victims = new Map<number, Person>();
  for (let attempt = 0; victims.size < count && attempt < count * 50; attempt += 1) {
    const person = population.person(random.integer(0, population.users - 1));
    if (person.kind === 'employee' || person.kind === 'executive') victims.set(person.index, person);
  }
  return [...victims.values()];
}

/** The victim signs in to the application from their own machine and clicks; the first makes its service principal. */
function consent(
  scene: Scene,
  random: Random,
  foreign: Application,
  victim: Person,
  time: string,
  isFirst: boolean,
): void {
  const { chronicle } = scene.production;
  const details = { account: victim, time, place: victim.office, client: foreign, resource: microsoftGraph };
  const signIn = userSignIn(random, { ...details, kind: 'interactiveUser', isMultiFactor: victim.hasMfa });
  recordSignIn(chronicle, signIn, 'consent');
  const by = { account: victim, place: victim.office };
  const when = { time: later(time, 0.8), by, correlationId: random.uuid() };
  if (isFirst) recordChange(chronicle, random, addServicePrincipal(foreign, when), 'consent');
  for (const change of userConsent(foreign, microsoftGraph, scopes, victim, when))
    recordChange(chronicle, random, change, 'consent');
}

/** Returns the time after it. */
function read(
  scene: Scene,
  random: Random,
  foreign: Application,
  account: Person,
  place: ReturnType<Origin['fresh']>,
  from: string,
  visits: readonly Visit[],
): string {
  const { chronicle } = scene.production;
  const signIn = chronicle.signIn(
    userSignIn(random, {
      account,
      time: from,
      place,
      client: foreign,
      resource: microsoftGraph,
      kind: 'nonInteractiveUser',
      isMultiFactor: account.hasMfa,
      foreignMachine: { userAgent: 'node-fetch/1.0', operatingSystem: '', browser: '' },
    }),
    'mail-access',
  );
  let time = later(from, 0.5);
  for (const visit of visits) {
    const path = `/me/mailFolders/${folderOnGraph(visit.folder)}/messages?$top=50`;
    const details = { time, application: foreign, signIn, method: 'GET', path, roles: scopes } as const;
    const request = graphActivity(random, { ...details, userAgent: 'node-fetch/1.0' });
    chronicle.graphActivity(request, 'mail-access', foreign.displayName);
    const record = delegatedMailAccess(random, {
      ...visit,
      time: later(time, 0.1),
      application: foreign,
      signIn,
      api: microsoftGraph,
      clientInfo: 'Client=REST;;',
    });
    chronicle.unifiedAudit(record, 'mail-access', foreign.displayName);
    scene.truth.read(account.userPrincipalName, foreign.displayName, visit.messages);
    time = later(time, 2.2 + random.next() * 2);
  }
  return later(time, 1);
}
