import type { Random } from '../random.ts';
import type { SignIn } from '../record.ts';
import type { Account } from './account.ts';
import type { Application } from './application.ts';
import { exchangeOnline, microsoftGraph } from './application.ts';
import type { Cast } from './cast.ts';
import { maliciousKeyId } from './cast.ts';
import { graphActivity } from './make-graph-activity.ts';
import { applicationMailAccess } from './make-mailbox-audit.ts';
import { servicePrincipalSignIn } from './make-sign-in.ts';
import { later, momentWithin } from './moment.ts';
import type { Origin } from './origin.ts';
import type { Parameters } from './parameter.ts';
import type { Place } from './place.ts';
import type { Visit } from './reading-plan.ts';
import { planReading } from './reading-plan.ts';
import type { Scene } from './scene.ts';
import { chanceFor, dayOf } from './scene.ts';

type ReadingParameters = Pick<
  Parameters,
  'mailThrough' | 'mailboxes' | 'messagesPerDay' | 'readingDays' | 'throttledMailboxes'
>;

/** An application that reads mail, and through which of the two doors. */
interface Reader {
  readonly application: Application;
  readonly isGraph: boolean;
}

/** A token is good for about an hour. */
const tokenMinutes = 65;

/** The intruder's applications read mail, a stranger's home a day. */
export function tellMailReading(
  scene: Scene,
  origin: Origin,
  cast: Cast,
  parameters: ReadingParameters,
  fromDay: number,
): void {
  const random = chanceFor(scene, 'mail reading');
  const readers = readersOf(cast, parameters.mailThrough);
  const plan = planReading(mailboxesOf(scene, parameters.mailboxes), parameters);
  for (const [index, visits] of plan.entries()) {
    const reader = readers[index % readers.length];
    if (reader !== undefined) readOnDay(scene, random, reader, origin.fresh(), dayOf(scene, fromDay + index), visits);
  }
}

/** Executives first, then those who defend the tenant, then anybody. */
function mailboxesOf({ production: { population } }: Scene, count: number): Account[] {
  const chosen = new Map(
    [...population.executives, ...population.admins].map((index) => [index, population.person(index)]),
  );
  for (let index = 0; index < population.users && chosen.size < count; index += 1) {
    const person = population.person(index);
    if (person.kind === 'employee') chosen.set(index, person);
  }
  return [...chosen.values()].slice(0, count);
}

/** With both doors, the last application takes Graph on every third day or so. */
function readersOf({ malicious }: Cast, mailThrough: Parameters['mailThrough']): Reader[] {
  const through = (isGraph: boolean) => malicious.map((application) => ({ application, isGraph }));
  if (mailThrough === 'graph') return through(true);
  if (mailThrough === 'ews') return through(false);
  return [...through(false).slice(0, 1), ...through(false).slice(0, -1), ...through(true).slice(-1)];
}

function readOnDay(
  scene: Scene,
  random: Random,
  reader: Reader,
  place: Place,
  day: string,
  visits: readonly Visit[],
): void {
  const { chronicle, truth } = { chronicle: scene.production.chronicle, truth: scene.truth };
  const { application, isGraph } = reader;
  let time = momentWithin(random, day, 1, 5);
  let signIn: SignIn | undefined;
  for (const visit of visits) {
    if (signIn === undefined || time > later(signIn.createdDateTime, tokenMinutes)) {
      signIn = signInReader(scene, random, reader, place, time);
      time = later(time, 2);
    }
    const token = signIn;
    if (isGraph) {
      const path = `/users/${visit.mailbox.id}/mailFolders/${folderOnGraph(visit.folder)}/messages?$top=50`;
      const details = { time, application, signIn: token, method: 'GET', path, roles: 'Mail.Read' } as const;
      const request = graphActivity(random, { ...details, userAgent: 'python-requests/2.31.0' });
      chronicle.graphActivity(request, 'mail-access', application.displayName);
    }
    const record = applicationMailAccess(random, {
      ...visit,
      time: later(time, 0.1),
      application,
      signIn: token,
      api: isGraph ? microsoftGraph : exchangeOnline,
      clientInfo: isGraph
        ? 'Client=REST;Client=RESTSystem;;'
        : 'Client=WebServices;ExchangeServicesClient/15.00.0913.015;',
    });
    chronicle.unifiedAudit(record, 'mail-access', application.displayName);
    truth.read(visit.mailbox.userPrincipalName, application.displayName, visit.messages);
    // Exchange gathers what is read within two minutes into one record.
    time = later(time, 2.2 + random.next() * 3);
  }
}

function signInReader(scene: Scene, random: Random, reader: Reader, place: Place, time: string): SignIn {
  const { application, isGraph } = reader;
  const record = servicePrincipalSignIn(random, {
    time,
    application,
    place,
    resource: isGraph ? microsoftGraph : exchangeOnline,
    keyId: maliciousKeyId(scene, application),
    tenantId: scene.production.population.tenantId,
  });
  return scene.production.chronicle.signIn(record, 'service-principal-sign-in');
}

export function folderOnGraph(folder: string): string {
  return folder === '\\Inbox' ? 'inbox' : 'sentitems';
}
