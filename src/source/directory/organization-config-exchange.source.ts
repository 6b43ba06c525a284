import { defineDirectorySource } from '../directory-source.ts';
import { text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** `Get-OrganizationConfig`; Goose writes the same as `EXO_OrganizationConfig_PowerShell`. */
export default defineDirectorySource({
  id: 'organization-config-exchange',
  title: 'The configuration of Exchange from PowerShell (Get-OrganizationConfig, JSON)',
  reference: 'https://learn.microsoft.com/powershell/module/exchange/get-organizationconfig',
  table: 'directory',
  fields: {
    auditDisabled: text('AuditDisabled'),
  },
  requires: [['auditDisabled']],
  fills: [settingFill('organizationConfig')],
  examples: [
    {
      name: 'auditing is on',
      record: {
        'AuditDisabled@data.type': 'System.Boolean',
        AuditDisabled: false,
        OAuth2ClientProfileEnabled: true,
        EwsAllowList: [],
        EwsEnabled: null,
        Name: 'frostline.onmicrosoft.example',
      },
      becomes: {
        setting: [
          { policy: 'organizationConfig', object: 'policy', path: 'auditdisabled', value: 'false' },
          { path: 'oauth2clientprofileenabled', value: 'true' },
          { path: 'ewsallowlist', value: '[]' },
          { path: 'ewsenabled', value: null },
          { path: 'name' },
        ],
      },
    },
  ],
});
