import { microsoftGraph } from '../../scenario/application.ts';
import { graphRole } from '../../scenario/permission.ts';
import { addCredential } from '../directory.ts';
import type { Ground } from './ground.ts';
import { idOf, makeApplication, secretOf } from './ground.ts';

const lesson = 'application-credentials';

/** Keys that are old, last for years, are many or lie where nobody looks. */
export function plantApplicationCredentials(ground: Ground): void {
  const { directory, findings } = ground;
  const owners = [directory.person(directory.population.admins[0] ?? 0)];
  const make = (name: string) => {
    const { principal, registration } = makeApplication(ground, name, { owners, hasSecret: false });
    directory.grant(principal, microsoftGraph, graphRole('Directory.Read.All'), principal.createdDateTime);
    return { principal, registration, id: registration?.id ?? '' };
  };
  const plant = (check: string, object: string, why: string) => findings.plant(lesson, check, [object], why);
  const secret = (what: string, when: Parameters<typeof secretOf>[2]) => secretOf(ground, idOf(ground, what), when);

  const warehouse = make('Data Warehouse');
  const keys = warehouse.registration?.credentials ?? [];
  addCredential(keys, secret('long', { since: 600, left: 1_200 }));
  plant('credentials-long-lived', warehouse.id, 'a secret of five years');
  plant('credentials-old', warehouse.id, 'a secret of five years');
  plant('secrets-on-powerful-applications', warehouse.id, 'a secret of five years');
  addCredential(keys, secret('expired', { since: 900, left: -170 }));
  plant('credentials-expired-kept', warehouse.id, 'the secret before');
  addCredential(keys, secret('third', { since: 320, left: 200 }));
  addCredential(keys, secret('certificate', { type: 'certificate', since: 210, left: 400 }));
  plant('several-valid-credentials', warehouse.principal.id, 'each team has a key of its own');
  plant('credentials-unused', warehouse.id, 'nobody signs in with them');

  const interfaces = make('Interface Hub');
  addCredential(interfaces.principal.credentials, secret('hidden', {}));
  plant('credentials-on-service-principals', interfaces.principal.id, 'a script put it there');
  addCredential(interfaces.registration?.credentials ?? [], secret('new', { since: 9, left: 170 }));
  plant('credentials-added-recently', interfaces.id, 'nobody knows who added it');

  const builds = make('Build Runner');
  builds.registration?.federated.push({
    id: idOf(ground, 'pull requests'),
    name: 'pull-requests',
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:frostline-example/tools:pull_request',
  });
  plant('federated-credentials-wide', builds.id, 'any pull request signs in as it');

  const known = directory.policies.get('defaultAppManagementPolicy');
  directory.policies.set('defaultAppManagementPolicy', { ...known, isEnabled: false });
  plant('application-credential-policy-missing', 'tenantAppManagementPolicy', 'the policy is not in force');
}
