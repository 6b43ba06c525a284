import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-functions-key',
  title: 'Host or function key of Azure Functions',
  system: 'Azure Functions',
  severity: 'high',
  owner: 'owner of the function app',
  lifetime: 'until renewed',
  reset: {
    portal:
      'Azure portal > Function App > the app > App keys (or the function > Function keys) > Renew key value; the master key (_master) as well',
    command: 'az functionapp keys set --name <app> --resource-group <group> --key-type functionKeys --key-name default',
  },
  proof:
    'activity log: Microsoft.Web/sites/host/…keys/write; Application Insights requests and App Service HTTP logs by client address',
  references: ['https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to'],
  anchors: ['AzFu', 'azurewebsites.net', 'x-functions-key'],
  expression:
    /(?<![\w-])(?<secret>[\w-]{44}AzFu[\w-]{5}[AQgw]==|[\w-]{44}AzFu[\w-]{5}[AQgw](?:%3[dD]){2}|(?<=(?<host>[\w-]{2,60}\.(?:[\w-]{2,40}\.)?azurewebsites\.(?:net|us))\/[^\s"'<>]{0,200}[?&]code=)[\w%/+-]{40,80}={0,2}|(?<=x-functions-key["']?\s{0,3}[:=]\s{0,3}["']?)[\w/+-]{40,80}={0,2})(?![\w=-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Call https://fake-app.azurewebsites.net/api/import?code=FakeNCz-OKC75S9D8g7_07TkkWy3v_tJVI8S3fIkrxBhAzFuA_IWaQ== please.',
      finds: ['FakeNCz-OKC75S9D8g7_07TkkWy3v_tJVI8S3fIkrxBhAzFuA_IWaQ=='],
    },
    {
      text: 'x-functions-key: Fakee_CYtEW5fLVKqGvTWFmYLpOpJffprsb5Ny4bjRdYkXBg4wN_ZQ==',
      finds: ['Fakee_CYtEW5fLVKqGvTWFmYLpOpJffprsb5Ny4bjRdYkXBg4wN_ZQ=='],
    },
    { text: 'https://fake-app.azurewebsites.net/api/import?code=<function key>', finds: [] },
    { text: 'https://fake-app.azurewebsites.net/signin?code=1234', finds: [] },
  ],
};

export default pattern;
