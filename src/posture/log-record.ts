import type { GraphRecord } from './graph-record.ts';

/** A sign-in as the log of Graph has it; with success, from a browser. */
export function signIn(id: string, createdDateTime: string, more: GraphRecord = {}): GraphRecord {
  return {
    id,
    createdDateTime,
    userPrincipalName: 'u1@frostline.example',
    userId: 'u1',
    appId: '00000002-0000-0ff1-ce00-000000000000',
    appDisplayName: 'Office 365 Exchange Online',
    ipAddress: '198.51.100.7',
    clientAppUsed: 'Browser',
    correlationId: id,
    conditionalAccessStatus: 'notApplied',
    isInteractive: true,
    resourceDisplayName: 'Office 365 Exchange Online',
    resourceId: '00000002-0000-0ff1-ce00-000000000000',
    authenticationRequirement: 'singleFactorAuthentication',
    signInEventTypes: ['interactiveUser'],
    status: { errorCode: 0, failureReason: 'Other.', additionalDetails: null },
    location: { city: 'Oslo', countryOrRegion: 'NO' },
    ...more,
  };
}

/** A record of the unified audit log. */
export function auditRecord(id: string, creationTime: string): GraphRecord {
  return {
    CreationTime: creationTime,
    Id: id,
    Operation: 'UserLoggedIn',
    OrganizationId: 't1',
    RecordType: 15,
    ResultStatus: 'Success',
    UserKey: 'u1',
    UserType: 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ClientIP: '198.51.100.7',
    UserId: 'u1@frostline.example',
  };
}
