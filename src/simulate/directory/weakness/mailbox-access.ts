import type { Ground } from './ground.ts';
import { makeApplication, somebody } from './ground.ts';

const lesson = 'mailbox-access';

/** Mailboxes that others open, send as or get a copy of. */
export function plantMailboxAccess(ground: Ground): void {
  const { directory, findings } = ground;
  const { population } = directory;
  const plant = (check: string, object: string, why: string) => findings.plant(lesson, check, [object], why);
  const boss = directory.person(population.executives[0] ?? 0);

  const tester = directory.person(population.test[0] ?? 0);
  const sleeper = directory.person(population.dormant[0] ?? 0);
  const opens = (trustee: typeof tester, right: 'FullAccess' | 'SendAs') =>
    directory.mailboxPermissions.push({
      mailbox: boss.userPrincipalName ?? '',
      trustee: trustee.userPrincipalName ?? '',
      right,
    });
  opens(tester, 'FullAccess');
  plant('mailbox-full-access', tester.id, 'a test account opens the mailbox of an executive');
  findings.path(
    tester.id,
    `mailbox:${directory.tenantId}:${boss.userPrincipalName}`,
    ['mailbox-full-access'],
    'a test needed it',
  );
  opens(sleeper, 'SendAs');
  plant('mailbox-send-as', sleeper.id, 'an account that nobody uses sends as an executive');

  const service = directory.person(population.service[0] ?? 0);
  directory.managementRoles.push({
    role: 'ApplicationImpersonation',
    assignee: service.userPrincipalName ?? '',
    type: 'User',
    scope: null,
  });
  plant('application-impersonation', service.id, 'a service acts as everybody');
  findings.path(service.id, 'mailboxes', ['exchange-role-opens-mail'], 'a service acts as everybody');

  const searcher = somebody(ground);
  directory.roleGroups
    .find(({ name }) => name === 'Discovery Management')
    ?.members.push(searcher.userPrincipalName ?? '');
  plant('exchange-role-groups-wide', searcher.id, 'a search of two years ago');

  const { principal: reader } = makeApplication(ground, 'Mail Statistics');
  directory.managementRoles.push({
    role: 'Application Mail.Read',
    assignee: reader.id,
    type: 'ServicePrincipal',
    scope: null,
  });
  plant('exchange-rbac-applications-unscoped', reader.id, 'the scope was forgotten');
  findings.path(reader.id, 'mailboxes', ['exchange-role-opens-mail'], 'the scope was forgotten');

  const { principal: rooms } = makeApplication(ground, 'Room Statistics');
  directory.managementRoles.push({
    role: 'Application Mail.Read',
    assignee: rooms.id,
    type: 'ServicePrincipal',
    scope: 'Rooms only',
  });
  findings.nearMiss(rooms.id, 'mailboxes', 'it reads the mailboxes of rooms only');

  const forwarder = somebody(ground);
  directory.change(forwarder.id, { forwarding: 'copies@collect.example' });
  plant('mailbox-forwarding-outside', forwarder.id, 'all mail goes elsewhere as well');
}
