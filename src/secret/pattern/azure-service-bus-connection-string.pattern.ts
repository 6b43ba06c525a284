import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';
import { messagingConnectionString, serviceOfMessaging } from '../shared-access-key.ts';

const pattern: SecretPattern = {
  kind: 'azure-service-bus-connection-string',
  title: 'Connection string of Azure Service Bus',
  system: 'Azure Service Bus',
  severity: 'high',
  owner: 'owner of the Service Bus namespace',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal:
      'Azure portal > Service Bus > the namespace (or queue, topic) > Shared access policies > the policy > Regenerate primary and secondary key',
    command:
      'az servicebus namespace authorization-rule keys renew --resource-group <group> --namespace-name <namespace> --name <policy> --key PrimaryKey',
  },
  proof:
    'activity log: Microsoft.ServiceBus/namespaces/authorizationRules/regenerateKeys/action; runtime audit logs with AuthType SAS and the name of the policy',
  references: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas'],
  anchors: ['SharedAccessKey='],
  expression: messagingConnectionString,
  isSecret: (secret, groups) => !isInvented(secret) && serviceOfMessaging(secret, groups) === 'service-bus',
  examples: [
    {
      text: 'Endpoint=sb://fake-orders.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=FakeA02fZPKx8vjS/YMW3S3DSAsHqY5pJ1S5QpnV8Zp=',
      finds: ['FakeA02fZPKx8vjS/YMW3S3DSAsHqY5pJ1S5QpnV8Zp='],
    },
    {
      text: '> "Endpoint=sb://fake.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=Fake5V5OKKpFOY71tt8M6wprDBUPDvTQ1+ASbmpRcYc=;EntityPath=queue1".',
      finds: ['Fake5V5OKKpFOY71tt8M6wprDBUPDvTQ1+ASbmpRcYc='],
    },
    { text: 'Endpoint=sb://fake.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=<key>', finds: [] },
    {
      text: 'Endpoint=sb://fake.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=Fake2P+CkuvkZyH6gI2y35LqpTYPc4nir+AEhRauZqc=',
      finds: [],
    },
  ],
};

export default pattern;
