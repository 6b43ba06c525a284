import { sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { json, texts } from '../source.ts';

const entryFields = texts({ accessRights: 'AccessRights', deny: 'Deny', isInherited: 'IsInherited' });

/**
 * `Get-MailboxPermission`, and the answer of the service behind `Get-EXOMailboxPermission`, which lists what each user may.
 * Inherited entries are the service's own, and every mailbox is open to itself.
 */
export default defineDirectorySource({
  id: 'mailbox-permission-exchange',
  title: 'Permissions on mailboxes from Exchange Online PowerShell (Get-MailboxPermission, JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-mailboxpermission',
  table: 'directory',
  fields: {
    ...entryFields,
    ...texts({
      identity: 'Identity',
      mailboxIdentity: 'MailboxIdentity',
      user: 'User',
      trustee: 'Trustee',
      folderName: 'FolderName',
    }),
    permissionList: json('PermissionList'),
    sharingPermissionFlags: json('SharingPermissionFlags'),
  },
  requires: [['identity', 'mailboxIdentity'], ['user'], ['accessRights', 'permissionList']],
  excludes: ['trustee', 'folderName', 'sharingPermissionFlags'],
  fills: [
    {
      table: 'mailbox_permission',
      where: (field) => isOpen(field.user, field.accessRights, field.deny, field.isInherited),
      columns: (field) => ({
        mailbox: bare(sql`coalesce(${field.identity}, ${field.mailboxIdentity})`),
        trustee: bare(field.user),
        right: sql`'FullAccess'`,
      }),
    },
    {
      table: 'mailbox_permission',
      each: [{ list: 'permissionList', fields: entryFields }],
      where: (field, entry) => isOpen(field.user, entry('accessRights'), entry('deny'), entry('isInherited')),
      columns: (field) => ({
        mailbox: bare(sql`coalesce(${field.mailboxIdentity}, ${field.identity})`),
        trustee: bare(field.user),
        right: sql`'FullAccess'`,
      }),
    },
  ],
  examples: [
    {
      name: 'somebody may open it',
      record: {
        AccessRights: ['FullAccess', 'ReadPermission'],
        Deny: { IsPresent: false },
        InheritanceType: 'All',
        User: 'Gil@frostline.example',
        Identity: 'Nora Lind',
        IsInherited: false,
        IsValid: true,
        ObjectState: 'Unchanged',
      },
      becomes: {
        mailbox_permission: [{ mailbox: 'nora lind', trustee: 'gil@frostline.example', right: 'FullAccess' }],
      },
    },
    {
      name: 'as text, of somebody who is gone',
      record: {
        Identity: 'nora.lind@frostline.example',
        User: 'S-1-5-21-1-2-3-1105',
        AccessRights: '{FullAccess}',
        Deny: 'False',
        IsInherited: false,
      },
      becomes: { mailbox_permission: [{ trustee: 's-1-5-21-1-2-3-1105' }] },
    },
    {
      name: 'the mailbox to itself',
      record: {
        Identity: 'Nora Lind',
        User: 'NT AUTHORITY\\SELF',
        AccessRights: ['FullAccess', 'ReadPermission'],
        Deny: false,
        IsInherited: false,
      },
      becomes: { mailbox_permission: [] },
    },
    {
      name: 'denied',
      record: {
        Identity: 'Nora Lind',
        User: 'gil@frostline.example',
        AccessRights: ['FullAccess'],
        Deny: true,
        IsInherited: false,
      },
      becomes: { mailbox_permission: [] },
    },
    {
      name: 'an answer of the service',
      record: {
        PermissionId: 'Z2ls',
        MailboxIdentity: 'Nora Lind',
        User: 'gil@frostline.example',
        IsOwner: false,
        PermissionList: [
          {
            ChangedProperties: [],
            AccessRights: ['FullAccess'],
            IsInherited: false,
            Deny: false,
            InheritanceType: 'All',
          },
        ],
      },
      becomes: {
        mailbox_permission: [{ mailbox: 'nora lind', trustee: 'gil@frostline.example', right: 'FullAccess' }],
      },
    },
    {
      name: 'the permission on a folder is none',
      record: {
        FolderName: 'Calendar',
        Identity: 'nora:\\Calendar',
        User: 'Default',
        AccessRights: ['AvailabilityOnly'],
      },
      becomes: undefined,
    },
  ],
});

/** True of an entry by which somebody may open a mailbox. */
function isOpen(user: Sql, accessRights: Sql, deny: Sql, isInherited: Sql): Sql {
  return sql`contains(${accessRights}, 'FullAccess') and not contains(lower(coalesce(${deny}, '')), 'true')
    and lower(coalesce(${isInherited}, '')) <> 'true' and lower(${user}) <> 'nt authority\\self'`;
}
