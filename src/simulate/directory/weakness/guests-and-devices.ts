import type { DirectoryRecord } from '../object.ts';
import type { Ground } from './ground.ts';

const lesson = 'guests-and-devices';

/** Guests see what members see, anybody brings them in, and devices come without a second factor. */
export function plantGuestsAndDevices({ directory: { policies }, findings }: Ground): void {
  const plant = (check: string, object: string) =>
    findings.plant(lesson, check, [object], 'it is as it was by default for long');
  const known = policies.get('authorizationPolicy');
  policies.set('authorizationPolicy', {
    ...known,
    allowInvitesFrom: 'everyone',
    allowEmailVerifiedUsersToJoinOrganization: true,
    guestUserRoleId: 'a0b1b346-4d3e-4e8b-98f8-753987be4970',
    defaultUserRolePermissions: {
      ...(known?.['defaultUserRolePermissions'] as DirectoryRecord),
      allowedToCreateSecurityGroups: true,
      allowedToCreateTenants: true,
    },
  });
  for (const check of ['guest-invitations-by-anyone', 'guest-permissions', 'users-create-tenants-or-groups'])
    plant(check, 'authorizationPolicy');
  const everybody = { '@odata.type': '#microsoft.graph.allDeviceRegistrationMembership' };
  policies.set('deviceRegistrationPolicy', {
    ...policies.get('deviceRegistrationPolicy'),
    userDeviceQuota: 50,
    multiFactorAuthConfiguration: 'notRequired',
    azureADJoin: { isAdminConfigurable: true, allowedToJoin: everybody },
  });
  plant('device-registration-open', 'deviceRegistrationPolicy');
  policies.set('authenticationFlowsPolicy', {
    ...policies.get('authenticationFlowsPolicy'),
    selfServiceSignUp: { isEnabled: true },
  });
}
