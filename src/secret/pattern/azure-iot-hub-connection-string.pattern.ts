import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-iot-hub-connection-string',
  title: 'Connection string of an Azure IoT hub',
  system: 'Azure IoT Hub',
  severity: 'critical',
  owner: 'owner of the IoT hub',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal:
      'Azure portal > IoT Hub > the hub > Shared access policies > the policy > Regenerate primary and secondary key',
    command: 'az iot hub policy renew-key --hub-name <hub> --name <policy> --renew-key primary',
  },
  proof: 'activity log: Microsoft.Devices/iotHubs … write; diagnostic log Connections of the hub',
  references: ['https://learn.microsoft.com/en-us/azure/iot-hub/iot-hub-dev-guide-sas'],
  anchors: ['azure-devices.'],
  expression:
    /HostName=(?<host>[\w-]{3,50}\.azure-devices\.(?:net|us|cn));SharedAccessKeyName=(?<account>[^;\s"'<>]{1,64});SharedAccessKey=(?<secret>[A-Za-z0-9+/]{43}=)/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'HostName=fake-hub.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=Fakef3fKsihIHQBy76Y1mHb0Xwe3Yp+qbpahTFJJTii=',
      finds: ['Fakef3fKsihIHQBy76Y1mHb0Xwe3Yp+qbpahTFJJTii='],
    },
    {
      text: '> HostName=fake-hub.azure-devices.net;SharedAccessKeyName=service;SharedAccessKey=FakekQmd8FKDF7QWo70r+3sJ63b5n1nfAAIoT8Bhp8c=.',
      finds: ['FakekQmd8FKDF7QWo70r+3sJ63b5n1nfAAIoT8Bhp8c='],
    },
    { text: 'HostName=fake-hub.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=<key>', finds: [] },
  ],
};

export default pattern;
