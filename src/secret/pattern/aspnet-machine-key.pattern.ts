import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'aspnet-machine-key',
  title: 'Machine key of ASP.NET',
  system: 'ASP.NET on IIS, such as SharePoint or Exchange',
  severity: 'critical',
  owner: 'owner of the web application',
  lifetime: 'until changed',
  reset: {
    portal:
      'IIS Manager > the site > Machine Key > Generate Keys > Apply; SharePoint: Central Administration > Monitoring > Machine Key Rotation Job > Run Now, then restart IIS on all servers',
    command: 'Update-SPMachineKey -WebApplication <url>; iisreset',
  },
  proof: 'changed validationKey on all servers; event 1316 (view state verification failed) in the application log',
  references: [
    'https://learn.microsoft.com/en-us/sharepoint/security-for-sharepoint-server/improved-asp-net-view-state-security-key-management',
    'https://www.microsoft.com/en-us/security/blog/2025/02/06/code-injection-attacks-using-publicly-disclosed-asp-net-machine-keys/',
  ],
  anchors: ['validationKey', 'decryptionKey'],
  expression:
    /\b(?:validationKey|decryptionKey)\s{0,3}[=:]\s{0,3}["'](?<secret>[0-9A-F]{32,128})(?:,[a-z]{3,20})?["']/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '<machineKey validationKey="FA4E430A05624EEEDE5F94F806AB711AE64EFE0129A72FE1E00EF62DF8BC802D7180C01CBDF275D32F1839DA5D1F6360B14A2E6C2239BC02EF2A2496EC7D79B8" decryptionKey="FA4EF7E280AB972675B2E81EDF2BD123DFDD2952981B28E11C90F2F1ACCB0259" validation="SHA1" decryption="AES" />',
      finds: [
        'FA4E430A05624EEEDE5F94F806AB711AE64EFE0129A72FE1E00EF62DF8BC802D7180C01CBDF275D32F1839DA5D1F6360B14A2E6C2239BC02EF2A2496EC7D79B8',
        'FA4EF7E280AB972675B2E81EDF2BD123DFDD2952981B28E11C90F2F1ACCB0259',
      ],
    },
    {
      text: '<machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate,IsolateApps" />',
      finds: [],
    },
  ],
};

export default pattern;
