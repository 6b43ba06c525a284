import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-signalr-connection-string',
  title: 'Connection string of Azure SignalR Service',
  system: 'Azure SignalR Service',
  severity: 'medium',
  owner: 'owner of the SignalR service',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal: 'Azure portal > SignalR > the service > Keys > Regenerate primary and secondary key',
    command: 'az signalr key renew --name <service> --resource-group <group> --key-type primary',
  },
  proof: 'activity log: Microsoft.SignalRService/SignalR/regenerateKey/action',
  references: ['https://learn.microsoft.com/en-us/azure/azure-signalr/signalr-howto-key-rotation'],
  anchors: ['service.signalr.'],
  expression:
    /Endpoint=https:\/\/(?<host>[\w-]{1,63}\.service\.signalr\.(?:net|us|azure\.cn))\/?;\s{0,3}AccessKey=(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9]{80,90})/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Endpoint=https://fake.service.signalr.net;AccessKey=FakejppufECFpIWJQSxIu16BXgVB2qWN2/k9iyA/tkt=;Version=1.0;',
      finds: ['FakejppufECFpIWJQSxIu16BXgVB2qWN2/k9iyA/tkt='],
    },
    { text: 'Endpoint=https://fake.service.signalr.net;AccessKey=<key>;Version=1.0;', finds: [] },
  ],
};

export default pattern;
