import type { AppRole, Resource } from '../../scenario/application.ts';
import { exchangeOnline, microsoftGraph } from '../../scenario/application.ts';
import { fullAccess, graphRole, manageExchange } from '../../scenario/permission.ts';
import { roleIds } from '../base-roles.ts';
import type { Reference, ServicePrincipal } from '../object.ts';
import type { Ground } from './ground.ts';
import { makeApplication, somebody } from './ground.ts';

const lesson = 'privileged-applications';

/** Applications that may do more than anybody needs, some owned by people who should not have that power. */
export function plantPrivilegedApplications(ground: Ground): void {
  const { directory, findings } = ground;
  const plant = (check: string, object: string, why: string) => findings.plant(lesson, check, [object], why);
  const admin = directory.person(directory.population.admins[0] ?? 0);
  const make = (name: string, role: AppRole, owner: Reference = admin, resource: Resource = microsoftGraph) => {
    const { principal } = makeApplication(ground, name, { owners: [owner] });
    directory.grant(principal, resource, role, principal.createdDateTime);
    return principal;
  };
  const owns = ['owns-application', 'application-signs-in-as'];

  const ordinary = somebody(ground);
  const automation = make('Identity Automation', graphRole('RoleManagement.ReadWrite.Directory'), ordinary);
  const owned = 'the owner of the application is no administrator';
  plant('applications-become-administrator', automation.id, 'it may give any role to anybody');
  plant('powerful-applications-owned-by-ordinary-users', automation.id, owned);
  findings.path(ordinary.id, 'global-admin', [...owns, 'application-assigns-roles'], owned);

  const reader = somebody(ground);
  const journal = make('Mail Journal', fullAccess, reader, exchangeOnline);
  plant('full-access-as-app', journal.id, 'journaling was replaced years ago');
  plant('mail-applications-unscoped', journal.id, 'journaling was replaced years ago');
  plant('powerful-applications-owned-by-ordinary-users', journal.id, owned);
  findings.path(reader.id, 'mailboxes', [...owns, 'application-full-access-mail'], owned);

  const archive = make('Board Archive', graphRole('Mail.Read'));
  plant('applications-read-all-mail', archive.id, 'it needs the mail of the board only');

  const sleeper = directory.person(directory.population.dormant[0] ?? 0);
  directory.change(sleeper.id, { isEnabled: true });
  const deployer = make('Policy Deployer', graphRole('Policy.ReadWrite.ConditionalAccess'), sleeper);
  plant('applications-change-policies', deployer.id, 'it was to roll policies out once');
  plant('powerful-applications-owned-by-dormant-users', deployer.id, 'nobody uses the account of the owner');

  const maintenance = make('Exchange Maintenance', manageExchange, admin, exchangeOnline);
  directory.roles.push({
    holder: { type: 'servicePrincipal', id: maintenance.id, displayName: maintenance.displayName },
    roleId: roleIds.exchangeAdministrator,
    state: 'active',
    since: directory.clock.before(300),
    until: null,
    assignmentType: 'Assigned',
  });
  plant('applications-administer-exchange', maintenance.id, 'scripts run as it');
  findings.path(maintenance.id, 'mailboxes', ['application-administers-exchange'], 'scripts run as it');

  const indexer = make('File Indexer', graphRole('Files.Read.All'));
  plant('applications-read-files-and-chats', indexer.id, 'a search that was tried');
  plantConsents(ground);
  plantNearMisses(ground, make);
}

/** Rights that hold for whoever signs in. */
function plantConsents(ground: Ground): void {
  const { directory, findings } = ground;
  const { principal } = makeApplication(ground, 'Staff Assistant', { hasSecret: false });
  directory.consent(principal, microsoftGraph, 'User.Read Mail.ReadWrite Directory.ReadWrite.All offline_access', null);
  for (const check of ['delegated-mail-for-all-users', 'delegated-directory-for-all-users'])
    findings.plant(lesson, check, [principal.id], 'an administrator consented for everybody');
}

/** What looks like a way and is none. */
function plantNearMisses(
  ground: Ground,
  make: (name: string, role: AppRole, owner: Reference) => ServicePrincipal,
): void {
  const { findings } = ground;
  const ofDisabled = somebody(ground);
  const connector = make('Retired Connector', graphRole('Mail.Read'), ofDisabled);
  connector.isEnabled = false;
  findings.plant(lesson, 'powerful-applications-disabled', [connector.id], 'it was switched off and kept its rights');
  findings.nearMiss(ofDisabled.id, 'mailboxes', 'the application that the user owns is disabled');
  const ofHarmless = somebody(ground);
  make('Phone Book', graphRole('Place.Read.All'), ofHarmless);
  for (const end of ['mailboxes', 'global-admin'])
    findings.nearMiss(ofHarmless.id, end, 'the application that the user owns may do nothing of weight');
}
