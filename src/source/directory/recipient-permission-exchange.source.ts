import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';

/** `Get-RecipientPermission`: who may send as a mailbox. */
export default defineDirectorySource({
  id: 'recipient-permission-exchange',
  title: 'Permissions to send as others from Exchange Online PowerShell (Get-RecipientPermission, JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-recipientpermission',
  table: 'directory',
  fields: texts({
    identity: 'Identity',
    trustee: 'Trustee',
    accessControlType: 'AccessControlType',
    accessRights: 'AccessRights',
  }),
  requires: [['identity'], ['trustee'], ['accessRights']],
  fills: [
    {
      table: 'mailbox_permission',
      where: (
        field,
      ) => sql`contains(${field.accessRights}, 'SendAs') and coalesce(${field.accessControlType}, 'Allow') <> 'Deny'
        and lower(${field.trustee}) <> 'nt authority\\self'`,
      columns: (field) => ({
        mailbox: bare(field.identity),
        trustee: bare(field.trustee),
        right: sql`'SendAs'`,
      }),
    },
  ],
  examples: [
    {
      name: 'somebody may send as another',
      record: {
        Identity: 'Information',
        Trustee: 'Gil@frostline.example',
        AccessControlType: 'Allow',
        AccessRights: ['SendAs'],
        IsInherited: false,
        InheritanceType: 'None',
        IsValid: true,
      },
      becomes: {
        mailbox_permission: [{ mailbox: 'information', trustee: 'gil@frostline.example', right: 'SendAs' }],
      },
    },
    {
      name: 'a mailbox as itself',
      record: { Identity: 'Information', Trustee: 'NT AUTHORITY\\SELF', AccessRights: 'SendAs' },
      becomes: { mailbox_permission: [] },
    },
  ],
});
