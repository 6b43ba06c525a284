import type { Person } from '../population/population.ts';
import type { Random } from '../random.ts';
import type { SignIn } from '../record.ts';
import type { Client, Resource } from './application.ts';
import { exchangeOnline, microsoftGraph, outlook } from './application.ts';
import { intruderMachine } from './guess.ts';
import { graphActivity } from './make-graph-activity.ts';
import { delegatedMailAccess, mailSync, newInboxRule } from './make-mailbox-audit.ts';
import { userSignIn } from './make-sign-in.ts';
import { later, momentWithin } from './moment.ts';
import type { Origin } from './origin.ts';
import type { Parameters } from './parameter.ts';
import type { Place } from './place.ts';
import { folderOnGraph } from './read-mail.ts';
import type { Visit } from './reading-plan.ts';
import { planReading } from './reading-plan.ts';
import type { Scene } from './scene.ts';
import { chanceFor, dayOf } from './scene.ts';

type RobberyParameters = Pick<Parameters, 'mailClient' | 'messagesPerDay' | 'readingDays'>;

interface Way {
  readonly client: Client;
  readonly resource: Resource;
  readonly clientInfo: string;
}

const ways: Readonly<Record<Parameters['mailClient'], Way>> = {
  web: { client: exchangeOnline, resource: exchangeOnline, clientInfo: 'Client=OWA;Action=ViaProxy' },
  outlook: { client: outlook, resource: exchangeOnline, clientInfo: 'Client=MSExchangeRPC' },
  graph: { client: outlook, resource: microsoftGraph, clientInfo: 'Client=REST;;' },
};

/** With a session of its owner the intruder reads a mailbox, day by day from a stranger's home, and hides with a rule. */
export function robMailbox(
  scene: Scene,
  origin: Origin,
  victim: Person,
  sessionId: string,
  parameters: RobberyParameters,
  fromDay: number,
): void {
  const random = chanceFor(scene, 'robbery');
  const way = ways[parameters.mailClient];
  const plan = planReading([victim], { ...parameters, throttledMailboxes: 0 });
  for (const [index, visits] of plan.entries()) {
    const place = origin.fresh();
    const time = momentWithin(random, dayOf(scene, fromDay + index), index === 0 ? 12 : 1, index === 0 ? 14 : 20);
    const signIn = renewToken(scene, random, victim, sessionId, way, place, time);
    if (parameters.mailClient === 'outlook') takeFolders(scene, random, victim, signIn, visits);
    else readMessages(scene, random, victim, signIn, way, visits);
    if (index === 0) hide(scene, random, victim, place, later(time, 48));
  }
}

function renewToken(
  scene: Scene,
  random: Random,
  account: Person,
  sessionId: string,
  way: Way,
  place: Place,
  time: string,
): SignIn {
  const details = { account, time, place, client: way.client, resource: way.resource, sessionId };
  const record = userSignIn(random, {
    ...details,
    kind: 'nonInteractiveUser',
    isMultiFactor: account.hasMfa,
    foreignMachine: intruderMachine,
  });
  return scene.production.chronicle.signIn(record, 'foothold');
}

function takeFolders(scene: Scene, random: Random, mailbox: Person, signIn: SignIn, visits: readonly Visit[]): void {
  for (const [index, folder] of [...new Set(visits.map((visit) => visit.folder))].entries()) {
    const record = mailSync(random, { time: later(signIn.createdDateTime, 2 + index), mailbox, folder, signIn });
    scene.production.chronicle.unifiedAudit(record, 'mail-access');
    scene.truth.read(mailbox.userPrincipalName, outlook.displayName, 0);
  }
}

function readMessages(
  scene: Scene,
  random: Random,
  victim: Person,
  signIn: SignIn,
  way: Way,
  visits: readonly Visit[],
): void {
  const { chronicle } = scene.production;
  let time = later(signIn.createdDateTime, 2);
  for (const visit of visits) {
    if (way.resource === microsoftGraph) {
      const path = `/me/mailFolders/${folderOnGraph(visit.folder)}/messages?$top=25`;
      const application = { appId: way.client.appId, servicePrincipalId: '' };
      const details = { time, application, signIn, method: 'GET', path, roles: 'Mail.ReadWrite User.Read' } as const;
      const request = graphActivity(random, { ...details, userAgent: intruderMachine.userAgent });
      chronicle.graphActivity(request, 'mail-access', victim.userPrincipalName);
    }
    const record = delegatedMailAccess(random, {
      ...visit,
      time: later(time, 0.1),
      application: way.client,
      signIn,
      api: way.resource,
      clientInfo: way.clientInfo,
    });
    chronicle.unifiedAudit(record, 'mail-access');
    scene.truth.read(victim.userPrincipalName, way.client.displayName, visit.messages);
    time = later(time, 2.2 + random.next() * 3);
  }
}

function hide(scene: Scene, random: Random, victim: Person, place: Place, time: string): void {
  const parameters = {
    Name: '..',
    SubjectOrBodyContainsWords: 'invoice;payment;password;phishing',
    MoveToFolder: 'RSS Subscriptions',
    MarkAsRead: 'True',
    StopProcessingRules: 'True',
  };
  const record = newInboxRule(random, { time, by: victim, place, mailbox: victim, parameters });
  scene.production.chronicle.unifiedAudit(record, 'hiding');
}
