import type { DirectoryRecord } from '../object.ts';
import type { Ground } from './ground.ts';

/** Guests see what members see, and anybody brings them in. */
export function plantGuestsAndDevices({ directory }: Ground): void {
  const known = directory.policies.get('authorizationPolicy');
  directory.policies.set('authorizationPolicy', {
    ...known,
    allowInvitesFrom: 'everyone',
    allowEmailVerifiedUsersToJoinOrganization: true,
    guestUserRoleId: 'a0b1b346-4d3e-4e8b-98f8-753987be4970',
  });
  directory.policies.set('authenticationFlowsPolicy', {
    ...(directory.policies.get('authenticationFlowsPolicy') as DirectoryRecord),
    selfServiceSignUp: { isEnabled: true },
  });
}
