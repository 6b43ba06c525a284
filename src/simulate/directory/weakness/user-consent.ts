import { microsoftGraph } from '../../scenario/application.ts';
import type { DirectoryRecord } from '../object.ts';
import type { Ground } from './ground.ts';
import { chanceOf, makeApplication, somebody } from './ground.ts';

const lesson = 'user-consent';

/** Users consent to whatever asks, register applications, and ask nobody. */
export function plantUserConsent(ground: Ground): void {
  const { directory, findings } = ground;
  const { policies } = directory;
  const plant = (check: string, object: string, why: string) => findings.plant(lesson, check, [object], why);
  const known = policies.get('authorizationPolicy');
  const permissions = known?.['defaultUserRolePermissions'] as DirectoryRecord;
  policies.set('authorizationPolicy', {
    ...known,
    allowUserConsentForRiskyApps: true,
    defaultUserRolePermissions: {
      ...permissions,
      allowedToCreateApps: true,
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
  plant('user-consent-open', 'authorizationPolicy', 'it is as it was by default for long');
  plant('users-register-applications', 'authorizationPolicy', 'it is as it was by default for long');
  plant('admin-consent-requests-off', 'adminConsentRequestPolicy', 'nobody wanted to answer');

  const settings = 'Consent Policy Settings';
  for (const [index, setting] of directory.directorySettings.entries())
    if (setting['displayName'] === settings)
      directory.directorySettings[index] = {
        ...setting,
        values: [{ name: 'EnableGroupSpecificConsent', value: 'True' }],
      };
  plant('group-owner-consent-open', settings, 'owners of teams wanted it');

  const { principal } = makeApplication(ground, 'Form Filler', {
    ownerTenantId: chanceOf(ground, 'maker of forms').uuid(),
  });
  const user = somebody(ground);
  directory.consent(principal, microsoftGraph, 'User.Read Mail.Read Files.Read.All offline_access', user.id);
  plant('consented-by-users', principal.id, 'somebody clicked');
  const mailbox = `mailbox:${directory.tenantId}:${user.userPrincipalName}`;
  findings.path(principal.id, mailbox, ['consented-for-user'], 'somebody clicked');
  findings.nearMiss(principal.id, 'mailboxes', 'it reads the mail of one user only');
}
