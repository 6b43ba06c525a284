import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';
import { cell, parts, truth } from './mes-cell.ts';

/** `Get-MailboxAuditStatus`: what each mailbox logs. `AuditBypassEnabled` says False also of what it did not look up. */
export default defineDirectorySource({
  id: 'mes-mailbox-audit-status',
  title: 'Microsoft Extractor Suite: MailboxAuditStatus (CSV or JSON)',
  reference:
    'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/M365/MailboxAuditStatus.html',
  table: 'directory',
  fields: texts({
    userPrincipalName: 'UserPrincipalName',
    displayName: 'DisplayName',
    type: 'RecipientTypeDetails',
    auditEnabled: 'AuditEnabled',
    auditBypass: 'AuditBypassEnabled',
    owner: 'OwnerAuditActions',
    effective: 'EffectiveAuditState',
  }),
  requires: [['userPrincipalName'], ['effective'], ['type', 'auditEnabled']],
  fills: [
    {
      table: 'mailbox',
      columns: (field) => ({
        address: bare(field.userPrincipalName),
        displayName: cell(field.displayName),
        type: cell(field.type),
        auditEnabled: truth(field.auditEnabled),
        auditBypass: sql`case when ${truth(field.auditBypass)} or ${field.effective} = 'Bypassed' then true end`,
        auditOwner: parts(field.owner),
      }),
    },
  ],
  examples: [
    {
      name: 'a mailbox that logs',
      record: {
        UserPrincipalName: 'Ann@frostline.example',
        DisplayName: 'Ann',
        RecipientTypeDetails: 'UserMailbox',
        AuditEnabled: 'True',
        AuditBypassEnabled: 'False',
        DefaultAuditSet: 'Admin, Delegate, Owner',
        OwnerAuditActions: 'HardDelete, MailItemsAccessed, MailboxLogin',
        OwnerAuditActionsCount: '3',
        EffectiveAuditState: 'Enabled (Organization Policy)',
      },
      becomes: {
        mailbox: [
          {
            address: 'ann@frostline.example',
            auditEnabled: 'true',
            auditBypass: null,
            auditOwner: 'HardDelete,MailItemsAccessed,MailboxLogin',
          },
        ],
      },
    },
    {
      name: 'an account whose acts are not logged',
      record: {
        UserPrincipalName: 'backup@frostline.example',
        RecipientTypeDetails: 'UserMailbox',
        AuditEnabled: 'True',
        AuditBypassEnabled: 'True',
        EffectiveAuditState: 'Bypassed',
      },
      becomes: { mailbox: [{ auditBypass: 'true', auditOwner: null }] },
    },
    {
      name: 'a row of MailboxPermissions is none',
      record: { UserPrincipalName: 'ann@frostline.example', RecipientTypeDetails: 'UserMailbox', FullAccessCount: '0' },
      becomes: undefined,
    },
  ],
});
