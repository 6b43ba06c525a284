import type { Directory } from './directory.ts';
import type { DirectoryRecord, MailboxPermission, User } from './object.ts';

const changesLogged = ['Update', 'MoveToDeletedItems', 'SoftDelete', 'HardDelete', 'UpdateInboxRules', 'Send'];

/** Objects of Exchange as its PowerShell gives them. */
export function mailboxRecord({
  id,
  displayName,
  userPrincipalName,
  forwarding,
  isReadingLogged,
}: User): DirectoryRecord {
  return {
    ExternalDirectoryObjectId: id,
    UserPrincipalName: userPrincipalName,
    PrimarySmtpAddress: userPrincipalName,
    DisplayName: displayName,
    Identity: displayName,
    RecipientTypeDetails: 'UserMailbox',
    ForwardingAddress: null,
    ForwardingSmtpAddress: forwarding === null ? null : `smtp:${forwarding}`,
    DeliverToMailboxAndForward: forwarding !== null,
    GrantSendOnBehalfTo: [],
    AuditEnabled: true,
    AuditOwner: [...changesLogged, ...(isReadingLogged ? ['MailItemsAccessed'] : [])],
  };
}

export function permissionRecord({ mailbox, trustee, right }: MailboxPermission): DirectoryRecord {
  return right === 'FullAccess'
    ? {
        Identity: mailbox,
        User: trustee,
        AccessRights: ['FullAccess'],
        Deny: false,
        IsInherited: false,
        InheritanceType: 'All',
      }
    : {
        Identity: mailbox,
        Trustee: trustee,
        AccessControlType: 'Allow',
        AccessRights: ['SendAs'],
        IsInherited: false,
        InheritanceType: 'None',
      };
}

export function roleGroupRecords({ roleGroups }: Directory): DirectoryRecord[] {
  return roleGroups.map(({ name, roles, members }) => ({
    Name: name,
    Identity: name,
    Roles: roles,
    RoleAssignments: roles.map((role) => `${role}-${name}`),
    Members: members,
    RoleGroupType: 'Standard',
    Capabilities: [],
  }));
}

/** Of role groups as well as of users and applications. */
export function managementRoleRecords({ roleGroups, managementRoles }: Directory): DirectoryRecord[] {
  const assignment = (role: string, assignee: string, type: string, scope: string | null) => ({
    Name: `${role}-${assignee}`,
    Role: role,
    RoleAssignee: assignee,
    RoleAssigneeName: assignee,
    RoleAssigneeType: type,
    RoleAssignmentDelegationType: 'Regular',
    Enabled: true,
    RecipientWriteScope: scope === null ? 'Organization' : 'CustomRecipientScope',
    CustomRecipientWriteScope: null,
    CustomResourceScope: scope,
  });
  return [
    ...roleGroups.flatMap(({ name, roles }) => roles.map((role) => assignment(role, name, 'RoleGroup', null))),
    ...managementRoles.map(({ role, assignee, type, scope }) => assignment(role, assignee, type, scope)),
  ];
}

/** Applications that have a role of Exchange. */
export function exchangePrincipalRecords({ managementRoles, servicePrincipals }: Directory): DirectoryRecord[] {
  const ids = new Set(
    managementRoles.filter(({ type }) => type === 'ServicePrincipal').map(({ assignee }) => assignee),
  );
  return [...ids].flatMap((id) => {
    const known = servicePrincipals.get(id);
    if (known === undefined) return [];
    return {
      DisplayName: known.displayName,
      AppId: known.appId,
      ObjectId: id,
      Identity: id,
      ExchangeVersion: '0.20 (15.0.0.0)',
    };
  });
}

export function accessPolicyRecords({ accessPolicies }: Directory): DirectoryRecord[] {
  return accessPolicies.map(({ appId, scope }) => ({
    ScopeName: scope,
    ScopeIdentity: scope,
    AppId: appId,
    AccessRight: 'RestrictAccess',
    Description: '',
    IsValid: true,
  }));
}

export function auditBypassRecords({ auditBypass }: Directory): DirectoryRecord[] {
  return auditBypass.map((name) => ({ Identity: name, Name: name, AuditBypassEnabled: true }));
}
