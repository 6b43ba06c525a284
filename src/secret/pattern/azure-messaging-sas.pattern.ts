import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-messaging-sas',
  title: 'Shared access signature of Service Bus, Event Hubs or IoT Hub',
  system: 'Azure messaging services and IoT Hub',
  severity: 'high',
  owner: 'owner of the namespace or IoT hub in sr=',
  lifetime: 'until the second in se=',
  reset: {
    portal:
      'Azure portal > the namespace or hub in sr= > Shared access policies > the policy in skn= > Regenerate both keys; a device without skn=: IoT Hub > Devices > the device > Manage keys',
    command:
      'az servicebus namespace authorization-rule keys renew --resource-group <group> --namespace-name <namespace> --name <policy> --key PrimaryKey',
  },
  proof: 'activity log: …/authorizationRules/regenerateKeys/action; runtime audit logs with AuthType SAS',
  references: [
    'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
    'https://learn.microsoft.com/en-us/azure/iot-hub/iot-hub-dev-guide-sas',
  ],
  anchors: ['SharedAccessSignature'],
  expression:
    /SharedAccessSignature[ =]sr=(?:sb%3[aA]%2[fF]%2[fF]|https?%3[aA]%2[fF]%2[fF])?(?<host>[\w.-]{4,120})[^\s"'<>&]{0,200}&(?:amp;)?sig=(?<secret>[A-Za-z0-9%+/]{43,100}=?)&(?:amp;)?se=\d{9,11}(?:&(?:amp;)?skn=(?<account>[\w.%-]{1,80}))?/g,
  reach: { before: 4, after: 600 },
  examples: [
    {
      text: 'Authorization: SharedAccessSignature sr=fake-orders.servicebus.windows.net%2Fq1&sig=Fake4HX3HWjZGV5kO5cMAo88TDYlAxmYD6WdQg1mlWr%3D&se=1893456000&skn=send',
      finds: ['Fake4HX3HWjZGV5kO5cMAo88TDYlAxmYD6WdQg1mlWr%3D'],
    },
    {
      text: 'SharedAccessSignature sr=fake-hub.azure-devices.net%2Fdevices%2Fd1&sig=Fakej9Sm9uZBIxexYi3cxkr3NNKDwLDFjaMVWorXYxc%3D&se=1893456000.',
      finds: ['Fakej9Sm9uZBIxexYi3cxkr3NNKDwLDFjaMVWorXYxc%3D'],
    },
    { text: 'SharedAccessSignature sr={resource}&sig={signature}&se={expiry}&skn={policy}', finds: [] },
  ],
};

export default pattern;
