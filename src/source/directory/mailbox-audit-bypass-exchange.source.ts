import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { boolean, text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/**
 * `Get-MailboxAuditBypassAssociation`; Goose writes the same as `EXO_MailboxAuditStatus_PowerShell`. It knows mailboxes by name: only
 * where that is an address it becomes one.
 */
export default defineDirectorySource({
  id: 'mailbox-audit-bypass-exchange',
  title: 'Accounts whose acts are not logged, from Exchange Online PowerShell (JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-mailboxauditbypassassociation',
  table: 'directory',
  fields: {
    identity: text('Identity'),
    name: text('Name'),
    auditBypass: boolean('AuditBypassEnabled'),
    address: text('PrimarySmtpAddress'),
    userPrincipalName: text('UserPrincipalName'),
  },
  requires: [['auditBypass'], ['identity', 'name']],
  excludes: ['address', 'userPrincipalName'],
  fills: [
    {
      table: 'mailbox',
      where: (field) => sql`contains(coalesce(${field.identity}, ${field.name}), '@')`,
      columns: (field) => ({
        address: bare(sql`coalesce(${field.identity}, ${field.name})`),
        auditBypass: field.auditBypass,
      }),
    },
    settingFill('mailboxAuditBypassAssociation', { object: (at) => sql`coalesce(${at('identity')}, ${at('name')})` }),
  ],
  examples: [
    {
      name: 'a mailbox by its address',
      record: { Identity: 'Nora.Lind@frostline.example', AuditBypassEnabled: true },
      becomes: {
        mailbox: [{ address: 'nora.lind@frostline.example', auditBypass: 'true' }],
        setting: [
          {
            policy: 'mailboxAuditBypassAssociation',
            object: 'nora.lind@frostline.example',
            path: 'identity',
            value: 'Nora.Lind@frostline.example',
          },
          { path: 'auditbypassenabled', value: 'true' },
        ],
      },
    },
    {
      name: 'one by its name',
      record: { ObjectId: 'Nora Lind', AuditBypassEnabled: false, Identity: 'Nora Lind', Name: 'Nora Lind' },
      becomes: { mailbox: [] },
    },
  ],
});
