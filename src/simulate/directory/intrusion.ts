import type { Account } from '../scenario/account.ts';
import type { Application } from '../scenario/application.ts';
import { fullAccess, legacyPermissions } from '../scenario/permission.ts';
import type { Directory } from './directory.ts';
import type { DatedEffect, Effect } from './effect.ts';
import type { Findings } from './findings.ts';

const lesson = 'intrusion';
const why = 'the intruder found or made it';

/**
 * What of an intruder's work an audit has to find, and where it leads.
 *
 * @param effects in this tenant.
 * @param everywhere also in the other, whose accounts may own what has power here.
 */
export function tellIntrusion(
  directory: Directory,
  findings: Findings,
  effects: readonly DatedEffect[],
  everywhere: readonly DatedEffect[],
): void {
  for (const { effect } of effects) tellEffect(directory, findings, effect);
  for (const { effect, by } of everywhere)
    if (effect.kind === 'application' && by !== undefined)
      tellOwner(directory, findings, effect.application, by, effects);
}

/** Where somebody gets who registered an application, here or in another tenant. */
function tellOwner(
  directory: Directory,
  findings: Findings,
  { appId }: Application,
  owner: Account,
  effects: readonly DatedEffect[],
): void {
  for (const { effect } of effects) {
    if (effect.kind !== 'app-role' || effect.application.appId !== appId) continue;
    const { application, role } = effect;
    const way = isForeign(directory, application)
      ? ['owns-application', 'foreign-application-signs-in-as']
      : directory.servicePrincipals.get(application.servicePrincipalId)?.owners.length === 0
        ? ['owns-application', 'application-signs-in-as']
        : ['owns-service-principal'];
    if (role.value === legacyPermissions[0]) findings.path(owner.id, 'global-admin', way, why);
    if (!(legacyPermissions as readonly string[]).includes(role.value))
      findings.path(owner.id, 'mailboxes', [...way, 'application-full-access-mail'], why);
  }
}

function tellEffect(directory: Directory, findings: Findings, effect: Effect): void {
  const found = (check: string, object: string) => findings.plant(lesson, check, [object], why);
  switch (effect.kind) {
    case 'app-role':
      tellPermission(directory, findings, effect);
      break;
    case 'consent': {
      const { application, scopes, user } = effect;
      if (!scopes.includes('Mail.')) break;
      if (user === undefined) found('delegated-mail-for-all-users', application.servicePrincipalId);
      else {
        found('consented-by-users', application.servicePrincipalId);
        findings.path(application.servicePrincipalId, mailboxOf(directory, user), ['consented-for-user'], why);
      }
      if (isForeign(directory, application)) tellForeign(findings, application);
      break;
    }
    case 'secret':
      if (effect.on === 'servicePrincipal')
        found('credentials-on-service-principals', effect.application.servicePrincipalId);
      else if (effect.until !== undefined) found('credentials-long-lived', effect.application.objectId);
      break;
    case 'role':
      found('standing-privileged-roles', effect.account.id);
      found('roles-assigned-outside-pim', effect.account.id);
      found('administrators-weak-methods', effect.account.id);
      findings.path(effect.account.id, 'global-admin', ['role-active'], why);
      break;
    case 'application':
    case 'service-principal':
    case 'member':
    case 'password':
    case 'second-factor':
    case 'user':
  }
}

function tellPermission(
  directory: Directory,
  findings: Findings,
  { application, role }: Extract<Effect, { kind: 'app-role' }>,
): void {
  const id = application.servicePrincipalId;
  const found = (check: string) => findings.plant(lesson, check, [id], why);
  if ((legacyPermissions as readonly string[]).includes(role.value)) {
    found('applications-become-administrator');
    found('test-applications-with-power');
    if (role.value === legacyPermissions[0]) findings.path(id, 'global-admin', [], why);
  } else {
    found(role.id === fullAccess.id ? 'full-access-as-app' : 'applications-read-all-mail');
    found('mail-applications-unscoped');
    findings.path(id, 'mailboxes', ['application-full-access-mail'], why);
    if (isForeign(directory, application)) tellForeign(findings, application);
  }
  found('powerful-applications-owned-by-ordinary-users');
  if (isForeign(directory, application)) {
    found('foreign-service-principals-with-power');
    found('applications-unverified-publisher');
  }
}

function tellForeign(findings: Findings, { servicePrincipalId }: Application): void {
  for (const check of ['foreign-service-principals-with-mail', 'applications-unverified-publisher'])
    findings.plant(lesson, check, [servicePrincipalId], why);
}

const isForeign = ({ tenantId }: Directory, { ownerTenantId }: Application): boolean => ownerTenantId !== tenantId;

const mailboxOf = ({ tenantId }: Directory, { userPrincipalName }: Account): string =>
  `mailbox:${tenantId}:${userPrincipalName}`;
