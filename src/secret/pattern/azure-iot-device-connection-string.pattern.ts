import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-iot-device-connection-string',
  title: 'Connection string of a device of Azure IoT Hub',
  system: 'Azure IoT Hub',
  severity: 'medium',
  owner: 'owner of the device; owner of the IoT hub',
  lifetime: 'until the key of the device is changed',
  reset: {
    portal: 'Azure portal > IoT Hub > the hub > Devices > the device > Manage keys > Regenerate',
    command: 'az iot hub device-identity renew-key --hub-name <hub> --device-id <device> --key-type primary',
  },
  proof: 'diagnostic logs DeviceIdentityOperations (update) and Connections of the hub',
  references: ['https://learn.microsoft.com/en-us/azure/iot-hub/iot-hub-dev-guide-sas'],
  anchors: ['DeviceId='],
  expression:
    /HostName=(?<host>[\w-]{3,50}\.azure-devices\.(?:net|us|cn));DeviceId=(?<account>[^;\s"'<>]{1,128});(?:ModuleId=[^;\s"'<>]{1,128};)?SharedAccessKey=(?<secret>[A-Za-z0-9+/]{43}=)/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'The device: HostName=fake-hub.azure-devices.net;DeviceId=pump-7;SharedAccessKey=Fake407l9eeumoWBeSbUtEnaercC/Wp3gAgq+SZM9iH=',
      finds: ['Fake407l9eeumoWBeSbUtEnaercC/Wp3gAgq+SZM9iH='],
    },
    {
      text: 'HostName=fake-hub.azure-devices.net;DeviceId=pump-7;ModuleId=m1;SharedAccessKey=Fake7ZZB9QgNWxuUv9sLqkCr2v0bHoNzFAIoTElxoSc=',
      finds: ['Fake7ZZB9QgNWxuUv9sLqkCr2v0bHoNzFAIoTElxoSc='],
    },
    { text: 'HostName=fake-hub.azure-devices.net;DeviceId=pump-7;SharedAccessKey={key}', finds: [] },
  ],
};

export default pattern;
