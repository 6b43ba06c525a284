import { exchangeOnline, microsoftGraph } from '../../scenario/application.ts';
import { graphRole } from '../../scenario/permission.ts';
import { addCredential } from '../directory.ts';
import type { Ground } from './ground.ts';
import { chanceOf, idOf, makeApplication, secretOf } from './ground.ts';

const lesson = 'foreign-applications';

/** Applications of other tenants with rights here, and keys where nobody looks for them. */
export function plantForeignApplications(ground: Ground): void {
  const { directory, findings } = ground;
  const plant = (check: string, object: string, why: string) => findings.plant(lesson, check, [object], why);

  const ownerTenantId = chanceOf(ground, 'maker of the bridge').uuid();
  const { principal: bridge } = makeApplication(ground, 'Workflow Bridge', { ownerTenantId });
  for (const value of ['Mail.ReadWrite', 'Files.Read.All'])
    directory.grant(bridge, microsoftGraph, graphRole(value), bridge.createdDateTime);
  const why = 'a program of an unknown maker has rights on everything';
  for (const check of [
    'foreign-service-principals-with-power',
    'foreign-service-principals-with-mail',
    'applications-unverified-publisher',
  ])
    plant(check, bridge.id, why);
  findings.path(
    `external:${ownerTenantId}`,
    'mailboxes',
    ['foreign-tenant-controls', 'application-full-access-mail'],
    why,
  );

  // The same without a right: a way to nowhere.
  const harmlessOwner = chanceOf(ground, 'maker of the calendar').uuid();
  const { principal: calendar } = makeApplication(ground, 'Team Calendar', { ownerTenantId: harmlessOwner });
  directory.consent(calendar, microsoftGraph, 'User.Read', null);
  findings.nearMiss(`external:${harmlessOwner}`, 'mailboxes', 'the application may only read who signs in');

  const exchange = directory.servicePrincipals.get(exchangeOnline.servicePrincipalId);
  if (exchange !== undefined) {
    addCredential(exchange.credentials, secretOf(ground, idOf(ground, 'key of Exchange'), {}));
    plant('microsoft-service-principals-with-credentials', exchange.id, 'somebody gave it a secret');
  }

  const { principal: portal, registration } = makeApplication(ground, 'Partner Portal', {
    owners: [directory.person(directory.population.admins[0] ?? 0)],
  });
  directory.grant(portal, microsoftGraph, graphRole('User.ReadWrite.All'), portal.createdDateTime);
  portal.isMultiTenant = true;
  if (registration !== undefined) registration.isMultiTenant = true;
  plant('own-applications-multi-tenant-with-power', portal.id, 'any tenant may sign in to it');
}
