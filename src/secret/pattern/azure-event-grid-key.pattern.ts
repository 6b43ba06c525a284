import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-event-grid-key',
  title: 'Access key of an Azure Event Grid topic or domain',
  system: 'Azure Event Grid',
  severity: 'medium',
  owner: 'owner of the topic',
  lifetime: 'until regenerated',
  reset: {
    portal: 'Azure portal > Event Grid Topics > the topic > Access keys > Regenerate both',
    command: 'az eventgrid topic key regenerate --name <topic> --resource-group <group> --key-name key1',
  },
  proof: 'activity log: Microsoft.EventGrid/topics/regenerateKey/action',
  references: [
    'https://learn.microsoft.com/en-us/azure/event-grid/authenticate-with-access-keys-shared-access-signatures',
  ],
  anchors: ['AZEG', 'aeg-sas-key'],
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{33}AZEG[A-P][A-Za-z0-9+/]{5}=|[A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{19}AZEG[A-Za-z0-9]{4}|(?<=aeg-sas-key["']?\s{0,3}[:=]\s{0,3}["']?)[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'curl -H "aeg-sas-key: Fake7ZcFZpozevVRFK8TUGOee+k8/6Oq3oaR2NYEpI9=" https://fake.westeurope-1.eventgrid.azure.net/api/events',
      finds: ['Fake7ZcFZpozevVRFK8TUGOee+k8/6Oq3oaR2NYEpI9='],
    },
    {
      text: 'The key of the topic: Fake8yO8zExln2zovzhEiT1uYMDvzqIiVBEXqsVabPP8btow6XwGJQQJ99FakeJ6ec0CyWmO1xcEAZEGQBlO.',
      finds: ['Fake8yO8zExln2zovzhEiT1uYMDvzqIiVBEXqsVabPP8btow6XwGJQQJ99FakeJ6ec0CyWmO1xcEAZEGQBlO'],
    },
    { text: 'aeg-sas-key: <your key>', finds: [] },
  ],
};

export default pattern;
