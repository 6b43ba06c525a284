import { roleIds } from '../base-roles.ts';
import { addReference } from '../directory.ts';
import type { DirectoryRecord } from '../object.ts';
import type { Ground } from './ground.ts';
import { addGuest, idOf, somebody } from './ground.ts';

const lesson = 'privileged-roles';

/** Roles that are held for good, by many, by guests and by groups that others change; and nobody is told. */
export function plantPrivilegedRoles(ground: Ground): void {
  const { directory, findings } = ground;
  const { clock, roles, population, tenantId } = directory;
  const plant = (check: string, objects: readonly string[], why: string) => findings.plant(lesson, check, objects, why);
  const forGood = { state: 'active', until: null, assignmentType: 'Assigned' } as const;

  const standing = somebody(ground);
  roles.push({ holder: standing, roleId: roleIds.globalAdministrator, since: clock.before(900), ...forGood });
  plant('standing-privileged-roles', [standing.id], 'the role was given for good');
  findings.path(standing.id, 'global-admin', ['role-active'], 'the role was given for good');
  const past = somebody(ground);
  roles.push({ holder: past, roleId: roleIds.exchangeAdministrator, since: null, ...forGood });
  plant('roles-assigned-outside-pim', [past.id], 'somebody gave it by hand');
  directory.change(past.id, { methods: ['mobilePhone'] });
  plant('administrators-weak-methods', [past.id], 'a telephone number is all that is registered');

  const eligible = {
    state: 'eligible',
    since: clock.before(200),
    until: clock.in(100),
    assignmentType: 'Assigned',
  } as const;
  for (let number = 1; number <= 8; number += 1) {
    const holder = directory.addUser({
      id: idOf(ground, `administrator ${number}`),
      displayName: `Regional Administrator ${number}`,
      userPrincipalName: `regional.administrator${number}@${population.domain}`,
      methods: ['fido2SecurityKey'],
      isSynchronised: number === 1,
    });
    roles.push({ holder, roleId: roleIds.globalAdministrator, ...eligible });
    if (number === 1) plant('administrators-synchronised', [holder.id], 'the account comes from the premises');
  }
  for (const check of ['global-administrator-count', 'fewer-global-than-other-administrators'])
    plant(check, [tenantId], 'each region has one');

  const guest = addGuest(ground, 'Consultant', { lastUsed: clock.ago(5) });
  roles.push({ holder: guest, roleId: roleIds.helpdeskAdministrator, ...eligible });
  plant('guests-with-roles', [guest.id], 'help was needed from outside');

  const group = directory.group({ id: idOf(ground, 'group with a role'), displayName: 'Mail Operations' });
  const owner = somebody(ground);
  addReference(group.owners, owner);
  roles.push({
    holder: { type: 'group', id: group.id, displayName: group.displayName },
    roleId: roleIds.privilegedRoleAdministrator,
    ...eligible,
  });
  plant('role-groups-not-protected', [group.id], 'its owner is no administrator');
  findings.path(
    owner.id,
    'global-admin',
    ['owns-group', 'role-eligible', 'role-assigns-roles'],
    'its owner is no administrator',
  );

  directory.conditionalAccess.delete('administrators');
  plant('administrators-phishing-resistant', [standing.id], 'no policy asks for a key');
  weakenRules(ground);
}

/** The role is activated without approval, and nobody is told of it. */
function weakenRules({ directory, findings }: Ground): void {
  for (const [roleId, record] of directory.rolePolicies) {
    const policy = record['policy'] as DirectoryRecord & { readonly rules: readonly DirectoryRecord[] };
    const rules = policy.rules.map((rule) =>
      rule['id'] === 'Approval_EndUser_Assignment'
        ? { ...rule, setting: { ...(rule['setting'] as DirectoryRecord), isApprovalRequired: false } }
        : 'notificationRecipients' in rule
          ? { ...rule, notificationRecipients: [] }
          : rule,
    );
    directory.rolePolicies.set(roleId, { ...record, policy: { ...policy, rules } });
  }
  const why = 'nobody is asked or told';
  const global = [roleIds.globalAdministrator];
  findings.plant(lesson, 'global-administrator-activation-approval', global, why);
  findings.plant(lesson, 'global-administrator-activation-alerts', global, why);
  findings.plant(lesson, 'role-activation-alerts', [roleIds.exchangeAdministrator], why);
  findings.plant(lesson, 'role-assignment-alerts', [roleIds.exchangeAdministrator, ...global], why);
}
