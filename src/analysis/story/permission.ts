/** Permissions to read or send mail, in the words of scopes and application roles. Source: https://learn.microsoft.com/graph/permissions-reference */
export const mailPermission =
  '(?i)\\b(mail\\.(read|send)|full_access_as_app|ews\\.accessasuser|eas\\.accessasuser|imap\\.|pop\\.|exchange\\.manageasapp|mailboxitem|mailbox\\.migration)';

/** Permissions and directory roles with which their owner can give itself any other. */
export const powerPermission =
  '(?i)(approleassignment\\.readwrite|rolemanagement\\.readwrite|application\\.readwrite\\.all|directory\\.readwrite|global administrator|company administrator|privileged role|privileged authentication|application administrator|exchange administrator|exchange service administrator|hybrid identity|partner tier)';

/** Ids of application roles that such permissions have, for records that name only the id. Source: the same reference. */
export const roleNames: Readonly<Record<string, string>> = {
  'dc890d15-9560-4a4c-9b7f-a736ec74ec40': 'full_access_as_app',
  'dc50a0fb-09a3-484d-be87-e023b12c6440': 'Exchange.ManageAsApp',
  '810c84a8-4a9e-49e6-bf7d-12d183f40d01': 'Mail.Read',
  'e2a3a72e-5f79-4c64-b1b1-878b674786c9': 'Mail.ReadWrite',
  'b633e1c5-b582-4048-a93e-9f11b44c7e96': 'Mail.Send',
  '6be147d2-ea4f-4b5a-a3fa-3eab6f3c140a': 'Mail.ReadBasic',
  '5e5addcd-3e8d-4e90-baf5-964efab2b20a': 'IMAP.AccessAsApp',
  'cb842b43-da6e-4506-86fe-bb12199c656d': 'POP.AccessAsApp',
  '06b708a9-e830-4db3-a914-8e69da51d44f': 'AppRoleAssignment.ReadWrite.All',
  '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8': 'RoleManagement.ReadWrite.Directory',
  '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9': 'Application.ReadWrite.All',
  '19dbc75e-c2e2-444c-a770-ec69d8559fc7': 'Directory.ReadWrite.All',
};
