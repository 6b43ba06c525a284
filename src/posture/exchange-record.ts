import type { ExampleRecord } from './application-record.ts';

/** Records of Exchange Online for examples of checks, as its PowerShell writes them to JSON. */

export function mailbox(name: string, more: ExampleRecord = {}): ExampleRecord {
  return {
    UserPrincipalName: `${name}@frostline.example`,
    PrimarySmtpAddress: `${name}@frostline.example`,
    DisplayName: name,
    Identity: name,
    RecipientTypeDetails: 'UserMailbox',
    AuditEnabled: true,
    ForwardingAddress: null,
    ForwardingSmtpAddress: null,
    DeliverToMailboxAndForward: false,
    ...more,
  };
}

export function fullAccess(mailboxName: string, trustee: string): ExampleRecord {
  return {
    Identity: mailboxName,
    User: trustee,
    AccessRights: ['FullAccess'],
    IsInherited: false,
    Deny: false,
    InheritanceType: 'All',
  };
}

export function sendAs(mailboxName: string, trustee: string): ExampleRecord {
  return {
    Identity: mailboxName,
    Trustee: trustee,
    AccessControlType: 'Allow',
    AccessRights: ['SendAs'],
    IsInherited: false,
    InheritanceType: 'None',
  };
}

export function roleGroup(name: string, roles: readonly string[], members: readonly string[]): ExampleRecord {
  return { Name: name, DisplayName: '', Roles: roles, Members: members, RoleGroupType: 'Standard', Capabilities: [] };
}

/** A management role; `scope` is a management scope, without it the role is for the whole organization. */
export function managementRole(role: string, assigneeType: string, assignee: string, scope?: string): ExampleRecord {
  return {
    Name: `${role}-${assignee}`,
    Role: role,
    RoleAssignee: assignee,
    RoleAssigneeName: assignee,
    RoleAssigneeType: assigneeType,
    Enabled: true,
    RoleAssignmentDelegationType: 'Regular',
    RecipientReadScope: 'Organization',
    RecipientWriteScope: 'Organization',
    CustomRecipientWriteScope: null,
    CustomResourceScope: scope ?? null,
  };
}

/** An assignment that every organization has, so that the export is there. */
export const everybody: ExampleRecord = {
  ...managementRole('MyBaseOptions', 'RoleAssignmentPolicy', 'Default Role Assignment Policy'),
  RecipientWriteScope: 'Self',
};

/** Limits an application to the members of a group. */
export function accessPolicy(appId: string, right = 'RestrictAccess'): ExampleRecord {
  return {
    AppId: appId,
    AccessRight: right,
    ScopeName: 'Rooms',
    ScopeIdentity: 'Rooms',
    Description: '',
    IsValid: true,
    ObjectState: 'Unchanged',
  };
}
