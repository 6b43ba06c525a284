import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'sharepoint-acs-client-secret',
  title: 'Client secret of a SharePoint app-only principal (Azure ACS)',
  system: 'Microsoft SharePoint Online',
  severity: 'critical',
  owner: 'owner of the add-in',
  lifetime: 'a year by default, up to three; Azure ACS for SharePoint ends in April 2026',
  reset: {
    portal:
      'SharePoint admin center > More features > Apps > App permissions > remove the principal; Entra admin center > Enterprise applications > the principal: delete its passwords',
    command: 'Remove-MgServicePrincipalPassword -ServicePrincipalId <object id> -KeyId <key id>',
  },
  proof:
    'directory audit: "Remove service principal credentials"; Purview audit: AppAccessedToken and file operations by the client id',
  references: [
    'https://learn.microsoft.com/en-us/sharepoint/dev/solution-guidance/security-apponly-azureacs',
    'https://learn.microsoft.com/en-us/sharepoint/dev/sp-add-ins/retirement-announcement-for-azure-acs',
  ],
  anchors: ['ClientSecret', 'Client Secret'],
  expression:
    /(?:key=["'](?:Hosted|Secondary)?ClientSecret["']\s{1,4}value=["']|\bClient ?Secret(?<=(?:appregnew|appinv|sharepoint)[\s\S]{0,200})["']?(?: is)?[\s:=]{1,4}["']?)(?<secret>[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/gi,
  reach: { before: 240, after: 160 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '<add key="ClientId" value="fa4ed2d3-3665-4920-a594-9d1fe0e1c668" />\n<add key="ClientSecret" value="Fakek87TD/qgdAlJsNfLSw6YnoDX9sqAwrRZY19th/G=" />',
      finds: ['Fakek87TD/qgdAlJsNfLSw6YnoDX9sqAwrRZY19th/G='],
    },
    { text: '<add key="ClientSecret" value="" />', finds: [] },
    { text: 'https://contoso.sharepoint.com/_layouts/15/appregnew.aspx', finds: [] },
  ],
};

export default pattern;
