import type { Instant } from '../../shape/instant.ts';
import type { Account } from './account.ts';
import type { Application, AppRole, Resource } from './application.ts';
import type { Change, Initiator } from './make-audit.ts';
import { applicationTarget, changed, changedList, servicePrincipalTarget, userTarget } from './make-audit.ts';

interface When {
  readonly time: Instant;
  readonly by: Initiator;
  readonly correlationId?: string;
}

const shared = { category: 'ApplicationManagement' } as const;

const describeKey = (keyId: string, name: string) =>
  `[KeyIdentifier=${keyId},KeyType=Password,KeyUsage=Verify,DisplayName=${name}]`;

export function addApplication(application: Application, when: When): Change {
  const properties = [
    changedList('AppId', [application.appId]),
    changedList('AvailableToOtherTenants', [true]),
    changedList('DisplayName', [application.displayName]),
    changed('Included Updated Properties', 'AppId, AvailableToOtherTenants, DisplayName'),
  ];
  return {
    ...shared,
    ...when,
    operation: 'Add application',
    operationType: 'Add',
    targets: [applicationTarget(application, properties)],
    effect: { kind: 'application', application },
  };
}

export function addServicePrincipal(application: Application, when: When): Change {
  const properties = [
    changedList('AccountEnabled', [true]),
    changedList('AppPrincipalId', [application.appId]),
    changedList('DisplayName', [application.displayName]),
    changedList('ServicePrincipalName', [application.appId]),
    changed('Included Updated Properties', 'AccountEnabled, AppPrincipalId, DisplayName, ServicePrincipalName'),
    changed('TargetId.ServicePrincipalNames', application.appId),
  ];
  return {
    ...shared,
    ...when,
    operation: 'Add service principal',
    operationType: 'Add',
    targets: [servicePrincipalTarget(application, properties)],
    effect: { kind: 'service-principal', application },
  };
}

/** A new secret on the registration; the operation has its en dash and its trailing blank in reality. */
export function addApplicationSecret(application: Application, keyId: string, name: string, when: When): Change {
  const old = describeKey(application.keyId, 'initial');
  const properties = [
    changedList('KeyDescription', [old, describeKey(keyId, name)], [old]),
    changed('Included Updated Properties', 'KeyDescription'),
  ];
  return {
    ...shared,
    ...when,
    operation: 'Update application – Certificates and secrets management ',
    operationType: 'Update',
    targets: [applicationTarget(application, properties)],
    effect: { kind: 'secret', application, keyId, name, on: 'application' },
  };
}

/** A new secret on the service principal itself. */
export function addServicePrincipalSecret(application: Application, keyId: string, name: string, when: When): Change {
  const properties = [
    changedList('KeyDescription', [describeKey(keyId, name)]),
    changed('Included Updated Properties', 'KeyDescription'),
    changed('TargetId.ServicePrincipalNames', application.appId),
  ];
  return {
    ...shared,
    ...when,
    operation: 'Add service principal credentials',
    operationType: 'Update',
    targets: [servicePrincipalTarget(application, properties)],
    details: [{ key: 'AppId', value: application.appId }],
    effect: { kind: 'secret', application, keyId, name, on: 'servicePrincipal' },
  };
}

/** The target is the resource; who received the role is among its properties. */
export function addAppRoleAssignment(application: Application, resource: Resource, role: AppRole, when: When): Change {
  const properties = [
    changed('AppRole.Id', role.id),
    changed('AppRole.Value', role.value),
    changed('AppRole.DisplayName', role.displayName),
    changed('AppRoleAssignment.CreatedDateTime', when.time),
    changed('AppRoleAssignment.LastModifiedDateTime', when.time),
    changed('ServicePrincipal.ObjectID', application.servicePrincipalId),
    changed('ServicePrincipal.DisplayName', application.displayName),
    changed('ServicePrincipal.AppId', application.appId),
    changed('ServicePrincipal.Name', application.appId),
    changed('TargetId.ServicePrincipalNames', resource.appId),
  ];
  return {
    ...shared,
    ...when,
    operation: 'Add app role assignment to service principal',
    operationType: 'Assign',
    targets: [servicePrincipalTarget(resource, properties), servicePrincipalTarget(application)],
    details: [{ key: 'AppId', value: resource.appId }],
    effect: { kind: 'app-role', application, resource, role },
  };
}

/** Admin consent for everybody to delegated permissions: two records with one correlation id. */
export function adminConsent(application: Application, resource: Resource, scopes: string, when: When): Change[] {
  return [delegatedGrant(application, resource, scopes, when), consentGiven(application, resource, scopes, when)];
}

/** A user consents for themselves: three records with one correlation id. */
export function userConsent(
  application: Application,
  resource: Resource,
  scopes: string,
  user: Account,
  when: When,
): Change[] {
  const assignment = [
    changed('AppRoleAssignment.CreatedDateTime', when.time),
    changed('User.ObjectID', user.id),
    changed('User.UPN', user.userPrincipalName),
    changed('User.PUID', `1003${user.id.slice(24).toUpperCase()}`),
    changed('TargetId.ServicePrincipalNames', application.appId),
  ];
  return [
    delegatedGrant(application, resource, scopes, when, user),
    {
      ...when,
      category: 'UserManagement',
      operation: 'Add app role assignment grant to user',
      operationType: 'Assign',
      targets: [servicePrincipalTarget(application, assignment), userTarget(user)],
      details: [{ key: 'AppId', value: application.appId }],
    },
    consentGiven(application, resource, scopes, when, user),
  ];
}

function delegatedGrant(
  application: Application,
  resource: Resource,
  scopes: string,
  when: When,
  user?: Account,
): Change {
  return {
    ...shared,
    ...when,
    operation: 'Add delegated permission grant',
    operationType: 'Assign',
    targets: [
      servicePrincipalTarget(resource, [
        changed('DelegatedPermissionGrant.Scope', ` ${scopes}`),
        changed('DelegatedPermissionGrant.ConsentType', user === undefined ? 'AllPrincipals' : 'Principal'),
        changed('ServicePrincipal.ObjectID', application.servicePrincipalId),
        changed('TargetId.ServicePrincipalNames', resource.appId),
      ]),
      servicePrincipalTarget(application),
    ],
    details: [{ key: 'AppId', value: resource.appId }],
    effect: { kind: 'consent', application, resource, scopes, user },
  };
}

function consentGiven(
  application: Application,
  resource: Resource,
  scopes: string,
  when: When,
  user?: Account,
): Change {
  const type = user === undefined ? 'AllPrincipals' : 'Principal';
  const grant = `[] => [[Id: ${application.keyId.replaceAll('-', '')}, ClientId: ${application.servicePrincipalId}, PrincipalId: ${user?.id ?? ''}, ResourceId: ${resource.servicePrincipalId}, ConsentType: ${type}, Scope: ${scopes}, CreatedDateTime: , LastModifiedDateTime ]]; `;
  return {
    ...shared,
    ...when,
    operation: 'Consent to application',
    operationType: 'Assign',
    targets: [
      servicePrincipalTarget(application, [
        changed('ConsentContext.IsAdminConsent', user === undefined ? 'True' : 'False'),
        changed('ConsentContext.IsAppOnly', 'False'),
        changed('ConsentContext.OnBehalfOfAll', user === undefined ? 'True' : 'False'),
        changed('ConsentContext.Tags', 'WindowsAzureActiveDirectoryIntegratedApp'),
        changed('ConsentAction.Permissions', grant),
        changed('TargetId.ServicePrincipalNames', application.appId),
      ]),
    ],
    details: [{ key: 'AppId', value: application.appId }],
  };
}
