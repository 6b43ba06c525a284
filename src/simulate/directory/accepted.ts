import { dayMs } from '../population/day.ts';
import type { Directory } from './directory.ts';
import { exceptionsName } from './base-conditional-access.ts';
import type { Findings } from './findings.ts';
import type { ServicePrincipal, User } from './object.ts';

/** What an audit names of a tenant that is well kept, and why the tenant lives with it. */
export function accept(directory: Directory, findings: Findings, people: () => Iterable<User>): void {
  acceptExceptions(directory, findings);
  acceptApplications(directory, findings);
  acceptPeople(directory, findings, people());
  acceptShortLogs(directory, findings);
}

/** Programs and people that sign in with a password alone, as the logs show. */
function acceptExceptions({ groups, tenantId }: Directory, findings: Findings): void {
  const group = [...groups.values()].find(({ displayName }) => displayName === exceptionsName);
  if (group === undefined) return;
  const members = group.members.map(({ id }) => id);
  const why = 'signs in with a password alone, as the logs show, and is in a group that policies leave out';
  for (const check of ['mfa-enforced-for-users', 'mfa-enforced-for-azure-management'])
    findings.accept('no-second-factor', check, members, why);
  findings.accept('no-second-factor', 'conditional-access-left-out', [group.id], why);
  findings.accept('no-second-factor', 'managed-device-policy', [tenantId], why);
  findings.accept('legacy-authentication', 'legacy-authentication-blocked', members, why);
}

/** Of no weight for an audit of applications. */
const harmless = new Set(['Calendars.Read', 'Place.Read.All', 'Group.Read.All']);
const mailScopes = /\bMail\./;
const oldDays = 365;
const recentDays = 30;

/** The applications of everyday: a backup reads all mail, and all of them sign in with secrets. */
function acceptApplications(directory: Directory, findings: Findings): void {
  const { population, servicePrincipals, registrations, clock } = directory;
  for (const workload of population.workloads) {
    const principal = servicePrincipals.get(workload.servicePrincipalId);
    if (principal === undefined) continue;
    const accepted = (check: string, why: string, lesson = 'privileged-applications', object = principal.id) =>
      findings.accept(lesson, check, [object], why);
    const values = principal.appRoles.map(({ role }) => role.value);
    const hasPower = values.some((value) => !harmless.has(value));
    if (workload.kind === 'third-party') {
      const why = 'a program of another maker that works here';
      if (hasPower) accepted('foreign-service-principals-with-power', why, 'foreign-applications');
      if (values.some((value) => mailScopes.test(value)))
        accepted('foreign-service-principals-with-mail', why, 'foreign-applications');
    } else {
      const reads = 'reads mail for backups, archives or a migration';
      if (values.includes('Mail.Read')) accepted('applications-read-all-mail', reads);
      if (values.includes('full_access_as_app')) accepted('full-access-as-app', reads);
      if (values.includes('Mail.Read') || values.includes('full_access_as_app'))
        accepted('mail-applications-unscoped', reads);
      if (values.includes('Group.ReadWrite.All'))
        accepted('applications-read-files-and-chats', 'makes groups for those who join, whose chats it could read');
    }
    const registration = registrations.get(workload.appId);
    if (registration === undefined) continue;
    if (registration.isMultiTenant && hasPower)
      accepted('own-applications-multi-tenant-with-power', 'was registered so', 'foreign-applications');
    const lesson = 'application-credentials';
    if (hasPower) accepted('secrets-on-powerful-applications', 'signs in with a secret', lesson, registration.id);
    for (const { start } of registration.credentials) {
      const age = (clock.end - Date.parse(start)) / dayMs;
      if (age > oldDays) accepted('credentials-old', 'is renewed every other year', lesson, registration.id);
      if (age <= recentDays && hasPower)
        accepted('credentials-added-recently', 'was renewed when the old secret ended', lesson, registration.id);
    }
  }
  const programs = [...servicePrincipals.values()].filter((each) => readsForUsers(directory, each)).map(({ id }) => id);
  const why = 'a program of a known maker that people let read their own mail';
  findings.accept('foreign-applications', 'foreign-service-principals-with-mail', programs, why);
  findings.accept('user-consent', 'consented-by-users', programs, why);
}

function readsForUsers({ tenantId }: Directory, { ownerTenantId, consents, publisher }: ServicePrincipal): boolean {
  return (
    ownerTenantId !== tenantId &&
    publisher !== null &&
    consents.some(({ scopes, userId }) => userId !== null && mailScopes.test(scopes))
  );
}

const unusedDays = 90;
const unusedAdminDays = 30;
const graceDays = 14;

/** People without a second factor, accounts that rest, and those to whom somebody gave a role by hand. */
function acceptPeople({ roles, clock }: Directory, findings: Findings, people: Iterable<User>): void {
  const eligible = new Set(roles.filter(({ state }) => state === 'eligible').map(({ holder }) => holder.id));
  const byHand = new Set(roles.filter(({ since }) => since === null).map(({ holder }) => holder.id));
  const found = new Map<string, [lesson: string, why: string, ids: string[]]>();
  const keep = (lesson: string, check: string, why: string, id: string) => {
    const known = found.get(check) ?? [lesson, why, []];
    found.set(check, known);
    known[2].push(id);
  };
  for (const user of people) {
    const { id, isEnabled, isGuest, methods } = user;
    const age = (time: string | null) => (time === null ? Infinity : (clock.end - Date.parse(time)) / dayMs);
    const idle = Math.min(age(user.lastSuccessfulSignIn), age(user.lastNonInteractiveSignIn), age(user.lastSignIn));
    const made = age(user.createdDateTime);
    if (isEnabled && !isGuest && methods.length === 0) {
      const why = 'has no second factor yet';
      keep('self-enrolment', 'mfa-never-registered', why, id);
      if (idle <= unusedAdminDays && made > graceDays) keep('self-enrolment', 'mfa-registration-unfinished', why, id);
    }
    if (user.usesOldProtocol) keep('legacy-authentication', 'legacy-authentication-used', 'is in the logs', id);
    if (isEnabled && !isGuest && Math.min(idle, made) > unusedDays)
      keep('forgotten-accounts', 'accounts-unused', 'an account for trials that rests', id);
    if (eligible.has(id))
      keep('privileged-roles', 'administrators-phishing-resistant', 'needs the key once the role is activated', id);
    if (!byHand.has(id)) continue;
    const why = 'an administrator gave the role by hand, as the audit log shows';
    keep('privileged-roles', 'standing-privileged-roles', why, id);
    keep('privileged-roles', 'roles-assigned-outside-pim', why, id);
    if (!isEnabled) keep('forgotten-accounts', 'disabled-accounts-with-roles', why, id);
    else if (idle > unusedAdminDays) keep('forgotten-accounts', 'privileged-accounts-unused', why, id);
    if (isEnabled && methods.length === 0) keep('privileged-roles', 'administrators-weak-methods', why, id);
    if (isEnabled && isForTrials(user)) keep('forgotten-accounts', 'test-accounts-with-power', why, id);
  }
  for (const [check, [lesson, why, ids]] of found) findings.accept(lesson, check, ids, why);
}

const longDays = 180;

function acceptShortLogs({ clock }: Directory, findings: Findings): void {
  if ((clock.end - clock.begin) / dayMs < longDays)
    findings.accept('logging', 'logs-long-enough', ['sign-in', 'unified-audit'], 'so many days were simulated');
}

const isForTrials = ({ displayName }: User): boolean => /\b(QA|Demo|Test|Training|Pilot|Legacy)\b/i.test(displayName);
