import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-web-pubsub-connection-string',
  title: 'Connection string of Azure Web PubSub',
  system: 'Azure Web PubSub',
  severity: 'medium',
  owner: 'owner of the Web PubSub service',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal: 'Azure portal > Web PubSub Service > the service > Keys > Regenerate primary and secondary key',
    command: 'az webpubsub key regenerate --name <service> --resource-group <group> --key-type primary',
  },
  proof: 'activity log: Microsoft.SignalRService/WebPubSub/regenerateKey/action',
  references: ['https://learn.microsoft.com/en-us/azure/azure-web-pubsub/howto-secure-rotate-access-key'],
  anchors: ['webpubsub.azure.'],
  expression:
    /Endpoint=https:\/\/(?<host>[\w-]{1,63}\.webpubsub\.azure\.(?:com|us|cn))\/?;\s{0,3}AccessKey=(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9]{80,90})/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Endpoint=https://fake.webpubsub.azure.com;AccessKey=FakeiuwzckbalMYyhwndvdIdZ/cnWNAaPAAXtYA2CyK=;Version=1.0;',
      finds: ['FakeiuwzckbalMYyhwndvdIdZ/cnWNAaPAAXtYA2CyK='],
    },
    { text: 'Endpoint=https://fake.webpubsub.azure.com;AccessKey={key};Version=1.0;', finds: [] },
  ],
};

export default pattern;
