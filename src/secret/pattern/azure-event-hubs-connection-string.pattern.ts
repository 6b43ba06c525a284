import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';
import { messagingConnectionString, serviceOfMessaging } from '../shared-access-key.ts';

const pattern: SecretPattern = {
  kind: 'azure-event-hubs-connection-string',
  title: 'Connection string of Azure Event Hubs',
  system: 'Azure Event Hubs',
  severity: 'high',
  owner: 'owner of the Event Hubs namespace',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal:
      'Azure portal > Event Hubs > the namespace (or event hub) > Shared access policies > the policy > Regenerate primary and secondary key',
    command:
      'az eventhubs namespace authorization-rule keys renew --resource-group <group> --namespace-name <namespace> --name <policy> --key PrimaryKey',
  },
  proof:
    'activity log: Microsoft.EventHub/namespaces/authorizationRules/regenerateKeys/action; runtime audit logs with AuthType SAS and the name of the policy',
  references: ['https://learn.microsoft.com/en-us/azure/event-hubs/authorize-access-shared-access-signature'],
  anchors: ['SharedAccessKey='],
  expression: messagingConnectionString,
  isSecret: (secret, groups) => !isInvented(secret) && serviceOfMessaging(secret, groups) === 'event-hubs',
  examples: [
    {
      text: 'Endpoint=sb://evh-fake.servicebus.windows.net/;SharedAccessKeyName=listen;SharedAccessKey=FakeGAwiPpMATWZigpr8DIVDs0YAKy8jkBXssW0sL7r=;EntityPath=logs',
      finds: ['FakeGAwiPpMATWZigpr8DIVDs0YAKy8jkBXssW0sL7r='],
    },
    {
      text: 'Endpoint=sb://fake.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=Fake02IPBdRB4hcZkKH+qhGVp8zd8kUlj+AEho7tI8c=.',
      finds: ['Fake02IPBdRB4hcZkKH+qhGVp8zd8kUlj+AEho7tI8c='],
    },
    {
      text: 'Endpoint=sb://fake-orders.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=FakeJaKsAkCFAXdc7bDJLrxJhufA4sMhqjqfWPjMubh=',
      finds: [],
    },
    { text: 'Endpoint=sb://evh-fake.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=KEY', finds: [] },
  ],
};

export default pattern;
