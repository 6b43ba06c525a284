import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-static-web-apps-token',
  title: 'Deployment token of Azure Static Web Apps',
  system: 'Azure Static Web Apps',
  severity: 'high',
  owner: 'owner of the static web app',
  lifetime: 'until reset',
  reset: {
    portal: 'Azure portal > Static Web Apps > the app > Overview > Manage deployment token > Reset token',
    command: 'az staticwebapp secrets reset-api-key --name <app>',
  },
  proof: 'activity log: Microsoft.Web/staticSites/resetapikey/action; deployments since the leak',
  references: ['https://learn.microsoft.com/en-us/azure/static-web-apps/deployment-token-management'],
  anchors: ['STATIC_WEB_APPS', 'swa deploy', 'deployment token', 'deployment-token'],
  expression:
    /(?:STATIC_WEB_APPS_API_TOKEN\w{0,40}|deployment[ -]token)["']?(?: is)?[\s:=]{1,4}["'<]?(?<secret>[0-9a-f]{64,80}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[0-9a-f]{0,12})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'AZURE_STATIC_WEB_APPS_API_TOKEN_FAKE=fa4e9dfd0f6362db2e88ca277598a067a5111a2c66c35d0f2d1c4bebc5d76a259-fa4e6d0e-0c53-48cd-abe4-f1698b13fb5e003',
      finds: [
        'fa4e9dfd0f6362db2e88ca277598a067a5111a2c66c35d0f2d1c4bebc5d76a259-fa4e6d0e-0c53-48cd-abe4-f1698b13fb5e003',
      ],
    },
    {
      text: 'swa deploy ./dist --deployment-token fa4ea3eed67d7909ea16ed91e16ac40999e90613d0227fa6ad1df84f92b273ae3-fa4e7fe6-f6c9-4dbf-ae67-98fce1583f1401f.',
      finds: [
        'fa4ea3eed67d7909ea16ed91e16ac40999e90613d0227fa6ad1df84f92b273ae3-fa4e7fe6-f6c9-4dbf-ae67-98fce1583f1401f',
      ],
    },
    { text: 'swa deploy ./dist --deployment-token $TOKEN', finds: [] },
  ],
};

export default pattern;
