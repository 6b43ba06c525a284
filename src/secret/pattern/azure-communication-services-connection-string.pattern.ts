import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-communication-services-connection-string',
  title: 'Connection string of Azure Communication Services',
  system: 'Azure Communication Services',
  severity: 'high',
  owner: 'owner of the Communication Services resource',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal: 'Azure portal > Communication Services > the resource > Keys > Regenerate primary and secondary key',
    command: 'az communication regenerate-key --name <resource> --resource-group <group> --key-type primary',
  },
  proof: 'activity log: Microsoft.Communication/CommunicationServices/RegenerateKey/action; logs of sent mail and SMS',
  references: ['https://learn.microsoft.com/en-us/azure/communication-services/concepts/authentication'],
  anchors: ['communication.azure.'],
  expression:
    /endpoint=https:\/\/(?<host>[\w-]{1,63}(?:\.[\w-]{2,30})?\.communication\.azure\.(?:com|us))\/?;\s{0,3}accesskey=(?<secret>[A-Za-z0-9+/]{86}==|[A-Za-z0-9]{80,90})/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'endpoint=https://fake-mail.europe.communication.azure.com/;accesskey=FakerwWBl42WUGyggAgrCkot1MnuHfAYmc6LTMdqOpT69EQIC+iqgLAvGTJsakKDZcqz9kVfcOM6HlTgTueNO3==',
      finds: ['FakerwWBl42WUGyggAgrCkot1MnuHfAYmc6LTMdqOpT69EQIC+iqgLAvGTJsakKDZcqz9kVfcOM6HlTgTueNO3=='],
    },
    {
      text: 'endpoint=https://fake.communication.azure.com/;accesskey=FakeSZsOfRemRiddQx58zp5sjXim9GX6yq5hROkrZeMQHm39RsTRJQQJ99FakeUWF6kuDQi081jXAZCSOjA9.',
      finds: ['FakeSZsOfRemRiddQx58zp5sjXim9GX6yq5hROkrZeMQHm39RsTRJQQJ99FakeUWF6kuDQi081jXAZCSOjA9'],
    },
    { text: 'endpoint=https://fake.communication.azure.com/;accesskey=<key>', finds: [] },
  ],
};

export default pattern;
