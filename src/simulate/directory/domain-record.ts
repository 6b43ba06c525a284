import type { DirectoryRecord } from './object.ts';

/** A verified domain as Graph gives it: managed, and its passwords never expire, unless something else is said. */
export function domainRecord(id: string, more: DirectoryRecord): DirectoryRecord {
  return {
    id,
    authenticationType: 'Managed',
    availabilityStatus: null,
    isAdminManaged: true,
    isDefault: true,
    isInitial: true,
    isRoot: true,
    isVerified: true,
    passwordNotificationWindowInDays: 14,
    passwordValidityPeriodInDays: 2_147_483_647,
    supportedServices: ['Email', 'OfficeCommunicationsOnline'],
    ...more,
  };
}
