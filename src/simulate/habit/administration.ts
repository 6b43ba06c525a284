import { dayMs } from '../population/day.ts';
import { mixAll } from '../population/draw.ts';
import type { Workload } from '../population/workload.ts';
import { keyIdOn, secretTurn } from '../population/workload.ts';
import { Random } from '../random.ts';
import type { Application } from '../scenario/application.ts';
import { application, microsoftGraph } from '../scenario/application.ts';
import {
  addAppRoleAssignment,
  addApplication,
  addApplicationSecret,
  addServicePrincipal,
  adminConsent,
} from '../scenario/change-of-application.ts';
import { addToRole } from '../scenario/change-of-user.ts';
import { userTarget } from '../scenario/make-audit.ts';
import { newInboxRule } from '../scenario/make-mailbox-audit.ts';
import { graphRole } from '../scenario/permission.ts';
import { adminFor, instantOf, isWanted, resetPasswordOf, tellChange } from './change.ts';
import { toldCode } from './deed.ts';
import { rates } from './rate.ts';
import type { World } from './world.ts';
import { hourMs } from './world.ts';

const helpdesk = {
  templateId: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  displayName: 'Helpdesk Administrator',
  wellKnownName: 'HelpdeskAdministrators',
};

/** What administrators and the service desk do in a day, and rules that people make for their own mail. */
export function administer(world: World, day: number, isWorkday: boolean): void {
  if (!isWanted(world)) return;
  const { population, draw } = world;
  const busy = isWorkday ? 1 : 0.05;
  const thousands = population.users / 1_000;
  const random = new Random(`${population.seed} administration ${day}`);
  const moment = () => day * dayMs + random.next() * 9 * hourMs + 8 * hourMs;
  const times = (mean: number, act: (time: number, number: number) => void) => {
    const count = draw.restart(mixAll(population.seedNumber, day, Math.round(mean * 1e6), 20)).count(mean * busy);
    for (let number = 0; number < count; number += 1) act(moment(), random.integer(0, population.users - 1));
  };
  times(rates.passwordResets * thousands, (time, person) => resetPasswordOf(world, person, time));
  times(rates.groupChanges * thousands, (time, person) => joinGroup(world, random, person, time));
  times(rates.licences * thousands, (time, person) => changeLicence(world, person, time));
  times(rates.inboxRules * thousands, (time, person) => makeInboxRule(world, random, person, time));
  times(rates.roles * thousands, (time, person) => {
    const by = adminFor(world, person + 1);
    tellChange(world, addToRole(population.person(person), helpdesk, { time: instantOf(time), by }));
  });
  times(rates.registrations * Math.sqrt(thousands), (time, number) =>
    register(world, application(`Intranet Tool ${day}-${number}`, population.tenantId, population.seed), time),
  );
  times(rates.consents * Math.sqrt(thousands), (time, number) => {
    const foreign = application(`Meeting Planner ${day}-${number}`, random.uuid(), population.seed);
    const when = { time: instantOf(time), by: adminFor(world, number), correlationId: random.uuid() };
    tellChange(world, addServicePrincipal(foreign, when));
    for (const change of adminConsent(foreign, microsoftGraph, 'User.Read Calendars.Read', when))
      tellChange(world, change);
  });
  for (const workload of population.workloads) {
    if (workload.since === day) introduce(world, workload, moment());
    if (secretTurn(workload, day + 1) !== secretTurn(workload, day)) rotate(world, workload, day, moment());
  }
}

function register(world: World, made: Application, time: number): void {
  const when = { time: instantOf(time), by: adminFor(world, time / 1_000) };
  tellChange(world, addApplication(made, when));
  tellChange(world, addServicePrincipal(made, { ...when, time: instantOf(time + 4_000) }));
}

/** A new application with rights of its own, given by an admin from the usual place. */
function introduce(world: World, workload: Workload, time: number): void {
  register(world, workload, time);
  const by = adminFor(world, time / 1_000);
  const at = (minutes: number) => ({ time: instantOf(time + minutes * 60_000), by });
  tellChange(world, addApplicationSecret(workload, workload.keyId, workload.displayName, at(4)));
  for (const [position, value] of workload.roles.split(' ').entries())
    tellChange(world, addAppRoleAssignment(workload, microsoftGraph, graphRole(value), at(9 + position)));
}

/** The day before the old secret ends. */
function rotate(world: World, workload: Workload, day: number, time: number): void {
  const by = adminFor(world, day);
  const known = { ...workload, keyId: keyIdOn(workload, day) };
  tellChange(world, addApplicationSecret(known, keyIdOn(workload, day + 1), 'renewed', { time: instantOf(time), by }));
}

function joinGroup(world: World, random: Random, person: number, time: number): void {
  const displayName = `Team ${random.integer(1, 400)}`;
  const id = new Random(`${world.population.seed} ${displayName}`).uuid();
  const account = world.population.person(person);
  tellChange(world, {
    time: instantOf(time),
    by: adminFor(world, person),
    category: 'GroupManagement',
    operation: 'Add member to group',
    operationType: 'Assign',
    effect: { kind: 'member', account, group: { id, displayName } },
    targets: [
      userTarget(account),
      {
        id,
        displayName,
        type: 'Group',
        userPrincipalName: null,
        groupType: 'azureAD',
        modifiedProperties: [],
      },
    ],
  });
}

function changeLicence(world: World, person: number, time: number): void {
  tellChange(world, {
    time: instantOf(time),
    by: adminFor(world, person),
    category: 'UserManagement',
    operation: 'Change user license',
    operationType: 'Update',
    targets: [userTarget(world.population.person(person))],
  });
}

const ruleNames = ['Newsletters', 'Invoices', 'Parking', 'Build results', 'Holiday requests'] as const;

function makeInboxRule({ population, diary }: World, random: Random, person: number, time: number): void {
  const by = population.person(person);
  const name = random.pick(ruleNames);
  const parameters = { Name: name, SubjectContainsWords: name.toLowerCase(), MoveToFolder: name };
  const record = newInboxRule(random, { time: instantOf(time), by, place: by.office, mailbox: by, parameters });
  diary.tell(time, [{ log: 'unifiedAudit', record }], toldCode);
}
