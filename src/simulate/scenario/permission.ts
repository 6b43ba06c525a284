import type { AppRole } from './application.ts';

/**
 * Permissions of Microsoft Graph for applications, by their values: id and name.
 * Source: https://learn.microsoft.com/graph/permissions-reference
 */
const graphRoles: Readonly<Record<string, readonly [id: string, displayName: string]>> = {
  'AppRoleAssignment.ReadWrite.All': [
    '06b708a9-e830-4db3-a914-8e69da51d44f',
    'Manage app permission grants and app role assignments',
  ],
  'Application.ReadWrite.All': ['1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9', 'Read and write all applications'],
  'AuditLog.Read.All': ['b0afded3-3588-46d8-8b3d-9842eff778da', 'Read all audit log data'],
  'Calendars.Read': ['798ee544-9d2d-430c-a058-570e29e34338', 'Read calendars in all mailboxes'],
  'Directory.Read.All': ['7ab1d382-f21e-4acd-a863-ba3e13f7da61', 'Read directory data'],
  'Directory.ReadWrite.All': ['19dbc75e-c2e2-444c-a770-ec69d8559fc7', 'Read and write directory data'],
  'Files.Read.All': ['01d4889c-1287-42c6-ac1f-5d1e02578ef6', 'Read files in all site collections'],
  'Group.Read.All': ['5b567255-7703-4780-807c-7be8301ae99b', 'Read all groups'],
  'Group.ReadWrite.All': ['62a82d76-70ea-41e2-9197-370581804d09', 'Read and write all groups'],
  'Mail.Read': ['810c84a8-4a9e-49e6-bf7d-12d183f40d01', 'Read mail in all mailboxes'],
  'Mail.ReadWrite': ['e2a3a72e-5f79-4c64-b1b1-878b674786c9', 'Read and write mail in all mailboxes'],
  'Mail.Send': ['b633e1c5-b582-4048-a93e-9f11b44c7e96', 'Send mail as any user'],
  'Place.Read.All': ['913b9306-0ce1-42b8-9137-6a7df690a760', 'Read all company places'],
  'Policy.ReadWrite.ConditionalAccess': [
    '01c0a623-fc9b-48e9-b794-0756f8e8f067',
    "Read and write your organization's conditional access policies",
  ],
  'RoleManagement.ReadWrite.Directory': [
    '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
    'Read and write all directory RBAC settings',
  ],
  'User.Read.All': ['df021288-bdef-4463-88db-98f22de89214', "Read all users' full profiles"],
  'User.ReadWrite.All': ['741f803b-c850-494e-b5df-cde7c675a1ca', "Read and write all users' full profiles"],
};

/** Throws a RangeError for a permission that the simulation does not know. */
export function graphRole(value: string): AppRole {
  const known = graphRoles[value];
  if (known === undefined) throw new RangeError(`Microsoft Graph has no role ${value} here`);
  return { id: known[0], value, displayName: known[1] };
}

/** Roles of Office 365 Exchange Online. */
export const fullAccess: AppRole = {
  id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
  value: 'full_access_as_app',
  displayName: 'Use Exchange Web Services with full access to all mailboxes',
};

export const manageExchange: AppRole = {
  id: 'dc50a0fb-09a3-484d-be87-e023b12c6440',
  value: 'Exchange.ManageAsApp',
  displayName: 'Manage Exchange As Application',
};

/** What the legacy application of the intrusion may do in production. */
export const legacyPermissions = [
  'AppRoleAssignment.ReadWrite.All',
  'Directory.ReadWrite.All',
  'RoleManagement.ReadWrite.Directory',
] as const;
