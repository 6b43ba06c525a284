import type { DirectoryRecord } from '../object.ts';
import type { Ground } from './ground.ts';

/** Users consent to whatever asks, register applications, and ask nobody. */
export function plantUserConsent({ directory }: Ground): void {
  const { policies } = directory;
  const known = policies.get('authorizationPolicy');
  const permissions = known?.['defaultUserRolePermissions'] as DirectoryRecord;
  policies.set('authorizationPolicy', {
    ...known,
    allowUserConsentForRiskyApps: true,
    defaultUserRolePermissions: {
      ...permissions,
      allowedToCreateApps: true,
      allowedToCreateTenants: true,
      permissionGrantPoliciesAssigned: [
        'ManagePermissionGrantsForSelf.microsoft-user-default-legacy',
        'ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team',
      ],
    },
  });
  policies.set('adminConsentRequestPolicy', {
    isEnabled: false,
    notifyReviewers: false,
    remindersEnabled: false,
    requestDurationInDays: 0,
    version: 0,
    reviewers: [],
  });
}
