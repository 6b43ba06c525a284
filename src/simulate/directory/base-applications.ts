import { Random } from '../random.ts';
import { dayMs } from '../population/day.ts';
import type { Workload } from '../population/workload.ts';
import { keyIdOn, secretSpan } from '../population/workload.ts';
import { application, exchangeOnline, microsoftGraph, servicePrincipalIn } from '../scenario/application.ts';
import { fullAccess, graphRole } from '../scenario/permission.ts';
import { microsoftServices } from '../tenant.ts';
import { instantOf } from './clock.ts';
import { addCredential, type Directory } from './directory.ts';

/** Publishers of programs that somebody has looked at, by the kind of identity that Microsoft gives them. */
export const knownPublisher = '5206095';

/** The applications that work in the tenant, each with the secret that it signs in with on the last day. */
export function addApplications(directory: Directory): void {
  const { population, clock } = directory;
  const lastDay = clock.end / dayMs - 1;
  for (const resource of [microsoftGraph, exchangeOnline])
    directory.principalOf({ ...resource, ownerTenantId: microsoftServices }, clock.before(2_000));
  addBooking(directory);
  for (const [index, workload] of population.workloads.entries()) {
    if (workload.since > lastDay) continue;
    const time =
      workload.since > clock.begin / dayMs ? instantOf(workload.since * dayMs) : clock.before(500 + index * 40);
    addWorkload(directory, workload, time, lastDay);
  }
}

function addWorkload(directory: Directory, workload: Workload, time: string, lastDay: number): void {
  const { admins } = directory.population;
  const principal = directory.principalOf(workload, time);
  if (workload.ownerTenantId === directory.tenantId) {
    const owner = directory.person(admins[Number.parseInt(workload.appId.slice(0, 4), 16) % admins.length] ?? 0);
    const registration = directory.register(workload, time, [owner]);
    const { from, to } = secretSpan(workload, lastDay);
    addCredential(registration.credentials, {
      type: 'secret',
      keyId: keyIdOn(workload, lastDay),
      displayName: workload.displayName,
      start: instantOf(from * dayMs),
      end: instantOf(to * dayMs),
    });
    // Its builds prove themselves with a token instead.
    if (workload.kind === 'sync')
      registration.federated.push({
        id: new Random(`${workload.appId} federated`).uuid(),
        name: 'build',
        issuer: 'https://token.actions.githubusercontent.com',
        subject: 'repo:frostline-example/payroll:environment:production',
      });
  } else principal.publisher = knownPublisher;
  for (const value of workload.roles.split(' '))
    if (workload.resource === exchangeOnline) directory.grant(principal, exchangeOnline, fullAccess, time);
    else directory.grant(principal, workload.resource, graphRole(value), time);
  // What it needs is one mailbox.
  if (workload.kind === 'third-party' && workload.roles.includes('Mail.'))
    directory.accessPolicies.push({ appId: workload.appId, scope: 'Support mailbox' });
}

/** A program of another maker, of whom Microsoft knows who it is; it may know who signs in, and read the calendars of rooms. */
function addBooking(directory: Directory): void {
  const owner = new Random(`maker of desk booking ${directory.tenantId}`).uuid();
  const made = servicePrincipalIn(directory.tenantId, application('Desk Booking', owner, directory.tenantId));
  const principal = directory.principalOf(made, directory.clock.before(560));
  principal.publisher = knownPublisher;
  directory.consent(principal, microsoftGraph, 'openid profile User.Read', null);
  directory.managementRoles.push({
    role: 'Application Calendars.Read',
    assignee: principal.id,
    type: 'ServicePrincipal',
    scope: 'Rooms only',
  });
}
