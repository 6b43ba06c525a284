import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, list } from '../directory-source.ts';
import { boolean, json, sameNamed, texts } from '../source.ts';

/** `Get-Mailbox` and `Get-EXOMailbox` of Exchange Online; Goose writes the same as `EXO_Mailboxes_PowerShell`. */
export default defineDirectorySource({
  id: 'mailbox-exchange',
  title: 'Mailboxes from Exchange Online PowerShell (Get-Mailbox, JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-mailbox',
  table: 'directory',
  fields: {
    ...texts({
      userId: 'ExternalDirectoryObjectId',
      userPrincipalName: 'UserPrincipalName',
      address: 'PrimarySmtpAddress',
      displayName: 'DisplayName',
      type: 'RecipientTypeDetails',
      forwardingAddress: 'ForwardingAddress',
      forwardingSmtpAddress: 'ForwardingSmtpAddress',
    }),
    auditEnabled: boolean('AuditEnabled'),
    auditBypass: boolean('AuditBypassEnabled'),
    auditOwner: json('AuditOwner'),
    grantSendOnBehalfTo: json('GrantSendOnBehalfTo'),
  },
  requires: [['address'], ['type'], ['userPrincipalName']],
  fills: [
    {
      table: 'mailbox',
      columns: (field) => ({
        ...sameNamed(field, ['displayName', 'type', 'auditEnabled', 'auditBypass']),
        userId: bare(field.userId),
        address: bare(field.address),
        auditOwner: list(field.auditOwner),
        forwarding: sql`coalesce(nullif(regexp_replace(lower(${field.forwardingSmtpAddress}), '^smtp:', ''), ''),
          nullif(${field.forwardingAddress}, ''))`,
      }),
    },
    {
      table: 'mailbox_permission',
      each: [{ isTree: true, list: 'grantSendOnBehalfTo' }],
      where: (_, trustee) =>
        sql`coalesce(${trustee('value')}, '') not in ('', '[]', '{}') and not contains(${trustee('path')}, '@')`,
      columns: (field, trustee) => ({
        mailbox: bare(field.address),
        trustee: bare(trustee('value')),
        right: sql`'SendOnBehalf'`,
      }),
    },
  ],
  examples: [
    {
      name: 'a shared mailbox that forwards and that another may send for',
      record: {
        ExternalDirectoryObjectId: 'AAAA0001-0000-4000-8000-000000000005',
        UserPrincipalName: 'info@frostline.example',
        PrimarySmtpAddress: 'Info@frostline.example',
        DisplayName: 'Information',
        Identity: 'Information',
        Id: 'Information',
        RecipientTypeDetails: 'SharedMailbox',
        ForwardingAddress: null,
        ForwardingSmtpAddress: 'smtp:Drop@mailhost.example',
        'GrantSendOnBehalfTo@odata.type': '#Collection(String)',
        GrantSendOnBehalfTo: ['Nora Lind'],
        AuditEnabled: true,
        AuditOwner: ['Update', 'MailItemsAccessed'],
      },
      becomes: {
        mailbox: [
          {
            userId: 'aaaa0001-0000-4000-8000-000000000005',
            address: 'info@frostline.example',
            displayName: 'Information',
            type: 'SharedMailbox',
            auditEnabled: 'true',
            auditBypass: null,
            auditOwner: 'Update,MailItemsAccessed',
            forwarding: 'drop@mailhost.example',
          },
        ],
        mailbox_permission: [{ mailbox: 'info@frostline.example', trustee: 'nora lind', right: 'SendOnBehalf' }],
        user: [],
      },
    },
    {
      name: 'few properties, one trustee as text',
      record: {
        UserPrincipalName: 'nora.lind@frostline.example',
        PrimarySmtpAddress: 'nora.lind@frostline.example',
        RecipientTypeDetails: 'UserMailbox',
        GrantSendOnBehalfTo: 'Gil',
        ForwardingAddress: 'Gil',
      },
      becomes: {
        mailbox: [{ address: 'nora.lind@frostline.example', auditEnabled: null, auditOwner: null, forwarding: 'Gil' }],
        mailbox_permission: [{ trustee: 'gil' }],
      },
    },
    {
      name: 'a member of a role group is none',
      record: { Name: 'Nora', PrimarySmtpAddress: 'nora.lind@frostline.example', RecipientTypeDetails: 'UserMailbox' },
      becomes: undefined,
    },
  ],
});
