/** Records of a small tenant for examples of checks, as Graph gives them; dates are before 2026-11-25, when it was exported. */
export type ExampleRecord = Readonly<Record<string, unknown>>;

/** The tenant of the examples, and another that its applications may come from. */
export const ownTenant = 'aaaa0000-0000-4000-8000-000000000001';
export const otherTenant = 'bbbb0000-0000-4000-8000-000000000002';
const microsoftTenant = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

const graphAppId = '00000003-0000-0000-c000-000000000000';
const exchangeAppId = '00000002-0000-0ff1-ce00-000000000000';

/** Says which tenant the records are of. */
export const organization: ExampleRecord = {
  id: ownTenant,
  displayName: 'Frostline',
  createdDateTime: '2015-01-02T03:04:05Z',
  verifiedDomains: [
    { name: 'frostline.example', isDefault: true, isInitial: false },
    { name: 'frostline.onmicrosoft.example', isDefault: false, isInitial: true },
  ],
};

/** Microsoft's own resources, which offer permissions. */
export const graph: ExampleRecord = microsoftApplication('graph', graphAppId, 'Microsoft Graph');
export const exchange: ExampleRecord = microsoftApplication('exchange', exchangeAppId, 'Office 365 Exchange Online');

function microsoftApplication(id: string, appId: string, displayName: string): ExampleRecord {
  return servicePrincipal(id, { appId, displayName, appOwnerOrganizationId: microsoftTenant });
}

/** An application of the tenant itself, as it stands there. */
export function servicePrincipal(id: string, more: ExampleRecord = {}): ExampleRecord {
  return {
    id,
    appId: `app-of-${id}`,
    displayName: id,
    accountEnabled: true,
    servicePrincipalType: 'Application',
    appOwnerOrganizationId: ownTenant,
    signInAudience: 'AzureADMyOrg',
    ...more,
  };
}

/** One of another tenant. */
export function foreignServicePrincipal(id: string, more: ExampleRecord = {}): ExampleRecord {
  return servicePrincipal(id, {
    appOwnerOrganizationId: otherTenant,
    signInAudience: 'AzureADMultipleOrgs',
    ...more,
  });
}

/** The registration that the service principal of the same name is an instance of. */
export function application(id: string, more: ExampleRecord = {}): ExampleRecord {
  return {
    id: `registration-of-${id}`,
    appId: `app-of-${id}`,
    displayName: id,
    signInAudience: 'AzureADMyOrg',
    publisherDomain: 'frostline.example',
    ...more,
  };
}

const roles = {
  'AppRoleAssignment.ReadWrite.All': '06b708a9-e830-4db3-a914-8e69da51d44f',
  'Application.ReadWrite.All': '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
  'Application.ReadWrite.OwnedBy': '18a4783c-866b-4cc7-a460-3d5e5662c884',
  'Chat.Read.All': '6b7d71aa-70aa-4810-a8d9-5d9fb2830017',
  'Directory.Read.All': '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  'Files.Read.All': '01d4889c-1287-42c6-ac1f-5d1e02578ef6',
  'Mail.Read': '810c84a8-4a9e-49e6-bf7d-12d183f40d01',
  'Mail.ReadBasic.All': '693c5e45-0940-467d-9b8a-1022fb9d42ef',
  'Mail.Send': 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
  'MailboxSettings.Read': '40f97065-369a-49f4-947c-6a255697ae91',
  'MailboxSettings.ReadWrite': '6931bccd-447a-43d1-b442-00a195474933',
  'Policy.Read.All': '246dd0d5-5bd0-4def-940b-0421030a5b68',
  'Policy.ReadWrite.ConditionalAccess': '01c0a623-fc9b-48e9-b794-0756f8e8f067',
  'Sites.Selected': '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
  'Synchronization.ReadWrite.All': '9b50c33d-700f-43b1-b2eb-87e89b703581',
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'Exchange.ManageAsApp': 'dc50a0fb-09a3-484d-be87-e023b12c6440',
  'IMAP.AccessAsApp': '5e5addcd-3e8d-4e90-baf5-964efab2b20a',
  full_access_as_app: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
} as const;

const ofExchange: ReadonlySet<string> = new Set(['Exchange.ManageAsApp', 'IMAP.AccessAsApp', 'full_access_as_app']);

/** An application permission; the records must have {@link graph} or {@link exchange}. */
export function permission(servicePrincipalId: string, value: keyof typeof roles): ExampleRecord {
  const isOfExchange = ofExchange.has(value);
  return {
    id: `${value} of ${servicePrincipalId}`,
    appRoleId: roles[value],
    principalId: servicePrincipalId,
    principalType: 'ServicePrincipal',
    resourceId: isOfExchange ? 'exchange' : 'graph',
    resourceDisplayName: isOfExchange ? 'Office 365 Exchange Online' : 'Microsoft Graph',
    createdDateTime: '2023-12-01T10:00:00Z',
  };
}

/** Delegated permissions on Microsoft Graph, for one user or, without one, for all. */
export function consent(servicePrincipalId: string, scope: string, userId?: string): ExampleRecord {
  return {
    id: `consent of ${servicePrincipalId}`,
    clientId: servicePrincipalId,
    consentType: userId === undefined ? 'AllPrincipals' : 'Principal',
    principalId: userId ?? null,
    resourceId: 'graph',
    scope,
  };
}

/** A user who signed in the day before; made in 2017. */
export function user(id: string, more: ExampleRecord = {}): ExampleRecord {
  return {
    id,
    userPrincipalName: `${id}@frostline.example`,
    displayName: id,
    mail: `${id}@frostline.example`,
    userType: 'Member',
    accountEnabled: true,
    createdDateTime: '2017-01-01T00:00:00Z',
    signInActivity: { lastSignInDateTime: '2026-11-24T00:00:00Z' },
    ...more,
  };
}

/** A client secret or certificate as it stands in a list of its owner. */
export function credential(keyId: string, start: string, end: string, more: ExampleRecord = {}): ExampleRecord {
  return { keyId, displayName: keyId, startDateTime: `${start}T00:00:00Z`, endDateTime: `${end}T00:00:00Z`, ...more };
}

/** A successful sign-in of an application as itself, and with which credential. */
export function applicationSignIn(servicePrincipalId: string, time: string, keyId: string): ExampleRecord {
  return {
    id: `sign-in of ${servicePrincipalId} at ${time}`,
    createdDateTime: time,
    servicePrincipalId,
    servicePrincipalName: servicePrincipalId,
    servicePrincipalCredentialKeyId: keyId,
    appId: `app-of-${servicePrincipalId}`,
    ipAddress: '192.0.2.7',
    signInEventTypes: ['servicePrincipal'],
    status: { errorCode: 0 },
  };
}

/** An active directory role, as `roleManagement/directory/roleAssignments` gives it. */
export function directoryRole(principalId: string, roleDefinitionId: string): ExampleRecord {
  return { id: `${roleDefinitionId} of ${principalId}`, principalId, roleDefinitionId, directoryScopeId: '/' };
}

export const exchangeAdministrator = '29232cdf-9323-42fd-ade2-1d097af3e4de';
export const applicationAdministrator = '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3';
export const directoryReaders = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b';

/** The `owners` of an expanded application or service principal. */
export function ownedBy(...userIds: readonly string[]): ExampleRecord {
  return { owners: userIds.map((id) => ({ '@odata.type': '#microsoft.graph.user', id })) };
}
