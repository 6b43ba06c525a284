import { Random } from '../random.ts';
import { addReference, type Directory } from './directory.ts';
import type { DirectoryRecord, Reference } from './object.ts';

/**
 * Directory roles by the ids of their templates.
 * Source: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const roleIds = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  privilegedRoleAdministrator: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  sharePointAdministrator: 'f28a1f50-f6e7-4571-818b-6a12f2af6b6c',
  exchangeAdministrator: '29232cdf-9323-42fd-ade2-1d097af3e4de',
  hybridIdentityAdministrator: '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2',
  applicationAdministrator: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  cloudApplicationAdministrator: '158c047a-c907-4556-b7ef-446551a6b5f7',
  helpdeskAdministrator: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  directoryReaders: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
} as const;

/** Those of which somebody is told when they are given or used. */
const watched = [
  roleIds.globalAdministrator,
  roleIds.privilegedRoleAdministrator,
  roleIds.userAdministrator,
  roleIds.sharePointAdministrator,
  roleIds.exchangeAdministrator,
  roleIds.hybridIdentityAdministrator,
  roleIds.applicationAdministrator,
  roleIds.cloudApplicationAdministrator,
];

const globalsAtMost = 5;

/** Administrators hold their roles while they use them only, and some people of the service desk a narrower one. */
export function addRoles(directory: Directory): void {
  const { population, clock } = directory;
  const globals = population.admins.slice(0, globalsAtMost);
  const others = population.admins.slice(globalsAtMost);
  const eligible = (holder: Reference, roleId: string) =>
    directory.roles.push({
      holder,
      roleId,
      state: 'eligible',
      since: clock.before(200),
      until: clock.in(165),
      assignmentType: 'Assigned',
    });
  for (const index of globals) {
    eligible(directory.person(index), roleIds.globalAdministrator);
    eligible(directory.person(index), roleIds.applicationAdministrator);
  }
  for (const index of others) {
    eligible(directory.person(index), roleIds.applicationAdministrator);
    eligible(directory.person(index), roleIds.userAdministrator);
  }
  const desk = deskOf(directory, globals.length);
  const group = directory.group({
    id: new Random(`${population.seed} ${population.tenantId} service desk`).uuid(),
    displayName: 'Service desk',
    isForRoles: true,
  });
  for (const [position, index] of desk.entries()) {
    const person = directory.person(index);
    addReference(group.members, person);
    eligible(person, position % 2 === 0 ? roleIds.exchangeAdministrator : roleIds.userAdministrator);
    directory.change(person.id, {
      methods: ['microsoftAuthenticatorPush', 'softwareOneTimePasscode', 'fido2SecurityKey'],
    });
  }
  eligible({ type: 'group', id: group.id, displayName: group.displayName }, roleIds.helpdeskAdministrator);
  // One of them is at work just now.
  const active = desk[0];
  if (active !== undefined)
    directory.roles.push({
      holder: directory.person(active),
      roleId: roleIds.exchangeAdministrator,
      state: 'active',
      since: clock.ago(0.1),
      until: clock.in(0.2),
      assignmentType: 'Activated',
    });
  for (const roleId of watched) directory.rolePolicies.set(roleId, rolePolicy(directory, roleId));
}

/** People of the everyday kind who have a second factor. */
function deskOf({ population }: Directory, wanted: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < population.users && found.length < wanted; index += 1) {
    const { kind, hasMfa } = population.nature(index);
    if (kind === 'employee' && hasMfa) found.push(index);
  }
  return found;
}

/** What Privileged Identity Management asks before the role is used, and whom it tells. */
function rolePolicy({ tenantId, population }: Directory, roleId: string): DirectoryRecord {
  const id = `DirectoryRole_${tenantId}_${roleId}`;
  const watch = [`security@${population.domain}`];
  const isGlobal = roleId === roleIds.globalAdministrator;
  const rule = (type: string, ruleId: string, more: DirectoryRecord) => ({
    '@odata.type': `#microsoft.graph.unifiedRoleManagementPolicy${type}Rule`,
    id: ruleId,
    ...more,
  });
  const notification = (ruleId: string) =>
    rule('Notification', ruleId, {
      notificationType: 'Email',
      recipientType: 'Admin',
      notificationLevel: 'All',
      isDefaultRecipientsEnabled: true,
      notificationRecipients: watch,
    });
  return {
    id: `${id}_assignment`,
    policyId: id,
    scopeId: '/',
    scopeType: 'DirectoryRole',
    roleDefinitionId: roleId,
    policy: {
      id,
      displayName: 'DirectoryRole',
      isOrganizationDefault: false,
      scopeId: '/',
      scopeType: 'DirectoryRole',
      rules: [
        rule('Approval', 'Approval_EndUser_Assignment', {
          setting: {
            isApprovalRequired: isGlobal,
            isRequestorJustificationRequired: true,
            approvalMode: isGlobal ? 'SingleStage' : 'NoApproval',
            approvalStages: [],
          },
        }),
        rule('Enablement', 'Enablement_EndUser_Assignment', {
          enabledRules: ['MultiFactorAuthentication', 'Justification'],
        }),
        rule('Expiration', 'Expiration_EndUser_Assignment', { isExpirationRequired: true, maximumDuration: 'PT4H' }),
        rule('Expiration', 'Expiration_Admin_Assignment', { isExpirationRequired: true, maximumDuration: 'P15D' }),
        rule('Expiration', 'Expiration_Admin_Eligibility', { isExpirationRequired: true, maximumDuration: 'P365D' }),
        notification('Notification_Admin_Admin_Assignment'),
        notification('Notification_Admin_Admin_Eligibility'),
        notification('Notification_Admin_EndUser_Assignment'),
      ],
    },
  };
}
