import { literal, sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';
import { cell, parts } from './mes-cell.ts';

/** `Name (address)` as the address, in the last brackets because names have brackets, too; a name alone as it stands. */
const address = (text: Sql): Sql => sql`lower(regexp_replace(trim(${text}), '^.*\\(([^()]+)\\)$', '\\1'))`;

/** Those of `Name (address) - Rights: FullAccess, Deny: False, …` that hold the right and do not deny it. */
const granted = (value: Sql, right: string): Sql => {
  const isGranted = sql`regexp_matches(g, ${literal(`Rights: [A-Za-z,]*${right}`)}) and not regexp_matches(g, 'Deny: True|Type: Deny')`;
  return sql`unnest(list_transform(list_filter(string_split(${value}, ' | '), lambda g: ${isGranted}),
    lambda g: ${address(sql`regexp_replace(g, ' - (Rights|Type): .*$', '')`)}))`;
};

/** `Get-MailboxPermissions`: who may open or send as each mailbox, one row a mailbox. */
export default defineDirectorySource({
  id: 'mes-mailbox-permissions',
  title: 'Microsoft Extractor Suite: MailboxPermissions (CSV or JSON)',
  reference:
    'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/M365/MailboxPermissions.html',
  table: 'directory',
  fields: texts({
    userPrincipalName: 'UserPrincipalName',
    displayName: 'DisplayName',
    type: 'RecipientTypeDetails',
    fullAccess: 'FullAccessPermissions',
    sendAs: 'SendAsPermissions',
    sendOnBehalf: 'SendOnBehalfUsers',
    fullAccessCount: 'FullAccessCount',
  }),
  requires: [['userPrincipalName'], ['type'], ['fullAccessCount']],
  fills: [
    {
      table: 'mailbox',
      columns: (field) => ({
        address: bare(field.userPrincipalName),
        displayName: cell(field.displayName),
        type: cell(field.type),
      }),
    },
    {
      table: 'mailbox_permission',
      columns: (field) => ({
        mailbox: bare(field.userPrincipalName),
        trustee: granted(field.fullAccess, 'FullAccess'),
        right: sql`'FullAccess'`,
      }),
    },
    {
      table: 'mailbox_permission',
      columns: (field) => ({
        mailbox: bare(field.userPrincipalName),
        trustee: granted(field.sendAs, 'SendAs'),
        right: sql`'SendAs'`,
      }),
    },
    {
      table: 'mailbox_permission',
      columns: (field) => ({
        mailbox: bare(field.userPrincipalName),
        trustee: sql`unnest(list_transform(${parts(field.sendOnBehalf, '; ')}, lambda p: ${address(sql`p`)}))`,
        right: sql`'SendOnBehalf'`,
      }),
    },
  ],
  examples: [
    {
      name: 'a mailbox that others open',
      record: {
        UserPrincipalName: 'Office@frostline.example',
        DisplayName: 'Office',
        RecipientTypeDetails: 'SharedMailbox',
        FullAccessUsers: 'Ann (Sales) (ann@frostline.example); Bob (bob@frostline.example); gone',
        FullAccessPermissions:
          'Ann (Sales) (Ann@frostline.example) - Rights: FullAccess,ReadPermission, Deny: False, Inheritance: All | Bob (bob@frostline.example) - Rights: FullAccess, Deny: True, Inheritance: All | gone - Rights: FullAccess, Deny: False, Inheritance: All',
        SendAsUsers: 'Ann (ann@frostline.example)',
        SendAsPermissions: 'Ann (ann@frostline.example) - Type: Allow, Rights: SendAs, Inheritance: None',
        SendOnBehalfUsers: 'Ann (ann@frostline.example); eve',
        CalendarUsers: '',
        FullAccessCount: '3',
        SendAsCount: '1',
        SendOnBehalfCount: '2',
      },
      becomes: {
        mailbox: [{ address: 'office@frostline.example', type: 'SharedMailbox', displayName: 'Office' }],
        mailbox_permission: [
          { mailbox: 'office@frostline.example', trustee: 'ann@frostline.example', right: 'FullAccess' },
          { mailbox: 'office@frostline.example', trustee: 'gone', right: 'FullAccess' },
          { mailbox: 'office@frostline.example', trustee: 'ann@frostline.example', right: 'SendAs' },
          { mailbox: 'office@frostline.example', trustee: 'ann@frostline.example', right: 'SendOnBehalf' },
          { mailbox: 'office@frostline.example', trustee: 'eve', right: 'SendOnBehalf' },
        ],
      },
    },
    {
      name: 'a mailbox of one',
      record: {
        UserPrincipalName: 'ann@frostline.example',
        DisplayName: 'Ann',
        RecipientTypeDetails: 'UserMailbox',
        FullAccessPermissions: '',
        SendAsPermissions: '',
        SendOnBehalfUsers: '',
        FullAccessCount: '0',
      },
      becomes: { mailbox: [{ address: 'ann@frostline.example' }], mailbox_permission: [] },
    },
    {
      name: 'a row of MailboxAuditStatus is none',
      record: { UserPrincipalName: 'ann@frostline.example', RecipientTypeDetails: 'UserMailbox', AuditEnabled: 'True' },
      becomes: undefined,
    },
  ],
});
