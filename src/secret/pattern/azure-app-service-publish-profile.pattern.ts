import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-app-service-publish-profile',
  title: 'Publish profile of an Azure App Service',
  system: 'Azure App Service',
  severity: 'critical',
  owner: 'owner of the web app',
  lifetime: 'until reset',
  reset: {
    portal:
      'Azure portal > App Services > the app > Reset publish profile; better: Configuration > General settings > SCM and FTP basic auth off',
    command:
      'az webapp deployment list-publishing-profiles (to read); az rest --method post --url <id of the app>/newpassword?api-version=2023-12-01 (to reset)',
  },
  proof:
    'activity log: Microsoft.Web/sites/newpassword/action; App Service audit log (AppServiceAuditLogs) of publishing sign-ins',
  references: ['https://learn.microsoft.com/en-us/azure/app-service/deploy-configure-credentials'],
  anchors: ['userPWD'],
  expression:
    /(?<=(?:publishUrl=["'](?<host>[\w.:-]{4,120})["'][^<>]{0,200})?userName=["'](?<account>[^"'<>]{1,120})["'][^<>]{0,60})userPWD=["'](?<secret>[A-Za-z0-9]{40,80})["']/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '<publishProfile publishMethod="MSDeploy" publishUrl="fake.scm.azurewebsites.net:443" msdeploySite="fake" userName="$fake" userPWD="Fakegf4mZSqYKIjyhCD95xCBPxFGlmHwdbVct2kFbmEeQu3seexq4Om7c9F1" destinationAppUrl="https://fake.azurewebsites.net">',
      finds: ['Fakegf4mZSqYKIjyhCD95xCBPxFGlmHwdbVct2kFbmEeQu3seexq4Om7c9F1'],
    },
    { text: '<publishProfile userName="$fake" userPWD="REDACTED" />', finds: [] },
  ],
};

export default pattern;
