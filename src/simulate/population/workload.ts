import { Random } from '../random.ts';
import type { Application, Resource } from '../scenario/application.ts';
import { exchangeOnline, microsoftGraph } from '../scenario/application.ts';
import type { Source } from './network.ts';
import { hosts, networkKinds, sourceOf } from './network.ts';

/** An application that signs in with a secret of its own, always from the same place. */
export interface Workload extends Application {
  readonly kind: 'backup' | 'sync' | 'report' | 'script' | 'third-party';
  readonly source: Source;
  readonly resource: Resource;
  readonly runsPerDay: number;
  /** Days between two secrets; what it signs in with depends on the day. */
  readonly secretDays: number;
  /** Space separated application permissions. */
  readonly roles: string;
  readonly userAgent: string;
  /** Paths that it asks Microsoft Graph for. */
  readonly paths: readonly string[];
  /** Share of all mailboxes that it reads in one run. */
  readonly mailShare: number;
  /** The day (since 1970) on which it was registered, if that was after the first day. */
  readonly since: number;
}

type Plan = Pick<Workload, 'kind' | 'runsPerDay' | 'secretDays' | 'roles' | 'userAgent' | 'paths'> & {
  readonly displayName: string;
} & Partial<Pick<Workload, 'resource' | 'mailShare' | 'since'>>;

/** Of any tenant: less than one, which becomes one. */
const oneMailbox = 1e-9;
const users = '/users?$select=id,displayName,accountEnabled&$top=999';

const plans: readonly Plan[] = [
  {
    displayName: 'Harbor Mail Backup',
    kind: 'backup',
    runsPerDay: 6,
    secretDays: 365,
    roles: 'Mail.Read User.Read.All',
    userAgent: 'HarborBackup/4.2',
    paths: [users],
    mailShare: 0.03,
  },
  {
    displayName: 'Payroll Sync',
    kind: 'sync',
    runsPerDay: 4,
    secretDays: 180,
    roles: 'User.Read.All',
    userAgent: 'payroll-sync/1.9',
    paths: ['/users?$select=id,displayName,employeeId&$top=100'],
  },
  {
    displayName: 'Directory Report',
    kind: 'report',
    runsPerDay: 2,
    secretDays: 365,
    roles: 'Directory.Read.All AuditLog.Read.All',
    userAgent: 'python-requests/2.31.0',
    paths: [users, '/groups?$top=999', '/auditLogs/signIns?$top=500'],
  },
  {
    displayName: 'Ticket Desk',
    kind: 'third-party',
    runsPerDay: 48,
    secretDays: 540,
    roles: 'Mail.ReadWrite Mail.Send',
    userAgent: 'TicketDesk/7.4 (https://ticketdesk.example)',
    paths: ['/users/support/mailFolders/inbox/messages?$top=25'],
    mailShare: oneMailbox,
  },
  {
    displayName: 'Room Display',
    kind: 'third-party',
    runsPerDay: 24,
    secretDays: 730,
    roles: 'Calendars.Read Place.Read.All',
    userAgent: 'RoomDisplay/3.0',
    paths: ['/places/microsoft.graph.room?$top=100'],
  },
  {
    displayName: 'Onboarding Script',
    kind: 'script',
    runsPerDay: 1,
    secretDays: 90,
    roles: 'User.ReadWrite.All Group.ReadWrite.All',
    userAgent: 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.3803',
    paths: [users, '/groups?$top=999'],
  },
  {
    displayName: 'Mailbox Migration',
    kind: 'script',
    runsPerDay: 1,
    secretDays: 180,
    roles: 'full_access_as_app',
    userAgent: 'MigrationTool/2.2',
    resource: exchangeOnline,
    paths: [],
    mailShare: 0.002,
  },
];

/** Of large tenants: an application of a department for every so many people. */
const peoplePerDepartment = 2_500;

/** Applications that come while the tenant is watched: by turns an archive that reads mail, and a report that does not. */
const newcomers = 8;
const newcomerDays = 40;

function newcomer(number: number, firstDay: number, random: Random): Plan {
  const isArchive = number % 2 === 0;
  return {
    displayName: `${isArchive ? 'Mail Archive' : 'Usage Report'} ${number + 1}`,
    kind: isArchive ? 'backup' : 'report',
    runsPerDay: isArchive ? 4 : 1,
    secretDays: 365,
    roles: isArchive ? 'Mail.Read' : 'Directory.Read.All',
    userAgent: isArchive ? 'MailArchive/1.3' : 'python-requests/2.31.0',
    paths: [users],
    mailShare: isArchive ? 0.01 : 0,
    since: firstDay + 6 + number * newcomerDays + random.integer(0, 20),
  };
}

/** The first one is the backup, which reads every mailbox. @param firstDay since 1970. */
export function workloadsOf(
  tenantId: string,
  numberOfUsers: number,
  homeCountry: number,
  firstDay: number,
): readonly [Workload, ...Workload[]] {
  const random = new Random(`newcomers ${tenantId}`);
  const later = Array.from({ length: newcomers }, (_, number) => newcomer(number, firstDay, random));
  const departments = Array.from({ length: Math.floor(numberOfUsers / peoplePerDepartment) }, (_, index) => ({
    displayName: `Department Report ${index + 1}`,
    kind: 'report' as const,
    runsPerDay: 2,
    secretDays: 365,
    roles: 'User.Read.All Group.Read.All',
    userAgent: 'python-requests/2.31.0',
    paths: [users],
  }));
  const made = [...plans, ...later, ...departments].map((plan, index) => workload(plan, tenantId, homeCountry, index));
  const [backup, ...others] = made;
  if (backup === undefined) throw new RangeError('no backup');
  return [backup, ...others];
}

function workload(plan: Plan, tenantId: string, homeCountry: number, index: number): Workload {
  const random = new Random(`workload ${tenantId} ${plan.displayName}`);
  const [first, second] = networkKinds.hosting;
  return {
    resource: microsoftGraph,
    mailShare: 0,
    since: 0,
    ...plan,
    appId: random.uuid(),
    objectId: random.uuid(),
    servicePrincipalId: random.uuid(),
    ownerTenantId: plan.kind === 'third-party' ? random.uuid() : tenantId,
    keyId: random.uuid(),
    source: sourceOf(
      homeCountry,
      plan.kind === 'third-party' ? second : first,
      0,
      hosts.shared.first + (index % hosts.shared.count),
    ),
  };
}

/** The key id of the secret that an application uses on a day (since 1970): another one after each rotation. */
export function keyIdOn(workload: Workload, day: number): string {
  const turn = secretTurn(workload, day);
  return turn === 0 ? workload.keyId : new Random(`secret ${workload.appId} ${turn}`).uuid();
}

/** Which secret it is by now; 0 is the first. Each application turns on a day of its own. */
export function secretTurn(workload: Workload, day: number): number {
  const phase = Number.parseInt(workload.appId.slice(0, 6), 16) % workload.secretDays;
  return Math.max(0, Math.floor((day - firstSecretDay + phase) / workload.secretDays));
}

/** The days (since 1970) from which and until which the secret that it uses on a day is valid. */
export function secretSpan(workload: Workload, day: number): { readonly from: number; readonly to: number } {
  const phase = Number.parseInt(workload.appId.slice(0, 6), 16) % workload.secretDays;
  const from = firstSecretDay + secretTurn(workload, day) * workload.secretDays - phase;
  // Whoever came later got the first secret then.
  return { from: Math.max(from, workload.since), to: from + workload.secretDays };
}

/** 1 January 2022 in days since 1970. */
const firstSecretDay = 18_993;
