import { graphRole } from '../../scenario/permission.ts';
import { microsoftGraph } from '../../scenario/application.ts';
import { roleIds } from '../base-roles.ts';
import type { Ground } from './ground.ts';
import { addGuest, idOf, makeApplication } from './ground.ts';

const lesson = 'forgotten-accounts';

/** Accounts, guests and applications that have outlived what they were made for. */
export function plantForgottenAccounts(ground: Ground): void {
  const { directory, findings } = ground;
  const { population, clock } = directory;
  const plant = (check: string, objects: readonly string[], why: string) => findings.plant(lesson, check, objects, why);

  const dormant = population.dormant.map((index) => directory.person(index).id);
  for (const id of dormant) directory.change(id, { isEnabled: true, lastPasswordChange: clock.before(1_600) });
  plant('accounts-unused', dormant, 'nobody has signed in for more than half a year');
  plant('passwords-not-changed', dormant, 'the password is of years ago');

  const guest = addGuest(ground, 'Contractor', { isEnabled: true, lastUsed: clock.ago(260) });
  plant('guests-unused', [guest.id], 'the work was done long ago');
  const invited = addGuest(ground, 'Auditor', { invitation: 'PendingAcceptance', lastUsed: null });
  plant('guest-invitations-unredeemed', [invited.id], 'the invitation was never taken up');

  const left = directory.addUser({
    id: idOf(ground, 'left'),
    displayName: 'Former Exchange Lead',
    userPrincipalName: `former.exchange.lead@${population.domain}`,
    lastSignIn: clock.ago(150),
    lastNonInteractiveSignIn: clock.ago(149),
    lastSuccessfulSignIn: clock.ago(149),
    methods: ['fido2SecurityKey'],
  });
  const holds = { since: clock.before(300), until: clock.in(60), assignmentType: 'Assigned' } as const;
  directory.roles.push({ holder: left, roleId: roleIds.exchangeAdministrator, state: 'eligible', ...holds });
  plant('privileged-accounts-unused', [left.id], 'whoever had the role has left');
  plant('accounts-unused', [left.id], 'whoever had the account has left');

  const closed = directory.addUser({
    id: idOf(ground, 'closed'),
    displayName: 'Closed Service Desk',
    userPrincipalName: `closed.service.desk@${population.domain}`,
    isEnabled: false,
    methods: ['fido2SecurityKey'],
  });
  directory.roles.push({ holder: closed, roleId: roleIds.helpdeskAdministrator, state: 'eligible', ...holds });
  plant('disabled-accounts-with-roles', [closed.id], 'the account was closed and the role forgotten');

  const tester = directory.person(population.test[0] ?? 0);
  directory.roles.push({ holder: tester, roleId: roleIds.userAdministrator, state: 'eligible', ...holds });
  plant('test-accounts-with-power', [tester.id], 'a test needed the role once');

  const { principal } = makeApplication(ground, 'Sandbox Reporting Test', {
    owners: [directory.person(population.admins[0] ?? 0)],
  });
  directory.grant(principal, microsoftGraph, graphRole('User.ReadWrite.All'), principal.createdDateTime);
  plant('test-applications-with-power', [principal.id], 'it was made to try something');
  plant('applications-unused', [principal.id], 'nothing signs in as it any more');
}
