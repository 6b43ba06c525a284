import { dayMs } from '../population/day.ts';
import type { Person, Population } from '../population/population.ts';
import { Random } from '../random.ts';
import type { Application } from '../scenario/application.ts';
import { application, microsoftGraph, servicePrincipalIn } from '../scenario/application.ts';
import { addServicePrincipal, userConsent } from '../scenario/change-of-application.ts';
import { graphActivity } from '../scenario/make-graph-activity.ts';
import { delegatedMailAccess } from '../scenario/make-mailbox-audit.ts';
import { userSignIn } from '../scenario/make-sign-in.ts';
import type { Place } from '../scenario/place.ts';
import { folderOnGraph } from '../scenario/read-mail.ts';
import type { Told } from './agenda.ts';
import { instantOf, tellChange } from './change.ts';
import { toldCode } from './deed.ts';
import { rates } from './rate-of-add-in.ts';
import type { World } from './world.ts';
import { hourMs, minuteMs } from './world.ts';

const scopes = 'User.Read Mail.Read offline_access openid profile';
const folders = ['\\Inbox', '\\Sent Items'] as const;

/** How a program of another maker comes into the tenant: a team begins at once, people follow each other, somebody only tries it. */
type Course = 'team' | 'spread' | 'trial';
const courses: readonly Course[] = ['team', 'spread', 'trial'];
const names: Readonly<Record<Course, string>> = {
  team: 'Deal Companion',
  spread: 'Minutes and Tasks',
  trial: 'Inbox Summary',
};

/** A program that people let read their mail, from the one server of its maker. */
interface AddIn {
  readonly course: Course;
  readonly program: Application;
  readonly server: Place;
  /** Of each person the day (since 1970) on which they allowed it, the first first. */
  readonly users: readonly { readonly index: number; readonly since: number }[];
}

/** What honest programs do with the mail of those who let them: the twin of an application that users are lured to. */
export function addIns(world: World, day: number, isWorkday: boolean): void {
  for (const addIn of addInsOf(world.population, world.firstDay)) {
    for (const [number, { index, since }] of addIn.users.entries()) {
      if (day < since) continue;
      const person = world.population.person(index);
      const random = new Random(`${world.population.seed} ${addIn.program.appId} ${day} ${index}`);
      // Nobody consents at the weekend; what begins there begins with a visit.
      if (day === since) allow(world, random, addIn, person, day, number === 0);
      else if (isWorkday && addIn.course !== 'trial' && random.next() < rates.visits)
        visit(world, random, addIn, person, day);
      readFor(world, random, addIn, person, day, day === since);
    }
  }
}

const known = new WeakMap<Population, readonly AddIn[]>();

function addInsOf(population: Population, firstDay: number): readonly AddIn[] {
  const found = known.get(population);
  if (found !== undefined) return found;
  const made =
    population.users < rates.peopleAtLeast ? [] : courses.map((course) => addInOf(population, firstDay, course));
  known.set(population, made);
  return made;
}

function addInOf(population: Population, firstDay: number, course: Course): AddIn {
  const random = new Random(`${population.seed} add-in ${course}`);
  const program = servicePrincipalIn(population.tenantId, application(names[course], random.uuid(), population.seed));
  const [least, most] = rates.users[course];
  const begin = firstDay + random.integer(...rates.beginsAfterDays);
  const users = new Map<number, number>();
  for (let attempt = 0, wanted = random.integer(least, most); users.size < wanted && attempt < 500; attempt += 1) {
    const index = random.integer(0, population.users - 1);
    const { kind } = population.nature(index);
    const since = workdayFrom(begin + (course === 'spread' ? users.size * random.integer(0, rates.daysBetween) : 0));
    if (kind === 'employee' || kind === 'executive') users.set(index, users.get(index) ?? since);
  }
  return {
    course,
    program,
    server: population.server(random),
    users: [...users].map(([index, since]) => ({ index, since })),
  };
}

/** 1 January 1970 was a Thursday. */
const workdayFrom = (day: number): number => day + ([0, 0, 2, 1, 0, 0, 0][day % 7] ?? 0);

const officeHour = (random: Random, person: Person, day: number): number =>
  day * dayMs + Math.max(0.5, 9 + random.next() * 8 - person.utcOffsetHours) * hourMs;

const tell = ({ diary }: World, time: number, told: readonly Told[]): void => diary.tell(time, told, toldCode);

function visit(world: World, random: Random, { program }: AddIn, person: Person, day: number): number {
  const time = officeHour(random, person, day);
  const signIn = userSignIn(random, {
    account: person,
    time: instantOf(time),
    place: person.office,
    client: program,
    resource: microsoftGraph,
    kind: 'interactiveUser',
    isMultiFactor: person.hasMfa,
  });
  tell(world, time, [{ log: 'signIn', record: signIn }]);
  return time;
}

function allow(world: World, random: Random, addIn: AddIn, person: Person, day: number, isFirst: boolean): void {
  const time = visit(world, random, addIn, person, day);
  const by = { account: person, place: person.office };
  const when = { time: instantOf(time + minuteMs), by, correlationId: random.uuid() };
  if (isFirst) tellChange(world, addServicePrincipal(addIn.program, when));
  for (const change of userConsent(addIn.program, microsoftGraph, scopes, person, when)) tellChange(world, change);
}

/** At first all of it, then what is new; also at night and at weekends. */
function readFor(world: World, random: Random, addIn: AddIn, account: Person, day: number, isFirst: boolean): void {
  const { program, server, course } = addIn;
  const userAgent = `${names[course].replaceAll(' ', '')}/2.1`;
  const foreignMachine = { userAgent, operatingSystem: '', browser: '' };
  const runs = isFirst ? 1 : rates.runsPerDay;
  for (let run = 0; run < runs; run += 1) {
    let time = day * dayMs + (isFirst ? 18 + random.next() * 3 : ((run + random.next()) * 22) / runs) * hourMs;
    const signIn = userSignIn(random, {
      account,
      time: instantOf(time),
      place: server,
      client: program,
      resource: microsoftGraph,
      kind: 'nonInteractiveUser',
      isMultiFactor: account.hasMfa,
      foreignMachine,
    });
    tell(world, time, [{ log: 'signIn', record: signIn }]);
    for (const folder of folders) {
      for (let page = 0; page < (isFirst ? 4 : 1); page += 1) {
        time += random.integer(1, 90) * 1_000;
        const path = `/me/mailFolders/${folderOnGraph(folder)}/messages?$top=50`;
        const request = {
          time: instantOf(time),
          application: program,
          signIn,
          method: 'GET',
          path,
          roles: scopes,
        } as const;
        const read = {
          time: instantOf(time + 400),
          mailbox: account,
          folder,
          messages: random.integer(1, isFirst ? 8 : 3),
        };
        tell(world, time, [
          { log: 'graphActivity', record: graphActivity(random, { ...request, userAgent }) },
          {
            log: 'unifiedAudit',
            record: delegatedMailAccess(random, {
              ...read,
              application: program,
              signIn,
              api: microsoftGraph,
              clientInfo: 'Client=REST;;',
            }),
          },
        ]);
      }
    }
  }
}
