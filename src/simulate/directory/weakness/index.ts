import { plantApplicationCredentials } from './application-credentials.ts';
import { plantForeignApplications } from './foreign-applications.ts';
import { plantForgottenAccounts } from './forgotten-accounts.ts';
import type { Plant } from './ground.ts';
import { plantGuestsAndDevices } from './guests-and-devices.ts';
import { plantLegacyAuthentication } from './legacy-authentication.ts';
import type { LessonId } from './lesson.ts';
import { plantLogging } from './logging.ts';
import { plantMailboxAccess } from './mailbox-access.ts';
import { plantNoSecondFactor } from './no-second-factor.ts';
import { plantPrivilegedApplications } from './privileged-applications.ts';
import { plantPrivilegedRoles } from './privileged-roles.ts';
import { plantSelfEnrolment } from './self-enrolment.ts';
import { plantTenantTrust } from './tenant-trust.ts';
import { plantUserConsent } from './user-consent.ts';

/** What is planted for each lesson. */
export const plants: Readonly<Record<LessonId, Plant>> = {
  'forgotten-accounts': plantForgottenAccounts,
  'no-second-factor': plantNoSecondFactor,
  'tenant-trust': plantTenantTrust,
  'self-enrolment': plantSelfEnrolment,
  'foreign-applications': plantForeignApplications,
  'privileged-applications': plantPrivilegedApplications,
  'application-credentials': plantApplicationCredentials,
  'user-consent': plantUserConsent,
  'mailbox-access': plantMailboxAccess,
  'privileged-roles': plantPrivilegedRoles,
  'legacy-authentication': plantLegacyAuthentication,
  'guests-and-devices': plantGuestsAndDevices,
  logging: plantLogging,
};
