import type { Instant } from '../../shape/instant.ts';
import type { Random } from '../random.ts';
import type { Effect } from '../directory/effect.ts';
import type { DirectoryAudit, KeyValue, TargetResource } from '../record.ts';
import type { Account } from './account.ts';
import type { Application } from './application.ts';
import type { Place } from './place.ts';

/** Who changed the directory: a user from somewhere, or an application, of which Entra notes no address. */
export type Initiator =
  | { readonly account: Account; readonly place: Place }
  | { readonly application: Pick<Application, 'displayName' | 'servicePrincipalId'> };

export interface Change {
  readonly time: Instant;
  readonly operation: string;
  readonly operationType: 'Add' | 'Update' | 'Assign' | 'Delete';
  readonly category: 'ApplicationManagement' | 'UserManagement' | 'RoleManagement' | 'GroupManagement';
  readonly by: Initiator;
  readonly targets: readonly TargetResource[];
  readonly service?: string;
  readonly reason?: string;
  readonly details?: readonly KeyValue[];
  readonly correlationId?: string;
  /** What is otherwise in the directory after it; without it nothing that an export of the directory shows. */
  readonly effect?: Effect;
}

export function directoryAudit(random: Random, change: Change): DirectoryAudit {
  const correlationId = change.correlationId ?? random.uuid();
  const { by } = change;
  return {
    id: `Directory_${correlationId}_${random.hex(5).toUpperCase()}_${random.integer(10_000_000, 99_999_999)}`,
    category: change.category,
    correlationId,
    result: 'success',
    resultReason: change.reason ?? '',
    activityDisplayName: change.operation,
    activityDateTime: change.time,
    loggedByService: change.service ?? 'Core Directory',
    operationType: change.operationType,
    userAgent: null,
    initiatedBy:
      'account' in by
        ? {
            user: {
              id: by.account.id,
              displayName: by.account.displayName,
              userPrincipalName: by.account.userPrincipalName,
              ipAddress: by.place.ipAddress,
              userType: 'Member',
              homeTenantId: by.account.tenantId,
              homeTenantName: null,
            },
            app: null,
          }
        : {
            user: null,
            app: {
              appId: null,
              displayName: by.application.displayName,
              servicePrincipalId: by.application.servicePrincipalId,
              servicePrincipalName: null,
            },
          },
    targetResources: change.targets,
    additionalDetails: change.details ?? [],
  };
}

/** A modified property whose values are wrapped as JSON strings, as Entra does; null stays null. */
export function changed(displayName: string, newValue: string, oldValue: string | null = null) {
  return {
    displayName,
    oldValue: oldValue === null ? null : JSON.stringify(oldValue),
    newValue: JSON.stringify(newValue),
  };
}

/** A modified property whose values are lists. */
export function changedList(displayName: string, newValue: readonly unknown[], oldValue: readonly unknown[] = []) {
  return { displayName, oldValue: JSON.stringify(oldValue), newValue: JSON.stringify(newValue) };
}

type Properties = TargetResource['modifiedProperties'];

export function userTarget(account: Account, modifiedProperties: Properties = []): TargetResource {
  const { id, displayName, userPrincipalName } = account;
  return { id, displayName, type: 'User', userPrincipalName, groupType: null, modifiedProperties };
}

export function servicePrincipalTarget(
  principal: { displayName: string; servicePrincipalId: string },
  modifiedProperties: Properties = [],
): TargetResource {
  return {
    id: principal.servicePrincipalId,
    displayName: principal.displayName,
    type: 'ServicePrincipal',
    userPrincipalName: null,
    groupType: null,
    modifiedProperties,
  };
}

export function applicationTarget(application: Application, modifiedProperties: Properties = []): TargetResource {
  const { objectId: id, displayName } = application;
  return { id, displayName, type: 'Application', userPrincipalName: null, groupType: null, modifiedProperties };
}
