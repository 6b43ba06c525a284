import { managed, policy } from '../base-conditional-access.ts';
import { changeMethods } from './change-methods.ts';
import { addReference } from '../directory.ts';
import type { DirectoryRecord } from '../object.ts';
import type { Ground } from './ground.ts';
import { addGuest, idOf, somebody } from './ground.ts';

const lesson = 'no-second-factor';

/** Policies that leave people out, only report, or are not there; and factors that a telephone number is enough for. */
export function plantNoSecondFactor(ground: Ground): void {
  const { directory, findings } = ground;
  const { population, conditionalAccess, clock, tenantId } = directory;
  const plant = (check: string, objects: readonly string[], why: string) => findings.plant(lesson, check, objects, why);

  const group = directory.group({ id: idOf(ground, 'left out'), displayName: 'Project Falcon' });
  const people = [somebody(ground), somebody(ground)];
  const admin = directory.person(population.admins.at(-1) ?? 0);
  const guest = addGuest(ground, 'Adviser', { lastUsed: clock.ago(3) });
  for (const member of [...people, admin, guest]) addReference(group.members, member);
  const policies = ['mfa', 'legacy', ...(conditionalAccess.has('devices') ? ['devices'] : [])];
  for (const name of policies) leaveOut(conditionalAccess, name, group.id);
  const why = 'a group is left out since a project of long ago';
  const members = [...people, admin].map(({ id }) => id);
  plant('conditional-access-left-out', [group.id], why);
  plant('mfa-enforced-for-users', members, why);
  plant('mfa-enforced-for-azure-management', members, why);
  plant('mfa-enforced-for-administrators', [admin.id], why);
  plant('mfa-enforced-for-guests', [guest.id], why);

  conditionalAccess.delete('devices');
  const reporting = policy(directory, 'Managed devices (trial)', {}, managed, 'enabledForReportingButNotEnforced');
  conditionalAccess.set('devices', reporting);
  plant('conditional-access-report-only', [String(reporting['id'])], 'it was tried and never switched on');
  plant('managed-device-policy', [tenantId], 'the policy only reports');
  for (const name of ['user-risk', 'sign-in-risk']) {
    conditionalAccess.delete(name);
    plant(`${name}-policy`, [tenantId], 'there is no such policy');
  }

  const weak = [somebody(ground), somebody(ground)].map(({ id }) => id);
  for (const id of weak) directory.change(id, { methods: ['mobilePhone'] });
  plant('weak-second-factors', weak, 'a telephone number is all that is registered');
  weakenMethods(ground);
}

/** Methods that are allowed though they are weak. */
function weakenMethods({ directory, findings }: Ground): void {
  changeMethods(directory, (method) => {
    if (method['id'] === 'Sms' || method['id'] === 'Voice') return { ...method, state: 'enabled' };
    return method['id'] === 'MicrosoftAuthenticator'
      ? { ...method, isSoftwareOathEnabled: true, featureSettings: {} }
      : method;
  });
  const name = 'authenticationMethodsPolicy';
  directory.policies.set(name, { ...directory.policies.get(name), policyMigrationState: 'migrationInProgress' });
  const why = 'the methods of old are still allowed';
  findings.plant(lesson, 'authentication-methods-migration', [name], why);
  findings.plant(lesson, 'authentication-methods-weak-allowed', ['sms', 'voice'], why);
  findings.plant(lesson, 'authenticator-shows-context', ['microsoftauthenticator'], why);
}

/** Leaves a group out of a policy, beside those that are left out already. */
function leaveOut(policies: Map<string, DirectoryRecord>, name: string, group: string): void {
  const known = policies.get(name);
  if (known === undefined) return;
  const conditions = known['conditions'] as DirectoryRecord & { readonly users: DirectoryRecord };
  const before = conditions.users['excludeGroups'] as readonly string[];
  policies.set(name, {
    ...known,
    conditions: { ...conditions, users: { ...conditions.users, excludeGroups: [...before, group] } },
  });
}
