import { defineDirectorySource } from '../directory-source.ts';
import { text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** `Get-AdminAuditLogConfig`: whether the unified audit log is on. */
export default defineDirectorySource({
  id: 'admin-audit-log-config-exchange',
  title: 'The configuration of auditing from Exchange Online PowerShell (Get-AdminAuditLogConfig, JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-adminauditlogconfig',
  table: 'directory',
  fields: {
    ingestion: text('UnifiedAuditLogIngestionEnabled'),
  },
  requires: [['ingestion']],
  fills: [settingFill('adminAuditLogConfig')],
  examples: [
    {
      name: 'the unified audit log is off',
      record: {
        AdminAuditLogEnabled: true,
        UnifiedAuditLogIngestionEnabled: false,
        AdminAuditLogCmdlets: ['*'],
        AdminAuditLogAgeLimit: '90.00:00:00',
      },
      becomes: {
        setting: [
          { policy: 'adminAuditLogConfig', object: 'policy', path: 'adminauditlogenabled', value: 'true' },
          { path: 'unifiedauditlogingestionenabled', value: 'false' },
          { path: 'adminauditlogcmdlets[0]', value: '*' },
          { path: 'adminauditlogagelimit' },
        ],
      },
    },
  ],
});
