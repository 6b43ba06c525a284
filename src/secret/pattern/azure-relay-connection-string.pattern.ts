import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';
import { messagingConnectionString, serviceOfMessaging } from '../shared-access-key.ts';

const pattern: SecretPattern = {
  kind: 'azure-relay-connection-string',
  title: 'Connection string of Azure Relay',
  system: 'Azure Relay',
  severity: 'high',
  owner: 'owner of the Relay namespace',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal:
      'Azure portal > Relays > the namespace > Shared access policies > the policy > Regenerate primary and secondary key',
    command:
      'az relay namespace authorization-rule keys renew --resource-group <group> --namespace-name <namespace> --name <policy> --key PrimaryKey',
  },
  proof: 'activity log: Microsoft.Relay/namespaces/authorizationRules/regenerateKeys/action',
  references: ['https://learn.microsoft.com/en-us/azure/azure-relay/relay-authentication-and-authorization'],
  anchors: ['SharedAccessKey='],
  expression: messagingConnectionString,
  isSecret: (secret, groups) => !isInvented(secret) && serviceOfMessaging(secret, groups) === 'relay',
  examples: [
    {
      text: 'Endpoint=sb://fake-relay.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=Fake5uPSX9Rb65wcMk2VmLfyhyTQnUwEY4Ak5QyUOjt=',
      finds: ['Fake5uPSX9Rb65wcMk2VmLfyhyTQnUwEY4Ak5QyUOjt='],
    },
    {
      text: 'Endpoint=sb://fake.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=Fake/YPNlC0b6WmK4OQwX/m4xRp66e8Go+ARma2QI9c=;EntityPath=hc1',
      finds: ['Fake/YPNlC0b6WmK4OQwX/m4xRp66e8Go+ARma2QI9c='],
    },
    {
      text: 'Endpoint=sb://fake-orders.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=FakeHzp0wIKxCNKYKFbUUYSPv+qjLLiR9xgyPUY0/41=',
      finds: [],
    },
  ],
};

export default pattern;
