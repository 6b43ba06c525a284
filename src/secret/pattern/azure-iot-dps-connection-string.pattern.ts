import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-iot-dps-connection-string',
  title: 'Connection string of the Azure IoT device provisioning service',
  system: 'Azure IoT Hub Device Provisioning Service',
  severity: 'critical',
  owner: 'owner of the provisioning service',
  lifetime: 'until the key in it is regenerated',
  reset: {
    portal:
      'Azure portal > the provisioning service > Shared access policies > the policy > Regenerate primary and secondary key; look at the enrolment groups, too',
    command:
      'az iot dps policy update --dps-name <service> --resource-group <group> --policy-name <policy> --primary-key <new key>',
  },
  proof:
    'activity log: Microsoft.Devices/provisioningServices write; diagnostic logs DeviceOperations and ServiceOperations',
  references: ['https://learn.microsoft.com/en-us/azure/iot-dps/how-to-control-access'],
  anchors: ['azure-devices-provisioning'],
  expression:
    /HostName=(?<host>[\w-]{3,64}\.azure-devices-provisioning\.(?:net|us|cn));SharedAccessKeyName=(?<account>[^;\s"'<>]{1,64});SharedAccessKey=(?<secret>[A-Za-z0-9+/]{43}=)/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'HostName=fake-dps.azure-devices-provisioning.net;SharedAccessKeyName=provisioningserviceowner;SharedAccessKey=FakezETpqrq8o4h0ITvqzam2mQhKtFVKU0Qll5l6NJn=',
      finds: ['FakezETpqrq8o4h0ITvqzam2mQhKtFVKU0Qll5l6NJn='],
    },
    {
      text: 'HostName=fake-dps.azure-devices-provisioning.net;SharedAccessKeyName=provisioningserviceowner;SharedAccessKey=xxx',
      finds: [],
    },
  ],
};

export default pattern;
