import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-app-service-deployment-credentials',
  title: 'User and password for deploying to an Azure App Service (Kudu, FTP, git)',
  system: 'Azure App Service',
  severity: 'critical',
  owner: 'owner of the web app; for user-scope credentials the person',
  lifetime: 'until reset',
  reset: {
    portal:
      'Azure portal > App Services > the app > Deployment Center > FTPS or Local Git credentials > Reset (application scope), save a new password (user scope)',
    command: 'az webapp deployment user set --user-name <user> --password <new password>',
  },
  proof:
    'activity log: Microsoft.Web/sites/newpassword/action, Microsoft.Web/publishingUsers/write; AppServiceAuditLogs',
  references: ['https://learn.microsoft.com/en-us/azure/app-service/deploy-configure-credentials'],
  anchors: ['scm.azurewebsites', 'azurewebsites.windows.net'],
  expression:
    /(?:https|ftps?):\/\/(?<account>[\w$\\%-]{1,100}):(?<secret>[^\s:@/"'<>]{6,100})@(?<host>[\w.-]{2,100}\.(?:scm\.azurewebsites\.net|azurewebsites\.windows\.net))/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'git remote add azure https://$fake:FakearTBh9szc60UrbAhJgCbPYiAOWZwVL3Ti94A0nCziyq35WZ67qny2c0x@fake.scm.azurewebsites.net/fake.git',
      finds: ['FakearTBh9szc60UrbAhJgCbPYiAOWZwVL3Ti94A0nCziyq35WZ67qny2c0x'],
    },
    {
      text: 'ftps://fake%5C$fake:Fake4you@waws-prod-fake-001.ftp.azurewebsites.windows.net/site/wwwroot.',
      finds: ['Fake4you'],
    },
    { text: 'https://fake.scm.azurewebsites.net/api/zipdeploy', finds: [] },
    { text: 'https://$fake:<password>@fake.scm.azurewebsites.net/fake.git', finds: [] },
  ],
};

export default pattern;
