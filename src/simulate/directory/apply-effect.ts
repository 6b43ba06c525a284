import { dayMs } from '../population/day.ts';
import type { Application } from '../scenario/application.ts';
import { instantOf } from './clock.ts';
import { addCredential, addReference, type Directory, referenceTo } from './directory.ts';
import type { DatedEffect } from './effect.ts';
import type { ServicePrincipal } from './object.ts';

const secretDays = 730;

/**
 * Makes of the directory what it is after a change.
 *
 * @param publisher of foreign applications that come in by it; null if nobody has verified who they are of.
 */
export function applyEffect(directory: Directory, { time, effect, by }: DatedEffect, publisher: string | null): void {
  switch (effect.kind) {
    case 'application': {
      const { application } = effect;
      directory.register(application, time, by === undefined ? [] : [referenceTo(by)]).isMultiTenant = true;
      const principal = directory.servicePrincipals.get(application.servicePrincipalId);
      if (principal !== undefined) principal.isMultiTenant = true;
      return;
    }
    case 'service-principal': {
      const { application } = effect;
      const isNew = !directory.servicePrincipals.has(application.servicePrincipalId);
      const principal = principalFor(directory, application, time, publisher);
      if (isNew && by !== undefined && application.ownerTenantId === directory.tenantId)
        addReference(principal.owners, referenceTo(by));
      return;
    }
    case 'secret': {
      const { application, keyId, name, until, on } = effect;
      const end = until ?? instantOf(Date.parse(time) + secretDays * dayMs);
      const owner =
        on === 'application'
          ? directory.registrations.get(application.appId)
          : directory.servicePrincipals.get(application.servicePrincipalId);
      if (owner !== undefined)
        addCredential(owner.credentials, { type: 'secret', keyId, displayName: name, start: time, end });
      return;
    }
    case 'app-role':
      directory.grant(principalFor(directory, effect.application, time, publisher), effect.resource, effect.role, time);
      return;
    case 'consent': {
      const { application, resource, scopes, user } = effect;
      const principal = principalFor(directory, application, time, publisher);
      directory.consent(principal, resource, scopes, user?.id ?? null);
      return;
    }
    case 'member':
      addReference(directory.group(effect.group).members, referenceTo(effect.account));
      return;
    case 'role':
      directory.roles.push({
        holder: referenceTo(effect.account),
        roleId: effect.role.templateId,
        state: 'active',
        since: null,
        until: null,
        assignmentType: 'Assigned',
      });
      return;
    case 'user':
    case 'password':
    case 'second-factor':
      changeUser(directory, time, effect);
  }
}

/** The service principal of an application; one of another tenant comes with its publisher. */
function principalFor(
  directory: Directory,
  application: Application,
  time: string,
  publisher: string | null,
): ServicePrincipal {
  const known = directory.servicePrincipals.get(application.servicePrincipalId);
  if (known !== undefined) return known;
  const made = directory.principalOf(application, time);
  if (application.ownerTenantId !== directory.tenantId) made.publisher = publisher;
  made.isMultiTenant ||= directory.registrations.get(application.appId)?.isMultiTenant ?? false;
  return made;
}

function changeUser(
  directory: Directory,
  time: string,
  { kind, account }: Extract<DatedEffect['effect'], { kind: 'user' | 'password' | 'second-factor' }>,
): void {
  if (kind === 'password') return directory.change(account.id, { lastPasswordChange: time });
  if (kind === 'second-factor')
    return directory.change(account.id, {
      methods: ['microsoftAuthenticatorPush', 'softwareOneTimePasscode'],
      isMfaCapable: true,
    });
  const made = { createdDateTime: time, lastPasswordChange: time };
  if (directory.isPerson(account)) return directory.change(account.id, made);
  const { id, displayName, userPrincipalName } = account;
  directory.addUser({
    id,
    displayName,
    userPrincipalName,
    ...made,
    lastSignIn: null,
    lastNonInteractiveSignIn: null,
    lastSuccessfulSignIn: null,
    methods: [],
    isMfaCapable: false,
  });
}
