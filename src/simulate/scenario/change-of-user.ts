import type { Instant } from '../../shape/instant.ts';
import type { Account, Role } from './account.ts';
import type { Change, Initiator } from './make-audit.ts';
import { changed, changedList, userTarget } from './make-audit.ts';

interface When {
  readonly time: Instant;
  readonly by: Initiator;
}

export function addUser(account: Account, when: When): Change {
  return {
    ...when,
    category: 'UserManagement',
    operation: 'Add user',
    operationType: 'Add',
    effect: { kind: 'user', account },
    targets: [
      userTarget(account, [
        changedList('AccountEnabled', [true]),
        changedList('DisplayName', [account.displayName]),
        changedList('UserPrincipalName', [account.userPrincipalName]),
        changedList('UserType', ['Member']),
        changed('Included Updated Properties', 'AccountEnabled, DisplayName, UserPrincipalName, UserType'),
        changed('TargetId.UserType', 'Member'),
      ]),
    ],
  };
}

export function addToRole(account: Account, role: Role, when: When): Change {
  return {
    ...when,
    category: 'RoleManagement',
    operation: 'Add member to role',
    operationType: 'Assign',
    effect: { kind: 'role', account, role },
    targets: [
      userTarget(account, [
        changed('Role.ObjectID', role.templateId),
        changed('Role.DisplayName', role.displayName),
        changed('Role.TemplateId', role.templateId),
        changed('Role.WellKnownObjectName', role.wellKnownName),
      ]),
      {
        id: role.templateId,
        displayName: role.displayName,
        type: 'Role',
        userPrincipalName: null,
        groupType: null,
        modifiedProperties: [],
      },
    ],
  };
}

/** The user enrols a second factor for themselves. */
export function registerSecurityInfo(account: Account, when: When): Change {
  return {
    ...when,
    category: 'UserManagement',
    operation: 'User registered security info',
    operationType: 'Update',
    effect: { kind: 'second-factor', account },
    service: 'Authentication Methods',
    reason: 'User registered Authenticator App with Notification and Code',
    targets: [userTarget(account)],
    details: [{ key: 'AuthenticationMethod', value: 'AuthenticatorAppWithNotificationAndCode' }],
  };
}

export function resetPassword(account: Account, when: When): Change {
  return {
    ...when,
    category: 'UserManagement',
    operation: 'Reset user password',
    operationType: 'Update',
    effect: { kind: 'password', account },
    targets: [userTarget(account)],
  };
}
